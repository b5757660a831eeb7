#pragma once

#include "core/model/machine.h"
#include "core/model/result.h"

#include <cstdint>
#include <memory>

/// The cores of this machine, and binding to them, through hwloc.
class Cores {
public:
    /// Looks at the machine: 1–10 ms. The error names what hwloc could not do.
    [[nodiscard]] static Result<Cores> detect();

    Cores(Cores&&) noexcept;
    Cores& operator=(Cores&&) noexcept;
    ~Cores();

    [[nodiscard]] const Machine& machine() const noexcept { return m_machine; }

    // Bind the calling thread, and so the threads and processes that it starts from now on. Where
    // the system cannot bind, nothing happens (see Machine::canBind).

    /// To the first `count` cores, 1 to machine().cores: different physical cores come first.
    [[nodiscard]] Result<void> bindCurrentThread(int count) const;

    /// To one core, by its place in that order: 0 to machine().cores − 1.
    [[nodiscard]] Result<void> bindCurrentThreadToOne(int index) const;

    /// Of the largest cache that cores share; a usual size where hwloc does not know.
    [[nodiscard]] std::int64_t lastLevelCacheBytes() const;

private:
    struct Topology;
    explicit Cores(std::unique_ptr<Topology> topology);
    Result<void> bind(int first, int count) const;

    std::unique_ptr<Topology> m_topology;
    Machine m_machine;
};

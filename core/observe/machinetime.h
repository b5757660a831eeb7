#pragma once

#include "core/model/recording.h"
#include "core/model/time.h"

#include <cstdint>
#include <optional>

/// What all cores have done since the system started, in steps of 10 ms.
struct MachineTime {
    Nanoseconds busy{};    ///< for programs and the kernel
    Nanoseconds stolen{};  ///< taken by the hypervisor ("steal")
};

/// Empty where the system does not report it.
[[nodiscard]] std::optional<MachineTime> machineTime();

/// What others than the workers take of the machine during a run: Coreogram itself, which is the
/// thread that creates this and the process of the window that has asked for the recording, if one
/// has; and the hypervisor. What all programs together take tells how much others do. Used by that
/// thread.
class RunCosts {
public:
    /// `window` is the window's process, or 0.
    explicit RunCosts(std::int64_t window);

    /// The run begins.
    void restart();

    /// Fills in what was taken since it began.
    void addTo(RunSummary& summary) const;

private:
    [[nodiscard]] Nanoseconds observerTime() const;

    std::int64_t m_window;
    Nanoseconds m_observerAtStart{};
    std::optional<MachineTime> m_machineAtStart;
};

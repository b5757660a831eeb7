#pragma once

#include "core/model/time.h"

#include <cstdint>
#include <optional>

struct rusage;

/// CPU time that the operating system accounts to someone.
struct CpuTime {
    Nanoseconds user{};
    Nanoseconds system{};
    Nanoseconds total{};  ///< of a finer clock where there is one, so not always their exact sum

    CpuTime& operator+=(const CpuTime& other) noexcept
    {
        user += other.user;
        system += other.system;
        total += other.total;
        return *this;
    }
    friend CpuTime operator-(CpuTime a, const CpuTime& b) noexcept
    {
        return {a.user - b.user, a.system - b.system, a.total - b.total};
    }
};

/// CPU time of the calling thread since it was created.
[[nodiscard]] CpuTime threadCpuTime() noexcept;

/// CPU time of process `pid`, all its threads together, until now; empty if there is no such one.
[[nodiscard]] std::optional<Nanoseconds> processCpuTime(std::int64_t pid) noexcept;

/// What getrusage(2) or wait4(2) tells.
[[nodiscard]] CpuTime cpuTimeOf(const rusage& usage) noexcept;

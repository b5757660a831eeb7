#pragma once

#include "core/model/time.h"

#include <cstdint>
#include <optional>

/// Time that the hypervisor took from all cores since the system started ("steal"), in steps of
/// 10 ms; empty where the system does not report it.
[[nodiscard]] std::optional<Nanoseconds> stolenTime();

/// CPU time that Coreogram itself takes while it records: that of the thread which creates this,
/// and where a window has asked for the recording, that of the window's process. Used by that
/// thread.
class ObserverClock {
public:
    /// `window` is the window's process, or 0.
    explicit ObserverClock(std::int64_t window);

    /// Since the clock was created or restarted.
    [[nodiscard]] Nanoseconds elapsed() const;
    void restart();

private:
    [[nodiscard]] Nanoseconds reading() const;

    std::int64_t m_window;
    Nanoseconds m_start{};
};

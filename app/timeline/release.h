#pragma once

#include "app/timeline/hit.h"

#include <optional>

/// Who let a wait end: it released the lock, or finished the last part that was waited for.
struct Release {
    std::size_t from = 0;  ///< the row of who released
    std::size_t to = 0;    ///< the row of who waited
    Nanoseconds time{};    ///< when the wait ended; CLOCK_MONOTONIC
    bool operator==(const Release&) const = default;
};

/// The release that ended the wait in `hit`. Nothing for other waits and states, while the wait
/// goes on, where the recording does not tell who released, and where both have one row or none.
[[nodiscard]] std::optional<Release> releaseOf(const RowSource& source, const Hit& hit);

#pragma once

#include "core/model/time.h"

#include <QString>

#include <cstddef>
#include <optional>
#include <vector>

/// What somebody points at in a panel, for others to look at.
struct Highlights {
    std::vector<std::size_t> rows;
    std::optional<Nanoseconds> expectedEnd;  ///< of the run, from its origin
    QString expectation;                     ///< in words, such as "you drew 220 ms"

    bool operator==(const Highlights&) const = default;
};

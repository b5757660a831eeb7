#pragma once

#include "core/model/result.h"
#include "core/model/time.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

/// How the image server answers.
struct ServerOptions {
    Nanoseconds delay = std::chrono::milliseconds(80);  ///< before the answer, in the mean
    double spread = 0.5;                                ///< of the delay, up and down: 0 to 1
    double bytesPerSecond = 4e6;                        ///< of each connection: 1 or more
    int port = 0;                                       ///< 0: any that is free

    bool operator==(const ServerOptions&) const = default;
};

namespace limits {
inline constexpr Nanoseconds longestServerDelay = std::chrono::minutes(10);
}

/// Checks every number against its range; the error names the number, its value and the range.
[[nodiscard]] Result<void> validate(const ServerOptions& options);

/// What picture `number` (1 or more) waits before its answer. It looks random, but is the same each
/// time, so that a task has the same delay in every mode, and the mean of any few is near `delay`.
[[nodiscard]] Nanoseconds delayOf(const ServerOptions& options, std::int64_t number) noexcept;

/// As arguments of the server's process, and back.
[[nodiscard]] std::vector<std::string> argumentsOf(const ServerOptions& options);
[[nodiscard]] Result<ServerOptions> serverOptionsFrom(std::span<const std::string> arguments);

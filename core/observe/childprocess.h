#pragma once

#include "core/model/result.h"
#include "core/observe/cputime.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// A child process that has ended.
struct EndedChild {
    std::int64_t pid = 0;
    std::string how;  ///< "exited with status 3", "was killed by signal 9 (Killed)"
    CpuTime cpuTime;
};

/// Starts `program` with `arguments`: without standard input, its standard output joined to
/// standard error, and `shared` handed on as descriptor `inheritedDescriptor`. Returns its number.
[[nodiscard]] Result<std::int64_t>
startChild(const std::string& program, const std::vector<std::string>& arguments, int shared);
inline constexpr int inheritedDescriptor = 3;

/// A child process that has ended and was not reported yet; does not block.
[[nodiscard]] std::optional<EndedChild> reapChild();

/// What a status of wait(2) says: "exited with status 3", "was killed by signal 9 (Killed)".
[[nodiscard]] std::string describeStatus(int status);

/// Kills one child process, also a stopped one. It is still to be reaped.
void killChild(std::int64_t pid) noexcept;

/// Where the program that is running was started from.
[[nodiscard]] std::string ownProgram();

#pragma once

#include <cstdint>

// So that no process outlives the one that started it.

/// For a child process, right after it was started: it leads a process group of its own.
void leadProcessGroup() noexcept;

/// For a child process, right after it was started: it is killed when the thread that started it
/// ends, where the system can do that.
void dieWithParent() noexcept;

/// Makes the calling process end when its parent does. Ends it at once where the parent is no
/// longer `parent`.
void endWithParent(std::int64_t parent) noexcept;

/// Kills every process of the group that `leader` leads, also those that are stopped.
void killProcessGroup(std::int64_t leader) noexcept;

/// The number of the calling process, and of its calling thread where threads have one.
[[nodiscard]] std::int64_t currentProcess() noexcept;
[[nodiscard]] std::int64_t currentThread() noexcept;

#pragma once

#include "core/model/event.h"
#include "core/model/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What the system's process table tells about threads, without privileges for our own children
// (Linux: proc(5)). Each is empty, or the thread is left out, where it has ended.

struct ThreadRef {
    std::int64_t pid = 0;
    std::int64_t tid = 0;
    bool operator==(const ThreadRef&) const = default;
};

/// What the scheduler accounts to a thread since it was created.
struct ThreadTimes {
    Nanoseconds running{};
    Nanoseconds ready{};  ///< it waited for a core
};

[[nodiscard]] std::optional<ThreadTimes> threadTimes(std::int64_t pid, std::int64_t tid);

/// The core that it runs on, or ran on last.
[[nodiscard]] std::optional<std::int16_t> threadCore(std::int64_t pid, std::int64_t tid);

/// Up to 15 characters.
[[nodiscard]] std::string threadName(std::int64_t pid, std::int64_t tid);

/// Whether a process is there and its main thread has not ended: one that has ended, and waits for
/// its parent to take notice, is not, nor one that is about to.
[[nodiscard]] bool isProcessAlive(std::int64_t pid);

/// All threads of `process` and of the processes that it and these have started and that still are
/// their children, parents first.
[[nodiscard]] std::vector<ThreadRef> threadsOf(std::int64_t process);

/// Why the thread waits: from the system call that it is in. Unknown for one that says nothing;
/// empty where it runs or nothing can be read.
[[nodiscard]] std::optional<WaitReason> threadWaitReason(std::int64_t pid, std::int64_t tid);

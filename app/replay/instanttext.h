#pragma once

#include "app/replay/worknames.h"

/// "lock", "I/O", …: why something is blocked, in a word.
[[nodiscard]] QString reasonText(WaitReason reason);

/// "Task 4 (lock 3, held by task 2)"
[[nodiscard]] QString waitText(const WorkNames& names, const WaitingAt& waiting);

/// All that happens at an instant, line by line, for those who cannot see it and for a hint.
[[nodiscard]] QString instantText(const WorkNames& names, const Instant& instant);

#pragma once

#include "core/model/time.h"

#include <atomic>
#include <cstdint>

// Waiting on a word of shared memory, across processes. (std::atomic::wait is for the threads of
// one process.) A process that is killed while it waits leaves nothing behind.

/// Blocks while `word` holds `value`, for `timeout` at most; may return early. Zero waits forever.
void waitWhileEqual(std::atomic<std::uint32_t>& word, std::uint32_t value,
                    Nanoseconds timeout = {}) noexcept;

/// Wakes all that wait on `word`.
void wakeAll(std::atomic<std::uint32_t>& word) noexcept;

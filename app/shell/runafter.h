#pragma once

#include <thread>
#include <utility>

/// Runs `work` on a thread of its own in the place of `thread`, after what that one does, if
/// anything: the one that asks does not wait for it.
template <typename Work>
void runAfter(std::jthread& thread, Work work)
{
    thread = std::jthread([before = std::move(thread), work = std::move(work)]() mutable {
        if (before.joinable())
            before.join();
        work();
    });
}

#include "core/observe/wordwait.h"

#ifdef __linux__
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <climits>
#include <ctime>

static_assert(sizeof(std::atomic<std::uint32_t>) == sizeof(std::uint32_t));

void waitWhileEqual(std::atomic<std::uint32_t>& word, std::uint32_t value,
                    Nanoseconds timeout) noexcept
{
    if (word.load(std::memory_order_acquire) != value)
        return;
    timespec limit{};
    limit.tv_sec = static_cast<time_t>(timeout.count() / 1'000'000'000);
    limit.tv_nsec = static_cast<long>(timeout.count() % 1'000'000'000);
    syscall(SYS_futex, &word, FUTEX_WAIT, value, timeout > Nanoseconds{} ? &limit : nullptr,
            nullptr, 0);
}

void wakeAll(std::atomic<std::uint32_t>& word) noexcept
{
    syscall(SYS_futex, &word, FUTEX_WAKE, INT_MAX, nullptr, nullptr, 0);
}

#else
#include <algorithm>
#include <thread>

// No portable system waits on a word across processes: look again every so often.

void waitWhileEqual(std::atomic<std::uint32_t>& word, std::uint32_t value,
                    Nanoseconds timeout) noexcept
{
    constexpr Nanoseconds step = std::chrono::microseconds(50);
    for (Nanoseconds waited{}; word.load(std::memory_order_acquire) == value; waited += step) {
        if (timeout > Nanoseconds{} && waited >= timeout)
            return;
        std::this_thread::sleep_for(step);
    }
}

void wakeAll(std::atomic<std::uint32_t>&) noexcept {}
#endif

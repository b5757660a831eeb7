#include "core/observe/clock.h"

#include <ctime>

#ifdef __linux__
#include <sched.h>
#endif

Nanoseconds now() noexcept
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return std::chrono::seconds(time.tv_sec) + Nanoseconds(time.tv_nsec);
}

std::int16_t currentCore() noexcept
{
#ifdef __linux__
    return static_cast<std::int16_t>(sched_getcpu());
#else
    return -1;
#endif
}

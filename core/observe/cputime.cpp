#include "core/observe/cputime.h"

#include <sys/resource.h>

#include <ctime>

namespace {

Nanoseconds fromTimeval(const timeval& time) noexcept
{
    return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
}

}  // namespace

CpuTime threadCpuTime() noexcept
{
    timespec total{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &total);
    CpuTime time;
    time.total = std::chrono::seconds(total.tv_sec) + Nanoseconds(total.tv_nsec);
#ifdef RUSAGE_THREAD
    rusage usage{};
    getrusage(RUSAGE_THREAD, &usage);
    time.user = fromTimeval(usage.ru_utime);
    time.system = fromTimeval(usage.ru_stime);
#else
    time.user = time.total;  // the system does not tell the two apart for one thread
#endif
    return time;
}

std::optional<Nanoseconds> processCpuTime(std::int64_t pid) noexcept
{
    clockid_t clock{};
    timespec time{};
    if (clock_getcpuclockid(static_cast<pid_t>(pid), &clock) != 0 ||
        clock_gettime(clock, &time) != 0)
        return std::nullopt;
    return std::chrono::seconds(time.tv_sec) + Nanoseconds(time.tv_nsec);
}

CpuTime cpuTimeOf(const rusage& usage) noexcept
{
    CpuTime time{fromTimeval(usage.ru_utime), fromTimeval(usage.ru_stime), {}};
    time.total = time.user + time.system;
    return time;
}

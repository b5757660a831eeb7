#include "core/observe/machinetime.h"

#include "core/observe/cputime.h"

#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string>

std::optional<Nanoseconds> stolenTime()
{
    // proc(5): cpu user nice system idle iowait irq softirq steal …, in clock ticks
    std::string line;
    std::ifstream stat("/proc/stat");
    if (!std::getline(stat, line))
        return std::nullopt;
    std::istringstream fields(line);
    std::string name;
    std::int64_t ticks = 0;
    fields >> name;
    for (int field = 0; field < 8; ++field)
        fields >> ticks;
    if (!fields || name != "cpu")
        return std::nullopt;
    return std::chrono::seconds(ticks) / sysconf(_SC_CLK_TCK);
}

RunCosts::RunCosts(std::int64_t window) : m_window(window)
{
    restart();
}

void RunCosts::restart()
{
    m_observerAtStart = observerTime();
    m_stolenAtStart = stolenTime();
}

void RunCosts::addTo(RunSummary& summary) const
{
    summary.observerTime = observerTime() - m_observerAtStart;
    if (const auto stolen = stolenTime(); stolen && m_stolenAtStart)
        summary.stolenTime = std::max(Nanoseconds{}, *stolen - *m_stolenAtStart);
}

Nanoseconds RunCosts::observerTime() const
{
    Nanoseconds time = threadCpuTime().total;
    clockid_t clock{};
    timespec window{};
    if (m_window > 0 && clock_getcpuclockid(static_cast<pid_t>(m_window), &clock) == 0 &&
        clock_gettime(clock, &window) == 0)
        time += std::chrono::seconds(window.tv_sec) + Nanoseconds(window.tv_nsec);
    return time;
}

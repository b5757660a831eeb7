#include "core/observe/machinetime.h"

#include "core/observe/cputime.h"

#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string>

std::optional<MachineTime> machineTime()
{
    // proc(5): cpu user nice system idle iowait irq softirq steal …, in clock ticks
    std::string line;
    std::ifstream stat("/proc/stat");
    if (!std::getline(stat, line))
        return std::nullopt;
    std::istringstream fields(line);
    std::string name;
    std::int64_t user = 0, nice = 0, system = 0, idle = 0, waiting = 0, hard = 0, soft = 0,
                 steal = 0;
    fields >> name >> user >> nice >> system >> idle >> waiting >> hard >> soft >> steal;
    if (!fields || name != "cpu")
        return std::nullopt;
    const auto time = [](std::int64_t ticks) -> Nanoseconds {
        return Nanoseconds(std::chrono::seconds(ticks)) / sysconf(_SC_CLK_TCK);
    };
    return MachineTime{time(user + nice + system + hard + soft), time(steal)};
}

RunCosts::RunCosts(std::int64_t window) : m_window(window)
{
    restart();
}

void RunCosts::restart()
{
    m_observerAtStart = observerTime();
    m_machineAtStart = machineTime();
}

void RunCosts::addTo(RunSummary& summary) const
{
    summary.observerTime = observerTime() - m_observerAtStart;
    const auto machine = machineTime();
    if (!machine || !m_machineAtStart)
        return;
    summary.stolenTime = std::max(Nanoseconds{}, machine->stolen - m_machineAtStart->stolen);
    summary.busyTime = std::max(Nanoseconds{}, machine->busy - m_machineAtStart->busy);
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

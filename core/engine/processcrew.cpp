#include "core/engine/processcrew.h"

#include "core/engine/workerloop.h"
#include "core/observe/childprocess.h"
#include "core/observe/clock.h"
#include "core/observe/processtree.h"
#include "core/observe/wordwait.h"
#include "core/workload/workload.h"

#include <charconv>
#include <csignal>
#include <cstdio>

namespace {

/// How long a worker that has nothing more to do may take to exit.
constexpr Nanoseconds exitTime = std::chrono::milliseconds(500);

template <typename Number>
bool parse(const std::string& text, Number& number)
{
    const char* const end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, number);
    return parsed.ec == std::errc{} && parsed.ptr == end;
}

}  // namespace

Result<void> ProcessCrew::add(std::uint32_t worker)
{
    const auto pid =
        startChild(m_program, {"worker", std::to_string(worker), std::to_string(currentProcess())},
                   m_memory.descriptor());
    if (!pid)
        return failure("could not start process " + std::to_string(worker + 1) + " of " +
                       std::to_string(m_memory.workerCount()) + ": " + pid.error().message);
    m_memory.stations()[worker].pid = *pid;
    m_workers.emplace(*pid, worker);
    return {};
}

std::vector<LostWorker> ProcessCrew::takeLost()
{
    std::vector<LostWorker> lost;
    while (const auto ended = reapChild()) {
        const auto found = m_workers.find(ended->pid);
        if (found == m_workers.end())
            continue;
        const std::uint32_t worker = found->second;
        m_workers.erase(found);
        if (m_memory.stations()[worker].hasDeparted.load() == 0)
            lost.push_back({worker, ended->how, ended->cpuTime});
    }
    return lost;
}

void ProcessCrew::kill()
{
    for (const auto& [pid, worker] : m_workers)
        killChild(pid);
}

ProcessCrew::~ProcessCrew()
{
    std::atomic<std::uint32_t> never = 0;
    for (const Nanoseconds deadline = now() + exitTime; !m_workers.empty();) {
        (void)takeLost();
        if (now() > deadline)
            kill();
        if (!m_workers.empty())
            waitWhileEqual(never, 0, std::chrono::microseconds(500));
    }
}

int workAsProcess(const std::vector<std::string>& arguments)
{
    std::uint32_t worker = 0;
    std::int64_t parent = 0;
    if (arguments.size() != 2 || !parse(arguments[0], worker) || !parse(arguments[1], parent)) {
        std::fputs("coreogram-run worker: started by coreogram-run itself, not by hand\n", stderr);
        return 2;
    }
    std::signal(SIGINT, SIG_IGN);  // Ctrl-C is the runner's to handle
    std::signal(SIGTERM, SIG_IGN);
    endWithParent(parent);
    const auto memory = RunMemory::open(inheritedDescriptor);
    if (!memory || worker >= memory->workerCount() ||
        !workloadNamed(memory->order().workload.data())) {
        std::fprintf(stderr, "coreogram-run worker: %s\n",
                     memory ? "no such worker or workload" : memory.error().message.c_str());
        return 1;
    }
    work(*memory, worker);
    if (const Workload* const workload = workloadNamed(memory->order().workload.data());
        workload->forget)
        workload->forget();  // what is kept stands on the account of the run, in its memory
    return 0;
}

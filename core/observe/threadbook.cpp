#include "core/observe/threadbook.h"

#include "core/model/limits.h"

#include <algorithm>
#include <map>

void ThreadBook::start(std::int64_t pid, std::int64_t tid, const std::string& name,
                       Nanoseconds time)
{
    if (m_threads.contains(tid))
        return;
    if (m_named == limits::maxWorkersOfRun) {
        m_leftOut += m_outside.insert(tid).second ? 1 : 0;  // it may be seen again and again
        return;
    }
    Thread& thread = m_threads[tid];
    thread.worker = static_cast<WorkerId>(++m_named);
    thread.pid = pid;
    thread.name = name;
    m_sink(WorkerNamed{m_run, thread.worker, name, pid, tid});
    add(thread, {.time = time, .kind = EventKind::WorkerStart});
}

void ThreadBook::switchIn(std::int64_t tid, std::int16_t core, Nanoseconds time)
{
    Thread* const thread = find(tid);
    if (!thread)
        return;
    add(*thread, {.time = time, .core = core, .kind = EventKind::SwitchIn});
    thread->doing = Doing::Running;
    thread->hasSwitched = true;
}

void ThreadBook::runOn(std::int64_t tid, std::int16_t core, Nanoseconds time)
{
    const Thread* const thread = find(tid);
    if (!thread || thread->doing == Doing::Running)
        return;
    // The first switch in of a new thread may be missing; then it has run from its start.
    switchIn(tid, core, thread->hasSwitched ? time : thread->last);
}

void ThreadBook::switchOut(std::int64_t tid, std::int16_t core, WaitReason reason, Nanoseconds time)
{
    Thread* const thread = find(tid);
    if (!thread)
        return;
    // The first switch in of a new thread may be missing; then it ran from its start.
    if (!thread->hasSwitched)
        switchIn(tid, core, thread->last);
    add(*thread,
        {.time = time, .kind = EventKind::SwitchOut, .detail = static_cast<std::uint8_t>(reason)});
    thread->doing = reason == WaitReason::Ready ? Doing::Ready : Doing::Blocked;
    thread->isExplained = reason != WaitReason::Unknown;
    if (thread->doing == Doing::Blocked)
        m_lastBlocked = std::max(m_lastBlocked, thread->last);
}

void ThreadBook::explain(std::int64_t tid, WaitReason reason, Nanoseconds time)
{
    Thread* const thread = find(tid);
    if (!thread || thread->doing != Doing::Blocked)
        return;
    thread->isExplained = true;
    if (reason != WaitReason::Unknown)
        add(*thread, {.time = time,
                      .kind = EventKind::Because,
                      .detail = static_cast<std::uint8_t>(reason)});
}

void ThreadBook::stop(std::int64_t tid, Nanoseconds time, Nanoseconds cpuTime)
{
    m_outside.erase(tid);
    Thread* const thread = find(tid);
    if (!thread)
        return;
    add(*thread, {.time = time, .value = cpuTime.count(), .kind = EventKind::WorkerStop});
    m_threads.erase(tid);
}

void ThreadBook::rename(std::int64_t tid, const std::string& name)
{
    Thread* const thread = find(tid);
    if (!thread || thread->name == name)
        return;
    thread->name = name;
    m_sink(WorkerNamed{m_run, thread->worker, name, thread->pid, tid});
}

void ThreadBook::loseSight(Nanoseconds time)
{
    for (auto& [tid, thread] : m_threads)
        loseSight(thread, time);
}

void ThreadBook::loseSight(std::int64_t tid, Nanoseconds time)
{
    if (Thread* const thread = find(tid))
        loseSight(*thread, time);
}

void ThreadBook::loseSight(Thread& thread, Nanoseconds time)
{
    add(thread, {.time = time, .kind = EventKind::Unseen});
    thread.doing = Doing::Unseen;
    thread.hasSwitched = true;  // the next one is not its first
    thread.isExplained = true;
}

std::vector<ThreadRef> ThreadBook::unexplained(Nanoseconds before) const
{
    std::vector<ThreadRef> waiting;
    for (const auto& [tid, thread] : m_threads) {
        if (thread.doing == Doing::Blocked && !thread.isExplained && thread.last <= before)
            waiting.push_back({thread.pid, tid});
    }
    return waiting;
}

std::string ThreadBook::listOf(const std::vector<Process>& processes)
{
    std::string list;
    for (const auto& [pid, name] : processes)
        list += (list.empty() ? "" : ", ") + name + " (pid " + std::to_string(pid) + ")";
    return list;
}

std::vector<ThreadBook::Process> ThreadBook::livingProcesses() const
{
    std::map<std::int64_t, std::string> names;
    for (const auto& [tid, thread] : m_threads) {
        std::string& name = names[thread.pid];
        if (name.empty() || thread.pid == tid)
            name = thread.name;
    }
    std::vector<Process> processes;
    for (const auto& [pid, name] : names)
        processes.push_back({pid, name});
    return processes;
}

std::vector<std::int64_t> ThreadBook::livingThreads() const
{
    std::vector<std::int64_t> threads;
    for (const auto& [tid, thread] : m_threads)
        threads.push_back(tid);
    std::ranges::sort(threads);
    return threads;
}

std::vector<std::int64_t> ThreadBook::threadsOf(std::int64_t pid) const
{
    std::vector<std::int64_t> threads;
    for (const auto& [tid, thread] : m_threads) {
        if (thread.pid == pid)
            threads.push_back(tid);
    }
    std::ranges::sort(threads);
    return threads;
}

bool ThreadBook::isAlive(std::int64_t tid) const
{
    return m_threads.contains(tid);
}

std::string ThreadBook::nameOf(std::int64_t tid) const
{
    const auto found = m_threads.find(tid);
    return found == m_threads.end() ? std::string() : found->second.name;
}

EventBatch ThreadBook::takeBatch(Nanoseconds until)
{
    std::ranges::stable_sort(m_pending, {}, &Event::time);
    const auto later = std::ranges::upper_bound(m_pending, until, {}, &Event::time);
    EventBatch batch{.run = m_run, .knownUntil = until, .events = {m_pending.begin(), later}};
    m_pending.erase(m_pending.begin(), later);
    return batch;
}

ThreadBook::Thread* ThreadBook::find(std::int64_t tid)
{
    const auto found = m_threads.find(tid);
    return found == m_threads.end() ? nullptr : &found->second;
}

/// Events of one thread are in order of time, whatever the source says.
void ThreadBook::add(Thread& thread, Event event)
{
    event.worker = thread.worker;
    event.time = std::max(event.time, thread.last);
    if (thread.doing == Doing::Running)
        m_running += event.time - thread.last;
    thread.last = event.time;
    m_pending.push_back(event);
}

#include "core/observe/processtable.h"
#include "core/observe/programwatch.h"

#include "core/observe/clock.h"
#include "core/observe/sampleplacement.h"

#include <algorithm>
#include <unordered_set>

namespace {

/// The scheduler brings its accounts up to date at least every 4 ms.
constexpr Nanoseconds period = std::chrono::milliseconds(4);

}  // namespace

void SampledWatch::begin(ThreadBook&, Nanoseconds origin)
{
    m_last = origin;
    if (const auto times = threadTimes(m_process, m_process))
        m_threads[m_process] = {.pid = m_process, .accounted = *times, .drawn = *times};
}

void SampledWatch::look(ThreadBook& book)
{
    const Nanoseconds time = now();
    if (time - m_last < period / 2)
        return;
    ++m_look;
    std::vector<Share> shares;
    for (const ThreadRef& thread : livingThreads()) {
        if (Seen* const seen = see(thread, book))
            shares.push_back({thread, seen});
    }
    account(shares, time - m_last);
    for (const Share& share : shares)
        draw(share, book, time);
    endMissing(book);
    m_last = time;
}

/// Those of the program's processes, and of others that were once: when a process ends, those that
/// it has started are nobody's children any more.
std::vector<ThreadRef> SampledWatch::livingThreads() const
{
    std::vector<ThreadRef> threads;
    std::unordered_set<std::int64_t> processes;
    const auto addProcess = [&](std::int64_t process) {
        for (const ThreadRef& thread : threadsOf(process)) {
            threads.push_back(thread);
            processes.insert(thread.pid);
        }
    };
    addProcess(m_process);
    for (const auto& [tid, seen] : m_threads) {
        if (!processes.contains(seen.pid) && isProcessAlive(seen.pid))
            addProcess(seen.pid);
    }
    return threads;
}

void SampledWatch::wait(const ThreadBook&, const std::vector<int>& others, Nanoseconds longest)
{
    std::vector<int> polled = others;
    waitForInput(polled, std::clamp(m_last + period - now(), Nanoseconds{}, longest));
}

SampledWatch::Seen* SampledWatch::see(const ThreadRef& thread, ThreadBook& book)
{
    const auto times = threadTimes(thread.pid, thread.tid);
    if (!times)
        return nullptr;
    book.start(thread.pid, thread.tid, threadName(thread.pid, thread.tid), m_last);
    book.rename(thread.tid, threadName(thread.pid, thread.tid));
    Seen& seen = m_threads[thread.tid];
    seen.pid = thread.pid;
    seen.look = m_look;
    seen.accounted = *times;
    return &seen;
}

/// Shares out the time since the last look, as the scheduler has accounted it. What does not fit
/// is left for the next one: the accounts of a thread that runs are brought up to date late.
void SampledWatch::account(std::vector<Share>& shares, Nanoseconds length)
{
    std::vector<RunLength> lengths;
    for (Share& share : shares) {
        Seen& seen = *share.seen;
        const Nanoseconds running =
            std::clamp(seen.accounted.running - seen.drawn.running, Nanoseconds{}, length);
        share.ready =
            std::clamp(seen.accounted.ready - seen.drawn.ready, Nanoseconds{}, length - running);
        seen.drawn.running += running;
        seen.drawn.ready += share.ready;
        lengths.push_back({running, seen.doing == Doing::Running});
    }
    const auto placed = placeRuns(lengths, length);
    for (std::size_t i = 0; i < shares.size(); ++i)
        shares[i].runs = placed[i];
}

/// Puts a thread's share into the book: ready before it runs, where there is room, and else after.
void SampledWatch::draw(const Share& share, ThreadBook& book, Nanoseconds time) const
{
    const auto& [thread, seen, runs, allReady] = share;
    Nanoseconds from = m_last;
    Nanoseconds ready = allReady;
    const bool endsReady = runs.front().isEmpty() && seen->doing != Doing::Running;
    for (const TimeRange& run : runs) {
        const TimeRange on =
            endsReady ? TimeRange{time, time} : TimeRange{m_last + run.start, m_last + run.end};
        const Nanoseconds before = std::min(ready, on.start - from);
        wait(thread, *seen, book, Doing::Blocked, {from, on.start - before});
        wait(thread, *seen, book, Doing::Ready, {on.start - before, on.start});
        runOn(thread, *seen, book, on);
        ready -= before;
        from = on.end;
    }
    wait(thread, *seen, book, Doing::Ready, {from, std::min(from + ready, time)});
    wait(thread, *seen, book, Doing::Blocked, {std::min(from + ready, time), time});
}

void SampledWatch::runOn(const ThreadRef& thread, Seen& seen, ThreadBook& book, TimeRange range)
{
    if (range.isEmpty())
        return;
    const std::int16_t core = threadCore(thread.pid, thread.tid).value_or(seen.core);
    if (seen.doing != Doing::Running || core != seen.core)
        book.switchIn(thread.tid, core, range.start);
    seen.doing = Doing::Running;
    seen.core = core;
}

void SampledWatch::wait(const ThreadRef& thread, Seen& seen, ThreadBook& book, Doing doing,
                        TimeRange range)
{
    if (range.isEmpty() || seen.doing == doing)
        return;
    book.switchOut(thread.tid, seen.core,
                   doing == Doing::Ready ? WaitReason::Ready : WaitReason::Unknown, range.start);
    seen.doing = doing;
}

/// What a thread did between the last look and its end was not seen.
void SampledWatch::endMissing(ThreadBook& book)
{
    std::erase_if(m_threads, [&](const auto& entry) {
        const auto& [tid, seen] = entry;
        if (seen.look == m_look || tid == m_process)
            return false;
        book.stop(tid, m_last, seen.accounted.running);
        return true;
    });
}

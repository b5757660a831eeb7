#include "core/observe/processtable.h"
#include "core/observe/programwatch.h"

#include "core/observe/clock.h"

#include <algorithm>

namespace {

/// The scheduler brings its accounts up to date at least every 4 ms.
constexpr Nanoseconds period = std::chrono::milliseconds(4);

}  // namespace

void SampledWatch::begin(ThreadBook&, Nanoseconds origin)
{
    m_last = origin;
    if (const auto times = threadTimes(m_process, m_process))
        m_threads[m_process].accounted = m_threads[m_process].drawn = *times;
}

void SampledWatch::look(ThreadBook& book)
{
    const Nanoseconds time = now();
    if (time - m_last < period / 2)
        return;
    ++m_look;
    for (const ThreadRef& thread : threadsOf(m_process))
        see(thread.pid, thread.tid, book, time);
    endMissing(book, time);
    m_last = time;
}

void SampledWatch::wait(const ThreadBook&, const std::vector<int>& others, Nanoseconds longest)
{
    std::vector<int> polled = others;
    waitForInput(polled, std::clamp(m_last + period - now(), Nanoseconds{}, longest));
}

void SampledWatch::see(std::int64_t pid, std::int64_t tid, ThreadBook& book, Nanoseconds time)
{
    const auto times = threadTimes(pid, tid);
    if (!times)
        return;
    book.start(pid, tid, threadName(pid, tid), m_last);
    book.rename(tid, threadName(pid, tid));
    Seen& seen = m_threads[tid];
    seen.look = m_look;
    seen.accounted = *times;
    draw({pid, tid}, seen, book, time);
}

/// Puts what the scheduler has accounted to the thread into the time since the last look. Where in
/// it the thread ran is not known: next to where it ran before, if it did.
void SampledWatch::draw(const ThreadRef& thread, Seen& seen, ThreadBook& book,
                        Nanoseconds time) const
{
    const Nanoseconds length = time - m_last;
    const Nanoseconds running =
        std::clamp(seen.accounted.running - seen.drawn.running, Nanoseconds{}, length);
    const Nanoseconds ready =
        std::clamp(seen.accounted.ready - seen.drawn.ready, Nanoseconds{}, length - running);
    seen.drawn.running += running;
    seen.drawn.ready += ready;
    if (seen.doing == Doing::Running) {
        run(thread, seen, book, {m_last, m_last + running});
        wait(thread, seen, book, Doing::Ready, {m_last + running, m_last + running + ready});
        wait(thread, seen, book, Doing::Blocked, {m_last + running + ready, time});
    } else {
        wait(thread, seen, book, Doing::Blocked, {m_last, time - running - ready});
        wait(thread, seen, book, Doing::Ready, {time - running - ready, time - running});
        run(thread, seen, book, {time - running, time});
    }
}

void SampledWatch::run(const ThreadRef& thread, Seen& seen, ThreadBook& book, TimeRange range)
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

void SampledWatch::endMissing(ThreadBook& book, Nanoseconds time)
{
    std::erase_if(m_threads, [&](const auto& entry) {
        const auto& [tid, seen] = entry;
        if (seen.look == m_look || tid == m_process)
            return false;
        book.stop(tid, time, seen.accounted.running);
        return true;
    });
}

#include "core/observe/processtable.h"
#include "core/observe/programwatch.h"

#include "core/observe/clock.h"

#include <algorithm>

namespace {

/// How soon a wait is looked at while threads wait often, and otherwise: short waits, such as those
/// of 5 ms for CPython's lock, should not be over before.
constexpr Nanoseconds lookOften = std::chrono::milliseconds(4);
constexpr Nanoseconds lookSeldom = std::chrono::milliseconds(16);
constexpr Nanoseconds often = std::chrono::milliseconds(50);

}  // namespace

void ExactWatch::begin(ThreadBook& book, Nanoseconds origin)
{
    read();
    const auto later = std::ranges::lower_bound(m_entries, origin, {}, &SchedulingEntry::time);
    if (later != m_entries.begin()) {
        const SchedulingEntry& before = *std::prev(later);
        if (before.kind == SchedulingEntry::Kind::In)
            book.switchIn(before.tid, before.core, origin);
    }
    m_entries.erase(m_entries.begin(), later);
}

void ExactWatch::look(ThreadBook& book)
{
    read();
    for (const SchedulingEntry& entry : m_entries)
        take(entry, book);
    m_entries.clear();
    endUnfollowed(book);
}

void ExactWatch::wait(const ThreadBook& book, const std::vector<int>& others, Nanoseconds longest)
{
    const bool waitsOften = now() - book.lastBlocked() < often;
    m_record.wait(others, std::min(longest, waitsOften ? lookOften : lookSeldom));
}

void ExactWatch::read()
{
    m_record.read(m_entries);
    std::ranges::stable_sort(m_entries, {}, &SchedulingEntry::time);  // of several cores
}

void ExactWatch::take(const SchedulingEntry& entry, ThreadBook& book)
{
    using Kind = SchedulingEntry::Kind;
    switch (entry.kind) {
    case Kind::Started:
        book.start(entry.pid, entry.tid, book.nameOf(entry.creator), entry.time);
        break;
    case Kind::Ended:
        takeEnd(entry, book);
        break;
    case Kind::Renamed:
    case Kind::Executed:
        book.rename(entry.tid, entry.name);
        break;
    case Kind::Lost:
        m_lost += entry.count;
        book.loseSight(entry.time);
        break;
    default:
        takeSwitch(entry, book);
    }
}

/// The record also ends where a thread goes on: when its process takes other rights.
void ExactWatch::takeEnd(const SchedulingEntry& entry, ThreadBook& book)
{
    if (isThreadAlive(entry.pid, entry.tid)) {
        book.loseSightOf(entry.tid, entry.time);
        m_gone.push_back({entry.pid, entry.tid});
        m_unfollowed.push_back(threadName(entry.pid, entry.tid) + " (pid " +
                               std::to_string(entry.pid) + ")");
    } else if (entry.tid == m_process) {
        book.end(entry.tid, entry.core, entry.time);  // its account is made up at its stop
    } else {
        book.stop(entry.tid, entry.time);
    }
}

void ExactWatch::endUnfollowed(ThreadBook& book)
{
    std::erase_if(m_gone, [&](const ThreadRef& thread) {
        const bool hasEnded = !isThreadAlive(thread.pid, thread.tid);
        if (hasEnded && thread.tid != m_process)
            book.stop(thread.tid, now());
        return hasEnded;
    });
}

void ExactWatch::takeSwitch(const SchedulingEntry& entry, ThreadBook& book)
{
    if (!book.isAlive(entry.tid))  // the entry of its start was lost
        book.start(entry.pid, entry.tid, threadName(entry.pid, entry.tid), entry.time);
    if (entry.kind == SchedulingEntry::Kind::In)
        book.switchIn(entry.tid, entry.core, entry.time);
    else
        book.switchOut(entry.tid, entry.core,
                       entry.kind == SchedulingEntry::Kind::Preempted ? WaitReason::Ready
                                                                      : WaitReason::Unknown,
                       entry.time);
}

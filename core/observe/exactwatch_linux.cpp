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
        book.start(entry.pid, entry.tid, threadName(entry.pid, entry.tid), entry.time);
        break;
    case Kind::Ended:
        // That of a main thread comes before its process has ended; the account is made up then.
        if (entry.tid == m_process)
            book.switchOut(entry.tid, entry.core, WaitReason::Unknown, entry.time);
        else
            book.stop(entry.tid, entry.time);
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

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

/// A thread is called like the one that started it, until it is renamed. By now the process table
/// may tell a later name, or none.
std::string nameOfNew(const SchedulingEntry& start, const ThreadBook& book)
{
    const std::string name = book.nameOf(start.parent);
    return name.empty() ? threadName(start.pid, start.tid) : name;
}

/// Of a thread whose start is not known.
std::string nameOfKnown(const SchedulingEntry& entry, const ThreadBook& book)
{
    const std::string name = threadName(entry.pid, entry.tid);
    return name.empty() ? book.nameOf(entry.pid) : name;
}

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
    endUnrecorded(book);
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
    if (entry.kind != Kind::Lost)  // its record goes on after all
        std::erase_if(m_unrecorded, [&](const auto& process) { return process.pid == entry.tid; });
    switch (entry.kind) {
    case Kind::Started:
        book.start(entry.pid, entry.tid, nameOfNew(entry, book), entry.time);
        break;
    case Kind::Ended:
        takeEnd(entry, book);
        break;
    case Kind::Executed:
        takeExecution(entry, book);
        break;
    case Kind::Renamed:
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

void ExactWatch::takeEnd(const SchedulingEntry& entry, ThreadBook& book)
{
    // A process that executes a program of another user's loses its record, and goes on.
    if (entry.tid == entry.pid && isProcessAlive(entry.pid) && book.isAlive(entry.tid)) {
        m_unrecorded.push_back({entry.pid, book.nameOf(entry.tid)});
        book.loseSight(entry.tid, entry.time);
    } else if (entry.tid == m_process) {
        // It comes before the process has ended; the account is made up then.
        book.switchOut(entry.tid, entry.core, WaitReason::Unknown, entry.time);
    } else {
        book.stop(entry.tid, entry.time);
    }
}

/// The thread that executes another program takes over the number of its process's main thread; all
/// others have ended.
void ExactWatch::takeExecution(const SchedulingEntry& entry, ThreadBook& book)
{
    for (const std::int64_t tid : book.threadsOf(entry.pid)) {
        if (tid != entry.tid)
            book.stop(tid, entry.time);
    }
    book.runOn(entry.tid, entry.core, entry.time);
    book.rename(entry.tid, entry.name);
}

std::uint64_t ExactWatch::lostRecords() const noexcept
{
    return m_lost + m_unrecorded.size();  // nobody knows how many of those
}

/// Nothing is recorded of the end of processes that have lost their record.
void ExactWatch::endUnrecorded(ThreadBook& book) const
{
    for (const ThreadBook::Process& process : m_unrecorded) {
        if (process.pid != m_process && book.isAlive(process.pid) && !isProcessAlive(process.pid))
            book.stop(process.pid, now());
    }
}

Nanoseconds ExactWatch::endOfMainThread(Nanoseconds time) const
{
    const bool isUnrecorded =
        std::ranges::find(m_unrecorded, m_process, &ThreadBook::Process::pid) != m_unrecorded.end();
    return isUnrecorded ? time : Nanoseconds{};
}

std::string ExactWatch::remark() const
{
    const std::string names = ThreadBook::listOf(m_unrecorded);
    return names.empty() ? names
                         : "not seen any more, since it runs as another user, whom the kernel "
                           "protects from being recorded: " +
                               names;
}

void ExactWatch::takeSwitch(const SchedulingEntry& entry, ThreadBook& book)
{
    if (!book.isAlive(entry.tid))  // the entry of its start was lost
        book.start(entry.pid, entry.tid, nameOfKnown(entry, book), entry.time);
    if (entry.kind == SchedulingEntry::Kind::In)
        book.switchIn(entry.tid, entry.core, entry.time);
    else
        book.switchOut(entry.tid, entry.core,
                       entry.kind == SchedulingEntry::Kind::Preempted ? WaitReason::Ready
                                                                      : WaitReason::Unknown,
                       entry.time);
}

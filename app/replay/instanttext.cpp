#include "app/replay/instanttext.h"

#include "app/replay/replaywords.h"
#include "app/timeline/rowgroups.h"

#include <QLocale>
#include <QStringList>

namespace {

constexpr std::size_t mostNamed = 12;

QString countText(std::size_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

/// "a, b, c and 4 more"
template <typename List, typename NameOf>
QString enumerated(const List& list, NameOf nameOf)
{
    QStringList names;
    for (std::size_t i = 0; i < std::min(list.size(), mostNamed); ++i)
        names << nameOf(list[i]);
    const QString text = names.join(QStringLiteral(", "));
    if (list.size() <= mostNamed)
        return text;
    return ReplayWords::tr("%1 and %2 more", "Task 1, Task 2 and 4 more")
        .arg(text, countText(list.size() - mostNamed));
}

QString coreText(const WorkNames& names, const CoreAt& core)
{
    const QString what = core.use == CoreUse::Running ? names.nameOf(core.work)
                         : core.use == CoreUse::Idle  ? ReplayWords::tr("idle")
                                                      : ReplayWords::tr("not known");
    return ReplayWords::tr("Core %1: %2").arg(nameOfCore(core.core), what);
}

QString lockText(HeldLock held)
{
    const QLocale locale;
    const QString lock = held.lock == 0
                             ? ReplayWords::tr("the global lock")
                             : ReplayWords::tr("lock %1").arg(locale.toString(held.lock));
    return held.holder == TaskId::None ? lock
                                       : ReplayWords::tr("%1, held by task %2", "%1: lock 3")
                                             .arg(lock, locale.toString(number(held.holder)));
}

QString tasksText(const Instant& instant)
{
    return ReplayWords::tr("Not started: %1, done: %2")
        .arg(countText(instant.notStarted.size()), countText(instant.stopped.size()));
}

void addWork(QStringList& lines, const WorkNames& names, const Instant& instant)
{
    const auto nameOf = [&](const WorkAt& work) { return names.nameOf(work); };
    if (!instant.running.empty())
        lines << ReplayWords::tr("Running, core not known: %1")
                     .arg(enumerated(instant.running, nameOf));
    if (!instant.ready.empty())
        lines << ReplayWords::tr("Ready queue: %1")
                     .arg(enumerated(instant.ready, [&](const WaitingAt& waiting) {
                         return names.nameOf(waiting.work);
                     }));
    if (!instant.blocked.empty())
        lines << ReplayWords::tr("Blocked: %1")
                     .arg(enumerated(instant.blocked, [&](const WaitingAt& waiting) {
                         return waitText(names, waiting);
                     }));
    if (!instant.notKnown.empty())
        lines << ReplayWords::tr("In progress, not known how: %1")
                     .arg(enumerated(instant.notKnown, nameOf));
}

}  // namespace

QString reasonText(WaitReason reason)
{
    switch (reason) {
    case WaitReason::Ready:
        return ReplayWords::tr("ready");
    case WaitReason::Io:
        return ReplayWords::tr("I/O");
    case WaitReason::Lock:
        return ReplayWords::tr("lock");
    case WaitReason::Queue:
        return ReplayWords::tr("queue");
    case WaitReason::Sleep:
        return ReplayWords::tr("sleep");
    case WaitReason::Join:
        return ReplayWords::tr("join", "waits for others to end");
    case WaitReason::Unknown:
        break;
    }
    return ReplayWords::tr("reason not known");
}

QString waitText(const WorkNames& names, const WaitingAt& waiting)
{
    const bool isLockKnown = waiting.reason == WaitReason::Lock && waiting.held != HeldLock{};
    return ReplayWords::tr("%1 (%2)", "Task 4 (lock 3, held by task 2)")
        .arg(names.nameOf(waiting.work),
             isLockKnown ? lockText(waiting.held) : reasonText(waiting.reason));
}

QString instantText(const WorkNames& names, const Instant& instant)
{
    QStringList lines;
    if (instant.hasEnded)
        lines << ReplayWords::tr("The run is over.");
    for (std::size_t i = 0; i < std::min(instant.cores.size(), mostNamed); ++i)
        lines << coreText(names, instant.cores[i]);
    if (instant.cores.size() > mostNamed)
        lines << ReplayWords::tr("and %1 more", "cores")
                     .arg(countText(instant.cores.size() - mostNamed));
    addWork(lines, names, instant);
    if (!instant.notStarted.empty() || !instant.stopped.empty())
        lines << tasksText(instant);
    return lines.join(u'\n');
}

#include "app/timeline/legendpicture.h"
#include "app/timeline/timelinewords.h"
#include "core/analysis/times.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace {

QString wordsFor(WorkState state, const LegendUse& use)
{
    switch (state) {
    case WorkState::NotStarted:
        return TimelineWords::tr("not started");
    case WorkState::NotKnown:
        return TimelineWords::tr("in progress, nothing more known");
    case WorkState::Running:
        return TimelineWords::tr("running on a core");
    case WorkState::Ready:
        return use.hasEventLoop
                   ? TimelineWords::tr("ready, waiting for a core or for the event loop")
                   : TimelineWords::tr("ready, waiting for a core");
    case WorkState::Io:
        return TimelineWords::tr("waiting for input or output");
    case WorkState::Lock:
        return TimelineWords::tr("waiting for a lock");
    case WorkState::Queue:
        return TimelineWords::tr("waiting for work");
    case WorkState::Sleep:
        return TimelineWords::tr("sleeping");
    case WorkState::Join:
        return use.hasTasks ? TimelineWords::tr("waiting for other parts")
                            : TimelineWords::tr("waiting for another to end");
    case WorkState::Waiting:
        return TimelineWords::tr("blocked, reason not known");
    case WorkState::Unseen:
        return TimelineWords::tr("not known, records were lost");
    }
    return {};
}

QString wordsFor(LegendExtra extra)
{
    switch (extra) {
    case LegendExtra::Between:
        return TimelineWords::tr("running between tasks");
    case LegendExtra::Group:
        return TimelineWords::tr("several: share of the cores");
    case LegendExtra::Idle:
        return TimelineWords::tr("core without a worker of the run");
    case LegendExtra::Failed:
        return TimelineWords::tr("failed");
    case LegendExtra::Cancelled:
        return TimelineWords::tr("cancelled");
    case LegendExtra::CoresLine:
        return TimelineWords::tr("cores of the plan");
    case LegendExtra::MachineLine:
        return TimelineWords::tr("cores of the machine");
    case LegendExtra::Circle:
        return TimelineWords::tr("deadlock: waits for the other");
    case LegendExtra::Change:
        return TimelineWords::tr("goes on with that worker");
    case LegendExtra::Ghost:
        break;  // each has its own name
    }
    return {};
}

QString fewWordsFor(WorkState state)
{
    switch (state) {
    case WorkState::NotStarted:
        return TimelineWords::tr("not started");
    case WorkState::NotKnown:
        return TimelineWords::tr("in progress");
    case WorkState::Running:
        return TimelineWords::tr("running");
    case WorkState::Ready:
        return TimelineWords::tr("ready, no core");
    case WorkState::Io:
        return TimelineWords::tr("I/O");
    case WorkState::Lock:
        return TimelineWords::tr("lock");
    case WorkState::Queue:
        return TimelineWords::tr("no work");
    case WorkState::Sleep:
        return TimelineWords::tr("sleeping");
    case WorkState::Join:
        return TimelineWords::tr("for others");
    case WorkState::Waiting:
        return TimelineWords::tr("blocked");
    case WorkState::Unseen:
        return TimelineWords::tr("lost");
    }
    return {};
}

QString fewWordsFor(LegendExtra extra)
{
    switch (extra) {
    case LegendExtra::Between:
        return TimelineWords::tr("between tasks");
    case LegendExtra::Group:
        return TimelineWords::tr("several");
    case LegendExtra::Idle:
        return TimelineWords::tr("idle core");
    case LegendExtra::CoresLine:
    case LegendExtra::MachineLine:
        return TimelineWords::tr("cores");
    case LegendExtra::Circle:
        return TimelineWords::tr("deadlock");
    case LegendExtra::Change:
        return TimelineWords::tr("new worker");
    case LegendExtra::Failed:
    case LegendExtra::Cancelled:
    case LegendExtra::Ghost:
        break;
    }
    return wordsFor(extra);
}

QString evidenceWord(Evidence evidence)
{
    switch (evidence) {
    case Evidence::Exact:
        return TimelineWords::tr("exact (kernel record)");
    case Evidence::Inferred:
        return TimelineWords::tr("inferred (gaps noticed by the workers)");
    case Evidence::Sampled:
        return TimelineWords::tr("sampled (process table)");
    }
    return {};
}

}  // namespace

std::vector<LegendEntry> legendEntries(const LegendUse& use, LegendWords words)
{
    constexpr std::array order{WorkState::Running,  WorkState::Ready,     WorkState::Io,
                               WorkState::Lock,     WorkState::Queue,     WorkState::Sleep,
                               WorkState::Join,     WorkState::Waiting,   WorkState::Unseen,
                               WorkState::NotKnown, WorkState::NotStarted};
    constexpr std::array extras{
        LegendExtra::Between,     LegendExtra::Group,     LegendExtra::Idle,
        LegendExtra::Failed,      LegendExtra::Cancelled, LegendExtra::CoresLine,
        LegendExtra::MachineLine, LegendExtra::Circle,    LegendExtra::Change};
    std::vector<LegendEntry> entries;
    const bool few = words == LegendWords::Few;
    for (const WorkState state : order) {
        if (use.has(state))
            entries.push_back(
                {.text = few ? fewWordsFor(state) : wordsFor(state, use), .state = state});
    }
    for (const LegendExtra extra : extras) {
        if (use.has(extra))
            entries.push_back({.text = few ? fewWordsFor(extra) : wordsFor(extra), .extra = extra});
    }
    for (const QString& name : use.ghosts)
        entries.push_back({.text = name, .extra = LegendExtra::Ghost});
    const auto withMore = [](const QString& text, bool more) {
        return more ? TimelineWords::tr("%1 …").arg(text) : text;
    };
    for (const auto& [process, name] : use.processes)
        entries.push_back({.text = withMore(name, use.moreProcesses), .task = process});
    const QLocale locale;
    for (const TaskId task : use.tasks) {
        const bool isFirst = task == *use.tasks.begin();
        const QString text = isFirst ? TimelineWords::tr("task %1").arg(number(task))
                                     : locale.toString(number(task));
        entries.push_back({.text = withMore(text, use.moreTasks), .task = task});
    }
    return entries;
}

QString provenanceOf(const Comparison& comparison)
{
    if (comparison.runs.empty())
        return {};
    const Evidence evidence = comparison.runs.front().start.evidence;
    const auto same = [evidence](const Recording& run) { return run.start.evidence == evidence; };
    const QString words = std::ranges::all_of(comparison.runs, same)
                              ? evidenceWord(evidence)
                              : TimelineWords::tr("mixed evidence");
    const auto share = observerShare(comparison);
    if (!share)
        return words;
    return TimelineWords::tr("%1 · observer %2 % of CPU")
        .arg(words, QLocale().toString(*share * 100, 'f', 1));
}

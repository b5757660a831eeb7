#include "app/timeline/plantext.h"

#include "app/timeline/timelinewords.h"
#include "app/timeline/workerorder.h"

#include <QLocale>

#include <algorithm>

namespace {

QString processesText(int processes)
{
    return processes == 1 ? TimelineWords::tr("1 process")
                          : TimelineWords::tr("%n processes", nullptr, processes);
}

QString evidenceWord(Evidence evidence)
{
    switch (evidence) {
    case Evidence::Exact:
        return TimelineWords::tr("exact evidence");
    case Evidence::Inferred:
        return TimelineWords::tr("inferred evidence");
    case Evidence::Sampled:
        break;
    }
    return TimelineWords::tr("sampled evidence");
}

/// The last part of a path; all of it where that is empty.
std::string withoutFolder(const std::string& path)
{
    const auto name = path.find_last_of('/') + 1;  // 0 where there is none
    return name < path.size() ? path.substr(name) : path;
}

/// One thread, whatever is in progress.
QString loopText(const Plan& plan)
{
    const QString text = plan.inProgress == 1
                             ? TimelineWords::tr("an event loop · one task after another")
                             : TimelineWords::tr("an event loop, up to %n tasks in progress",
                                                 nullptr, plan.inProgress);
    return plan.split == 1 ? text
                           : TimelineWords::tr("%1, each split in %2", "an event loop …")
                                 .arg(text, QLocale().toString(plan.split));
}

/// Several tasks at once, in several parts each.
QString splitText(const Plan& plan, const QString& workers, const QString& cores)
{
    const QString tasks = QLocale().toString(plan.inProgress);
    const QString parts = QLocale().toString(plan.split);
    if (plan.with == WorkerKind::GlobalLock)
        return TimelineWords::tr("%1 tasks at once, each split in %2, for %3 on %4",
                                 "%3: 5 threads under one global lock, %4: 2 cores")
            .arg(tasks, parts, workers, cores);
    return TimelineWords::tr("%1 tasks at once, each split in %2, on %3", "%3: 2 cores")
        .arg(tasks, parts, cores);
}

/// Empty for none.
QString givenName(const Comparison& comparison, std::size_t run)
{
    return run < comparison.names.size() ? QString::fromStdString(comparison.names[run])
                                         : QString();
}

}  // namespace

QString titleOf(std::optional<Mode> mode)
{
    if (!mode)
        return TimelineWords::tr("Run");
    switch (*mode) {
    case Mode::Sequential:
        return TimelineWords::tr("Sequential");
    case Mode::Concurrent:
        return TimelineWords::tr("Concurrent");
    case Mode::Parallel:
        return TimelineWords::tr("Parallel");
    case Mode::Both:
        return TimelineWords::tr("Concurrent + parallel");
    case Mode::BothSplit:
        return TimelineWords::tr("Concurrent + parallel, split tasks");
    }
    return TimelineWords::tr("Run");
}

QString titleOf(const RunStart& start)
{
    if (!start.isObserved())
        return titleOf(start.mode);
    constexpr qsizetype longest = 24;
    std::vector<std::string> shown = start.command;
    for (std::string& word : shown) {
        if (&word == &shown.front() || word.starts_with('/'))
            word = withoutFolder(word);
    }
    return commandText(shown, longest);
}

QString tasksText(int inProgress)
{
    return inProgress == 1 ? TimelineWords::tr("1 task in progress")
                           : TimelineWords::tr("%n tasks in progress", nullptr, inProgress);
}

QString workersOf(const Plan& plan)
{
    return plan.with == WorkerKind::EventLoop ? tasksText(plan.inProgress)
                                              : workersText(plan.workers(), plan.with);
}

/// Whether a run without a name must be told from another, by `differ` among those with other
/// plans.
template <typename Differ>
bool mustBeTold(const Comparison& comparison, const RunStart& start, Differ differ)
{
    return std::ranges::any_of(comparison.runs, [&](const Recording& run) {
        return !run.start.mode && !run.start.isObserved() && run.start.plan != start.plan &&
               differ(run.start.plan);
    });
}

bool isRepeatOf(const RunStart& run, const RunStart& other)
{
    return run.mode == other.mode && run.plan == other.plan && run.command == other.command;
}

QString nameOfPlan(const Comparison& comparison, const RunStart& start)
{
    const auto first = std::ranges::find_if(
        comparison.runs, [&](const Recording& run) { return isRepeatOf(run.start, start); });
    QString given =
        givenName(comparison, static_cast<std::size_t>(first - comparison.runs.begin()));
    if (!given.isEmpty())
        return given;
    const QString title = titleOf(start);
    const auto always = [](const Plan&) { return true; };
    if (start.isObserved() || start.mode || !mustBeTold(comparison, start, always))
        return title;
    const QString workers = workersOf(start.plan);
    const auto hasSameWorkers = [&](const Plan& plan) { return workersOf(plan) == workers; };
    if (!mustBeTold(comparison, start, hasSameWorkers))
        return TimelineWords::tr("%1 with %2", "%1: Run, %2: 4 workers").arg(title, workers);
    return TimelineWords::tr("%1 with %2 on %3", "%1: Run, %2: 4 workers, %3: 1 core")
        .arg(title, workers, coresText(start.plan.cores));
}

QString titleOf(const Comparison& comparison, std::size_t run)
{
    if (QString given = givenName(comparison, run); !given.isEmpty())
        return given;
    const RunStart& start = comparison.runs[run].start;
    int number = 0;
    int repeats = 0;
    for (std::size_t i = 0; i < comparison.runs.size(); ++i) {
        const RunStart& other = comparison.runs[i].start;
        if (!isRepeatOf(other, start))
            continue;
        ++repeats;
        if (i <= run)
            ++number;
    }
    const QString title = nameOfPlan(comparison, start);
    if (repeats < 2)
        return title;
    return TimelineWords::tr("%1, repeat %2").arg(title, QLocale().toString(number));
}

QString workersText(int workers, WorkerKind kind)
{
    if (kind == WorkerKind::EventLoop)
        return TimelineWords::tr("an event loop");
    if (kind == WorkerKind::GlobalLock)
        return TimelineWords::tr("%1 under one global lock (a model of CPython's)", "%1: 5 threads")
            .arg(threadsText(workers));
    if (kind == WorkerKind::Processes)
        return workers == 1 ? TimelineWords::tr("1 worker process")
                            : TimelineWords::tr("%n worker processes", nullptr, workers);
    return workers == 1 ? TimelineWords::tr("1 worker")
                        : TimelineWords::tr("%n workers", nullptr, workers);
}

QString coresText(int cores)
{
    return cores == 1 ? TimelineWords::tr("1 core") : TimelineWords::tr("%n cores", nullptr, cores);
}

QString threadsText(int threads)
{
    return threads == 1 ? TimelineWords::tr("1 thread")
                        : TimelineWords::tr("%n threads", nullptr, threads);
}

QString sentenceOf(const Plan& plan)
{
    if (plan.with == WorkerKind::EventLoop)
        return loopText(plan);
    const QString workers = workersText(plan.workers(), plan.with);
    const QString cores = coresText(plan.cores);
    if (plan.workers() == 1)
        return TimelineWords::tr("%1 · one task after another", "%1: 1 worker").arg(workers);
    if (plan.inProgress == 1)
        return TimelineWords::tr("one task at a time, split across %1 on %2",
                                 "%1: 4 workers, %2: 2 cores")
            .arg(workers, cores);
    if (plan.split > 1)
        return splitText(plan, workers, cores);
    const QString words =
        plan.cores == 1 ? TimelineWords::tr("%1 take turns on %2", "%1: 4 workers, %2: 1 core")
        : plan.workers() > plan.cores
            ? TimelineWords::tr("%1 share %2", "%1: 4 workers, %2: 2 cores")
            : TimelineWords::tr("%1 on %2", "%1: 4 workers, %2: 4 cores");
    return words.arg(workers, cores);
}

QString sentenceOf(const Recording& observed, int machineCores)
{
    return TimelineWords::tr("%1, %2 on %3 · %4", "2 processes, 5 threads on 2 cores · exact …")
        .arg(processesText(static_cast<int>(orderOf(observed.workers).firstRows.size())),
             threadsText(static_cast<int>(observed.workers.size())), coresText(machineCores),
             evidenceWord(observed.start.evidence));
}

QString commandText(const std::vector<std::string>& command, qsizetype longest)
{
    QString text;
    for (const std::string& word : command) {
        if (text.size() > longest)
            break;
        const auto bytes = static_cast<std::size_t>(4 * longest + 4);  // more than are shown
        text += (text.isEmpty() ? QString() : QStringLiteral(" ")) +
                QString::fromStdString(word.substr(0, bytes)).simplified();
    }
    if (text.size() <= longest)
        return text;
    const qsizetype space = text.lastIndexOf(u' ', longest);
    return TimelineWords::tr("%1 …").arg(text.left(space > 0 ? space : longest).trimmed());
}

#include "app/shell/statustext.h"

#include "app/timeline/plantext.h"
#include "core/analysis/times.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("StatusText", text);
}

QString percent(double share)
{
    return tr("%1 %").arg(QLocale().toString(share * 100, 'f', 1));
}

/// A program of which nobody knows how long it takes.
RunProgress progressOfObserved(const Recording& run)
{
    const auto threads = static_cast<int>(run.workers.size());
    const QString program = QFileInfo(QString::fromStdString(run.start.command.front())).fileName();
    return {{},
            threads == 1
                ? tr("Observing %1: 1 thread so far").arg(program)
                : tr("Observing %1: %2 threads so far").arg(program, QLocale().toString(threads))};
}

}  // namespace

QString evidenceText(const Comparison& comparison)
{
    if (comparison.runs.empty())
        return {};
    switch (comparison.runs.front().start.evidence) {
    case Evidence::Exact:
        return tr("exact: the kernel's scheduling record");
    case Evidence::Inferred:
        return tr("inferred: each worker noticed its own gaps");
    case Evidence::Sampled:
        return tr("sampled: the process table, polled");
    }
    return {};
}

QString evidenceNote(const Comparison& comparison)
{
    return comparison.runs.empty()
               ? QString()
               : QString::fromStdString(comparison.runs.front().start.evidenceNote);
}

QString commandIn(const QString& note)
{
    static const QRegularExpression command(
        QStringLiteral(R"(\b(?:sudo |sysctl )[^“”`\n]*[^“”`\s.])"));
    return command.match(note).captured();
}

QString observerText(const Comparison& comparison)
{
    const auto share = observerShare(comparison);
    return share ? tr("observer %1 of CPU").arg(percent(*share)) : QString();
}

RunProgress progressOf(const Comparison& comparison, int expectedRuns)
{
    if (comparison.runs.empty())
        return {0, tr("Starting…")};
    const Recording& run = comparison.runs.back();
    if (run.start.isObserved())
        return progressOfObserved(run);
    const auto done =
        std::ranges::count_if(run.tasks, [](const Task& task) { return task.stop.has_value(); });
    const auto tasks = std::max<std::size_t>(1, run.tasks.size());
    const double share = static_cast<double>(done) / static_cast<double>(tasks);
    const auto runs = static_cast<int>(comparison.runs.size());
    const int all = std::max(expectedRuns, runs);
    const QLocale locale;
    return {(runs - 1 + share) / all,
            tr("Run %1 of %2: %3, %4 of %5 tasks done")
                .arg(locale.toString(runs), locale.toString(all), nameOfPlan(comparison, run.start),
                     locale.toString(static_cast<qlonglong>(done)),
                     locale.toString(static_cast<qlonglong>(tasks)))};
}

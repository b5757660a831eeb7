#include "app/timeline/panelhint.h"

#include "app/timeline/paneltext.h"
#include "app/timeline/plantext.h"
#include "app/timeline/timelinewords.h"
#include "app/timeline/timetext.h"
#include "core/analysis/times.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace {

QString evidenceText(Evidence evidence)
{
    switch (evidence) {
    case Evidence::Exact:
        return TimelineWords::tr("Evidence: exact, the kernel's scheduling record.");
    case Evidence::Inferred:
        return TimelineWords::tr("Evidence: inferred, from gaps that the workers noticed.");
    case Evidence::Sampled:
        return TimelineWords::tr("Evidence: sampled, the process table.");
    }
    return {};
}

QString lostText(std::uint64_t records)
{
    const auto count = static_cast<int>(std::min<std::uint64_t>(records, INT32_MAX));
    return count == 1 ? TimelineWords::tr("1 record was lost; what it told is not known.")
                      : TimelineWords::tr("%n records were lost; what they told is not known.",
                                          nullptr, count);
}

/// What the hypervisor took, where it is more than half a per cent of all cores' time.
QString stolenText(const Recording& run, int machineCores)
{
    constexpr double noticeable = 0.005;
    const double available = static_cast<double>(run.wall().count()) * std::max(1, machineCores);
    const Nanoseconds stolen = run.summary.stolenTime.value_or(Nanoseconds{});
    const double share = available > 0 ? static_cast<double>(stolen.count()) / available : 0;
    if (share <= noticeable)
        return {};
    return TimelineWords::tr("The hypervisor took %1 from the cores, %2 % of their time.")
        .arg(durationText(stolen), QLocale().toString(share * 100, 'f', 1));
}

/// Why tasks failed, in full.
QStringList failuresOf(const Recording& run)
{
    constexpr int most = 3;
    constexpr std::size_t longest = 600;
    QStringList lines;
    for (const Task& task : run.tasks) {
        if (!task.error.empty() && lines.size() < most)
            lines << TimelineWords::tr("Task %1: %2", "its number, why it failed")
                         .arg(QLocale().toString(number(task.id)),
                              QString::fromStdString(task.error.substr(0, longest)));
    }
    return lines;
}

}  // namespace

QString hintOf(const PanelText& text, const Comparison& comparison, const Recording& run)
{
    constexpr qsizetype longestCommand = 300;
    constexpr std::size_t longestNote = 500;
    QStringList lines{text.title + QStringLiteral(": ") + text.sentence};
    if (run.start.isObserved())
        lines << commandText(run.start.command, longestCommand);
    if (!text.problem.isEmpty())
        lines << text.problem;
    lines << failuresOf(run) << text.findings;
    if (!text.detail.isEmpty())
        lines << text.verdict + QStringLiteral(": ") + text.detail;
    if (const auto share = efficiency(comparison, run); share && !text.factor.isEmpty())
        lines << TimelineWords::tr("Speedup %1, efficiency %2 (speedup ÷ cores used).")
                     .arg(text.factor, percentText(*share));
    lines << evidenceText(run.start.evidence);
    if (!run.start.evidenceNote.empty())
        lines << QString::fromStdString(run.start.evidenceNote.substr(0, longestNote));
    if (run.summary.lostRecords > 0)
        lines << lostText(run.summary.lostRecords);
    if (const QString stolen = stolenText(run, comparison.machine.cores); !stolen.isEmpty())
        lines << stolen;
    return lines.join(QLatin1Char('\n'));
}

#include "app/timeline/paneltext.h"

#include "app/timeline/plantext.h"
#include "app/timeline/timelinewords.h"
#include "app/timeline/timetext.h"
#include "core/analysis/times.h"

#include <QStringList>

#include <cmath>

namespace {

QString problemOf(const Recording& run, Feed feed, bool isLast)
{
    const QString message = QString::fromStdString(run.summary.message);
    switch (run.summary.end) {
    case RunEnd::Done:
        return {};
    case RunEnd::NotYet:
        return feed == Feed::Live && isLast ? QString() : TimelineWords::tr("cut off");
    case RunEnd::Failed:
        return message.isEmpty() ? TimelineWords::tr("failed")
                                 : TimelineWords::tr("failed: %1").arg(message);
    case RunEnd::Interrupted:
        return message.isEmpty() ? TimelineWords::tr("stopped")
                                 : TimelineWords::tr("stopped: %1").arg(message);
    }
    return {};
}

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

void describeVerdict(PanelText& text, const std::optional<Judgement>& judgement)
{
    if (text.isRunning) {
        text.verdict = TimelineWords::tr("running…");
        return;
    }
    if (!judgement)
        return;
    text.verdict = verdictText(judgement->verdict);
    text.detail = verdictDetail(*judgement);
}

QString percent(double share)
{
    return TimelineWords::tr("%1 %").arg(QLocale().toString(share * 100, 'f', 0));
}

/// The most there were, where that was the case for a noticeable time; else the rounded mean.
int usualCount(const Share& share)
{
    constexpr double noticeable = 0.05;
    return share.share >= noticeable ? share.max
                                     : std::max(1, static_cast<int>(std::lround(share.mean)));
}

QString hintOf(const PanelText& text, const Comparison& comparison, const Recording& run)
{
    QStringList lines{text.title + QStringLiteral(": ") + text.sentence};
    if (!text.problem.isEmpty())
        lines << text.problem;
    if (!text.detail.isEmpty())
        lines << text.verdict + QStringLiteral(": ") + text.detail;
    if (const auto share = efficiency(comparison, run))
        lines << TimelineWords::tr("Speedup %1, efficiency %2 (speedup ÷ cores used).")
                     .arg(text.factor, percent(*share));
    lines << evidenceText(run.start.evidence);
    return lines.join(QLatin1Char('\n'));
}

QString descriptionOf(const PanelText& text)
{
    QStringList parts{text.sentence, text.wall};
    if (!text.factor.isEmpty())
        parts << TimelineWords::tr("speedup %1").arg(text.factor);
    for (const QString& part : {text.verdict, text.detail, text.problem}) {
        if (!part.isEmpty())
            parts << part;
    }
    return parts.join(QStringLiteral(", "));
}

}  // namespace

PanelText textOf(const Comparison& comparison, std::size_t run,
                 const std::optional<Judgement>& judgement, Feed feed)
{
    const Recording& recording = comparison.runs[run];
    const bool isLast = run + 1 == comparison.runs.size() && !comparison.isComplete;
    PanelText text;
    text.title = titleOf(comparison, run);
    text.sentence = sentenceOf(recording.start.plan);
    text.problem = problemOf(recording, feed, isLast);
    text.isRunning = !recording.hasEnded() && text.problem.isEmpty();
    describeVerdict(text, judgement);
    text.wall = durationText(recording.wall());
    if (recording.hasEnded()) {
        if (const auto factor = speedup(comparison, recording))
            text.factor = factorText(*factor);
    }
    text.hint = hintOf(text, comparison, recording);
    text.description = descriptionOf(text);
    return text;
}

QString verdictText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Neither:
        return TimelineWords::tr("Neither");
    case Verdict::Concurrent:
        return TimelineWords::tr("Concurrent, not parallel");
    case Verdict::Parallel:
        return TimelineWords::tr("Parallel, not concurrent");
    case Verdict::Both:
        return TimelineWords::tr("Concurrent and parallel");
    case Verdict::Inconclusive:
        break;
    }
    return TimelineWords::tr("Inconclusive");
}

QString verdictDetail(const Judgement& judgement)
{
    if (judgement.verdict == Verdict::Inconclusive)
        return QString::fromStdString(judgement.reason);
    if (judgement.verdict == Verdict::Neither)
        return judgement.concurrency.max < 2
                   ? TimelineWords::tr("never 2 tasks in progress")
                   : TimelineWords::tr("2 tasks in progress for %1 of the time")
                         .arg(percent(judgement.concurrency.share));
    const QLocale locale;
    return TimelineWords::tr("%1 in progress · %2 running")
        .arg(locale.toString(usualCount(judgement.concurrency)),
             locale.toString(usualCount(judgement.parallelism)));
}

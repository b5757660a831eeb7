#include "app/timeline/paneltext.h"

#include "app/timeline/findingtext.h"
#include "app/timeline/panelhint.h"
#include "app/timeline/plantext.h"
#include "app/timeline/timelinewords.h"
#include "app/timeline/timetext.h"
#include "app/timeline/waitcircles.h"
#include "core/analysis/times.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace {

QString endText(const Recording& run, Feed feed, bool isLast)
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

/// An observed program says by its exit status that it did not end well: that comes first.
QString problemOf(const Recording& run, Feed feed, bool isLast)
{
    const int status = run.summary.exitStatus.value_or(0);
    if (status == 0)
        return endText(run, feed, isLast);
    const QString words = TimelineWords::tr("exit status %1").arg(status);
    const QString more = run.summary.end == RunEnd::Failed
                             ? QString::fromStdString(run.summary.message)
                             : endText(run, feed, isLast);
    return more.isEmpty()
               ? words
               : TimelineWords::tr("%1: %2", "exit status 137: was killed").arg(words, more);
}

void describeVerdict(PanelText& text, const std::optional<Judgement>& judgement, Subject subject)
{
    if (text.isRunning) {
        text.verdict = TimelineWords::tr("running…");
        return;
    }
    if (!judgement)
        return;
    text.verdict = verdictText(judgement->verdict);
    text.detail = verdictDetail(*judgement, subject);
}

/// The most there were, where that was the case for a noticeable time; else the rounded mean.
int usualCount(const Share& share)
{
    constexpr double noticeable = 0.05;
    return share.share >= noticeable ? share.max
                                     : std::max(1, static_cast<int>(std::lround(share.mean)));
}

/// "deadlock: 2 → 3 → 2"
QString deadlockText(const Recording& run)
{
    const std::vector<WaitCircle> circles = waitCirclesOf(run);
    if (circles.empty())
        return {};
    constexpr std::size_t mostNamed = 8;
    const QLocale locale;
    QStringList tasks;
    for (const WaitLink& link : circles.front().links)
        tasks << locale.toString(number(link.waiter));
    if (circles.front().links.size() > mostNamed)
        tasks = tasks.mid(0, mostNamed) << QStringLiteral("…");
    tasks << tasks.front();
    return TimelineWords::tr("deadlock: %1", "%1: tasks, 2 → 3 → 2")
        .arg(tasks.join(QStringLiteral(" → ")));
}

QString descriptionOf(const PanelText& text)
{
    QStringList parts{text.sentence, text.wall};
    if (!text.factor.isEmpty())
        parts << TimelineWords::tr("speedup %1").arg(text.factor);
    for (const QString& part : {text.verdict, text.detail, text.problem, text.deadlock}) {
        if (!part.isEmpty())
            parts << part;
    }
    return (parts + text.findings).join(QStringLiteral(", "));
}

}  // namespace

PanelText textOf(const Comparison& comparison, std::size_t run,
                 const std::optional<Judgement>& judgement, Feed feed)
{
    const Recording& recording = comparison.runs[run];
    const bool isLast = run + 1 == comparison.runs.size() && !comparison.isComplete;
    PanelText text;
    text.title = titleOf(comparison, run);
    const bool isObserved = recording.start.isObserved();
    text.sentence = isObserved ? sentenceOf(recording, comparison.machine.cores)
                               : sentenceOf(recording.start.plan);
    text.problem = problemOf(recording, feed, isLast);
    text.deadlock = deadlockText(recording);
    text.findings = findingTexts(recording);
    if (text.deadlock.isEmpty())  // which says more
        text.headline = headlineFinding(recording);
    text.isRunning = !recording.hasEnded() && text.problem.isEmpty();
    describeVerdict(text, judgement, isObserved ? Subject::Threads : Subject::Tasks);
    text.wall = durationText(recording.wall());
    if (recording.hasEnded() && !isObserved) {
        if (const auto factor = speedup(comparison, recording))
            text.factor = factorText(*factor);
    }
    text.hint = hintOf(text, comparison, recording);
    text.description = descriptionOf(text);
    return text;
}

QString PanelText::alarm() const
{
    QStringList parts{problem, deadlock};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
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

QString verdictDetail(const Judgement& judgement, Subject subject)
{
    if (judgement.verdict == Verdict::Inconclusive)
        return QString::fromStdString(judgement.reason);
    const bool isOfThreads = subject == Subject::Threads;
    const Share& concurrency = judgement.concurrency;
    if (judgement.verdict == Verdict::Neither && concurrency.max < 2)
        return isOfThreads ? TimelineWords::tr("never 2 threads in progress")
                           : TimelineWords::tr("never 2 tasks in progress");
    if (judgement.verdict == Verdict::Neither)
        return (isOfThreads ? TimelineWords::tr("2 threads in progress for %1 of the time")
                            : TimelineWords::tr("2 tasks in progress for %1 of the time"))
            .arg(percentText(concurrency.share));
    const QLocale locale;
    return (isOfThreads ? TimelineWords::tr("%1 threads in progress · %2 running")
                        : TimelineWords::tr("%1 in progress · %2 running"))
        .arg(locale.toString(usualCount(concurrency)),
             locale.toString(usualCount(judgement.parallelism)));
}

#include "app/timeline/differencetext.h"

#include "app/timeline/comparisonscene.h"
#include "app/timeline/paneltext.h"
#include "app/timeline/timelinewords.h"
#include "app/timeline/timetext.h"
#include "core/analysis/matching.h"

#include <cmath>

namespace {

Nanoseconds amountOf(Nanoseconds difference)
{
    return difference < Nanoseconds{} ? -difference : difference;
}

bool isDone(const Recording& run)
{
    return run.summary.end == RunEnd::Done;
}

/// "380 ms less ready"
QString moreOrLess(const Difference& all, const Change& change)
{
    const bool isLess = change.difference() < Nanoseconds{};
    const QString amount = durationText(amountOf(change.difference()));
    if (&change == &all.running)
        return (isLess ? TimelineWords::tr("%1 less running")
                       : TimelineWords::tr("%1 more running"))
            .arg(amount);
    if (&change == &all.ready)
        return (isLess ? TimelineWords::tr("%1 less ready") : TimelineWords::tr("%1 more ready"))
            .arg(amount);
    return (isLess ? TimelineWords::tr("%1 less blocked") : TimelineWords::tr("%1 more blocked"))
        .arg(amount);
}

/// Less than this share of a difference is called none: a single figure says no more.
constexpr double least = 0.01;

bool isSame(const Change& wall)
{
    const auto ratio = wall.ratio();
    return !ratio || std::abs(*ratio - 1) < least;
}

QString headlineOf(const Change& wall)
{
    if (isSame(wall))
        return TimelineWords::tr("the same within 1 %");
    const double ratio = *wall.ratio();
    return (wall.difference() < Nanoseconds{} ? TimelineWords::tr("%1 faster (%2)", "412 ms, 0.51×")
                                              : TimelineWords::tr("%1 slower (%2)", "412 ms, 1.9×"))
        .arg(durationText(amountOf(wall.difference())), factorText(ratio));
}

QString evidenceText(Evidence evidence)
{
    switch (evidence) {
    case Evidence::Exact:
        return TimelineWords::tr("exact");
    case Evidence::Inferred:
        return TimelineWords::tr("inferred");
    case Evidence::Sampled:
        break;
    }
    return TimelineWords::tr("sampled");
}

}  // namespace

QString headlineOfDifference(const Recording& before, const Recording& now)
{
    if (!isDone(before) || !isDone(now))
        return {};
    return headlineOf({before.wall(), now.wall()});
}

QString sentenceOfDifference(const Recording& before, const Recording& now)
{
    if (!now.hasEnded())
        return TimelineWords::tr("The difference is known once the run has ended.");
    if (!isDone(now))
        return TimelineWords::tr("This run has not done all of its work: the times are not of the "
                                 "same.");
    if (!isDone(before))
        return TimelineWords::tr("The other run has not done all of its work: the times are not of "
                                 "the same.");
    const Difference difference = differenceOf(before, now);
    const QString headline = headlineOf(difference.wall);
    if (isSame(difference.wall))
        return headline;
    const Change* const most = largestWith(difference);
    return most ? TimelineWords::tr("%1: %2", "412 ms faster (0.51×): 380 ms less ready")
                      .arg(headline, moreOrLess(difference, *most))
                : headline;
}

QStringList caveatsOf(const Recording& before, const Recording& now)
{
    QStringList caveats;
    if (likenessOf(before.start, now.start) == Likeness::SamePlan)
        caveats << TimelineWords::tr("The other run's work was not the same: %1.")
                       .arg(subjectText(before.start));
    if (before.start.evidence != now.start.evidence)
        caveats << TimelineWords::tr(
                       "The evidence is not of one kind: %1, and %2 of the other run.")
                       .arg(evidenceText(now.start.evidence), evidenceText(before.start.evidence));
    const Nanoseconds unknown = timesOf(before).unknown + timesOf(now).unknown;
    if (unknown > Nanoseconds{})
        caveats << TimelineWords::tr("What workers did for %1 is not known: records were lost.")
                       .arg(durationText(unknown));
    caveats << TimelineWords::tr("Each was measured once: how much such runs vary is not known.");
    return caveats;
}

QString changeText(Nanoseconds difference)
{
    const QString amount = durationText(amountOf(difference));
    if (difference == Nanoseconds{})
        return amount;
    return (difference < Nanoseconds{} ? TimelineWords::tr("−%1") : TimelineWords::tr("+%1"))
        .arg(amount);
}

DifferenceText differenceTextOf(const Recording& before, const Recording& now)
{
    const QString headline = headlineOfDifference(before, now);
    return {headline, headline.isEmpty() ? QString() : sentenceOfDifference(before, now)};
}

void addDifference(PanelText& text, const DifferenceText& difference)
{
    if (difference.headline.isEmpty())
        return;
    if (!text.headline.isEmpty())
        text.headline += QStringLiteral(" · ");
    text.headline += difference.headline;
    text.hint += u'\n' + TimelineWords::tr("Than the run below: %1.").arg(difference.sentence);
    text.description += QStringLiteral(", ") + difference.sentence;
}

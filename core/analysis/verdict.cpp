#include "core/analysis/verdict.h"

#include "core/analysis/profile.h"

#include <cmath>

namespace {

constexpr double uncertainFrom = 0.02;
constexpr double decides = 0.05;
constexpr double uncertainTo = 0.10;

/// Threads of an observed program are in progress for whole periods of 20 ms, and less than two of
/// them tell nothing.
constexpr Nanoseconds shortestToJudge = 2 * progress::shortestPeriod;

/// Whether a share decides nothing. A share that is no number does not decide either.
bool isUncertain(double share) noexcept
{
    return !(share < uncertainFrom) && !(share > uncertainTo);
}

/// How long a worker can be off its core without the evidence showing it (observing.md).
Nanoseconds longestUnseenGap(Evidence evidence) noexcept
{
    switch (evidence) {
    case Evidence::Exact:
        return {};
    case Evidence::Inferred:
        return std::chrono::microseconds(100);
    case Evidence::Sampled:
        return std::chrono::milliseconds(4);
    }
    return {};
}

/// Workers seen on a core together for less than this may have taken turns: of two on one core,
/// one is always in a gap, and two gaps that nobody saw can follow one another.
Nanoseconds shortestSureOverlap(Evidence evidence) noexcept
{
    return 2 * longestUnseenGap(evidence);
}

double ratio(double part, double whole) noexcept
{
    return whole > 0 ? part / whole : 0;
}

double ratio(Nanoseconds part, Nanoseconds whole) noexcept
{
    return ratio(static_cast<double>(part.count()), static_cast<double>(whole.count()));
}

/// The share of `time`, a part of `within`, with a count of two or more.
Share shareOf(const Profile& profile, TimeRange within, Nanoseconds time)
{
    return {.share = ratio(timeAtLeast(profile, 2, within), time),
            .mean = ratio(area(profile, within), static_cast<double>(time.count())),
            .max = maximum(profile)};
}

/// The highest count from two on that is held for `shortest` at a time; else what the profile
/// reaches below two.
int sureMaximum(const Profile& profile, TimeRange within, Nanoseconds shortest)
{
    int count = maximum(profile);
    while (count > 1 && timeAtLeast(profile, count, within, shortest) == Nanoseconds{})
        --count;
    return count;
}

std::string percent(double share)
{
    const long tenths = std::lround(share * 1000);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
}

std::string uncertainShare(const char* name, double share)
{
    return std::string("The ") + name + " share is " + percent(share) +
           "; from 2 % to 10 % it does not decide.";
}

/// Of the lives of all workers, the share of which nothing is known.
double unseenShare(const Recording& recording)
{
    Nanoseconds unseen{};
    Nanoseconds lives{};
    for (const Worker& worker : recording.workers) {
        lives += worker.stop.value_or(recording.knownUntil) - worker.start;
        for (const TimeRange& range : worker.unseen)
            unseen += range.length();
    }
    return ratio(unseen, lives);
}

std::string tooShortOverlaps(Evidence evidence)
{
    const auto shortest =
        std::chrono::duration_cast<std::chrono::microseconds>(shortestSureOverlap(evidence));
    return "Workers ran at the same time only for moments shorter than " +
           std::to_string(shortest.count()) + " µs, in which " + std::string(nameOf(evidence)) +
           " evidence cannot tell this from taking turns.";
}

std::string tooNear(Evidence evidence)
{
    const auto nearest =
        std::chrono::duration_cast<std::chrono::milliseconds>(shortestSureOverlap(evidence));
    return "Workers ran within " + std::to_string(nearest.count()) +
           " ms of one another, in which " + std::string(nameOf(evidence)) +
           " evidence cannot tell taking turns from running at the same time.";
}

/// What the parallelism share may be, where the evidence does not tell when exactly a worker ran.
/// Only sampled evidence is so rough; it shows the least that is possible.
double possibleParallelism(const Recording& recording, TimeRange span, Nanoseconds busy)
{
    if (recording.start.evidence != Evidence::Sampled)
        return 0;
    const Nanoseconds margin = longestUnseenGap(recording.start.evidence);
    return ratio(timeAtLeast(runningProfile(recording, margin), 2, span), busy);
}

/// Why shares cannot decide, or nothing.
std::string doubt(const Recording& recording, const Judgement& judged)
{
    if (judged.concurrency.max == 0 || judged.parallelism.max == 0)
        return recording.start.isObserved() ? "Nothing was seen running on a core long enough."
                                            : "No task was seen running on a core.";
    if (const auto lost = recording.summary.lostRecords; lost > 0)
        return std::to_string(lost) + (lost == 1 ? " record was" : " records were") + " lost.";
    if (const double unseen = unseenShare(recording); unseen > uncertainFrom)
        return "Of " + percent(unseen) + " of the workers' time it is not known what they did.";
    if (recording.start.isObserved() && recording.wall() < shortestToJudge)
        return "It ran for less than " +
               std::to_string(shortestToJudge / std::chrono::milliseconds(1)) +
               " ms, too short to tell what was in progress at the same time.";
    if (isUncertain(judged.concurrency.share))
        return uncertainShare("concurrency", judged.concurrency.share);
    if (isUncertain(judged.parallelism.share))
        return uncertainShare("parallelism", judged.parallelism.share);
    if (judged.parallelism.share > uncertainTo && judged.bounds.sure <= uncertainTo)
        return tooShortOverlaps(recording.start.evidence);
    if (judged.parallelism.share < uncertainFrom && judged.bounds.possible >= uncertainFrom)
        return tooNear(recording.start.evidence);
    return {};
}

}  // namespace

Judgement judge(const Recording& recording)
{
    const TimeRange span = recording.span();
    const Profile inProgress = inProgressProfile(recording);
    const Profile running = runningProfile(recording);
    const Nanoseconds busy = timeAtLeast(running, 1, span);

    Judgement judged;
    judged.concurrency = shareOf(inProgress, span, span.length());
    judged.parallelism = shareOf(running, span, busy);
    const Nanoseconds shortest = shortestSureOverlap(recording.start.evidence);
    judged.parallelism.max = sureMaximum(running, span, shortest);
    const Nanoseconds sure = timeAtLeast(running, 2, span, shortest);
    judged.bounds = {ratio(sure, busy), possibleParallelism(recording, span, busy)};
    judged.reason = doubt(recording, judged);
    if (judged.reason.empty())
        judged.verdict = verdictFor(judged.concurrency.share, judged.parallelism.share);
    return judged;
}

Verdict verdictFor(double concurrencyShare, double parallelismShare) noexcept
{
    if (isUncertain(concurrencyShare) || isUncertain(parallelismShare))
        return Verdict::Inconclusive;
    const bool concurrent = concurrencyShare >= decides;
    const bool parallel = parallelismShare >= decides;
    if (concurrent)
        return parallel ? Verdict::Both : Verdict::Concurrent;
    return parallel ? Verdict::Parallel : Verdict::Neither;
}

std::string_view nameOf(Verdict verdict) noexcept
{
    switch (verdict) {
    case Verdict::Neither:
        return "neither";
    case Verdict::Concurrent:
        return "concurrent";
    case Verdict::Parallel:
        return "parallel";
    case Verdict::Both:
        return "both";
    case Verdict::Inconclusive:
        return "inconclusive";
    }
    return {};
}

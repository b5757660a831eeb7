#include "core/analysis/studyjudgement.h"

#include "core/model/findings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <span>

namespace {

std::string percent(double share)
{
    const double rounded =
        share < 0.1 ? std::round(share * 1000) / 10 : std::round(share * 100);
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%g %%", rounded);
    return buffer.data();
}

Nanoseconds serverTime(const RunSummary& summary)
{
    const auto server = std::ranges::find(summary.findings, finding::serverCpu, &Finding::name);
    return Nanoseconds(server == summary.findings.end() ? 0 : server->value);
}

Nanoseconds ownTime(const RunSummary& summary)
{
    return summary.userTime + summary.systemTime + summary.observerTime + serverTime(summary);
}

bool isVague(const StudyPoint& point) noexcept
{
    return point.wall.width() > widestInterval * point.wall.value;
}

bool isClearlyFaster(const StudyPoint& point, const StudyPoint& than) noexcept
{
    return point.wall.high < than.wall.low;
}

bool mayBeMuchFaster(const StudyPoint& point, const StudyPoint& than) noexcept
{
    return than.wall.value > (1 + mostGainAfterKnee) * point.wall.low;
}

std::string subjectOf(const StudyPoint& point)
{
    const std::string workers =
        std::to_string(point.workers) + (point.workers == 1 ? " worker" : " workers");
    return workers + " (" + std::string(nameOf(point.with)) + ")";
}

std::string doubtOf(const Disturbance& disturbance)
{
    if (disturbance.taken <= mostTaken || disturbance.own < leastDisturbed)
        return {};
    return "the machine was busy; others took " + percent(disturbance.taken) +
           " of its cores' time during the runs (the hypervisor " + percent(disturbance.stolen) +
           "), and at most " + percent(mostTaken) + " is allowed.";
}

std::string doubtOf(const StudyPoint& point)
{
    if (point.repeats.size() < fewestRepeats)
        return "with " + subjectOf(point) + " " + std::to_string(point.repeats.size()) +
               (point.repeats.size() == 1 ? " run is" : " runs are") + " done; at least " +
               std::to_string(fewestRepeats) + " are needed.";
    return {};
}

std::string doubtOf(const StudyCurve& curve)
{
    for (const StudyPoint& point : curve.points) {
        if (const std::string doubt = doubtOf(point); !doubt.empty())
            return doubt;
    }
    const StudyPoint& first = curve.points.front();
    if (first.workers != 1)
        return "no run with 1 worker (" + std::string(nameOf(curve.with)) +
               ") is done, to compare the others with.";
    const auto vague = std::ranges::count_if(curve.points, isVague);
    const auto half = static_cast<std::ptrdiff_t>(curve.points.size() / 2);
    if (!isVague(first) && vague <= half)
        return {};
    const StudyPoint& widest =
        isVague(first) ? first : *std::ranges::find_if(curve.points, isVague);
    return "the repeats differ too much: with " + subjectOf(widest) + " the interval is " +
           percent(widest.wall.width() / widest.wall.value) + " of the time; at most " +
           percent(widestInterval) + " is allowed.";
}

}  // namespace

std::optional<Disturbance> disturbanceOf(const Comparison& comparison)
{
    double available = 0;
    Nanoseconds others{};
    Nanoseconds stolen{};
    Nanoseconds own{};
    for (const Recording& run : comparison.runs) {
        if (!run.hasEnded() || !run.summary.busyTime)
            continue;
        const Nanoseconds taken = run.summary.stolenTime.value_or(Nanoseconds{});
        others += *run.summary.busyTime + taken - ownTime(run.summary);
        stolen += taken;
        own += run.summary.userTime + run.summary.systemTime;
        available +=
            static_cast<double>(run.wall().count()) * std::max(1, comparison.machine.cores);
    }
    if (available <= 0)
        return std::nullopt;
    const auto share = [&](Nanoseconds time) {
        return std::clamp(static_cast<double>(time.count()) / available, 0.0, 1.0);
    };
    return Disturbance{share(std::max(others, stolen)), share(stolen), share(own)};
}

std::optional<int> kneeOf(const StudyCurve& curve)
{
    const std::span<const StudyPoint> points = curve.points;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const auto later = points.subspan(i + 1);
        const auto anyLater = [&](auto claim) {
            return std::ranges::any_of(
                later, [&](const StudyPoint& point) { return claim(point, points[i]); });
        };
        if (anyLater(isClearlyFaster))
            continue;
        return anyLater(mayBeMuchFaster) ? std::nullopt : std::optional(points[i].workers);
    }
    return std::nullopt;
}

std::string doubtOf(const Study& study)
{
    if (study.curves.empty())
        return "no run is done.";
    if (study.disturbance) {
        if (const std::string doubt = doubtOf(*study.disturbance); !doubt.empty())
            return doubt;
    }
    for (const StudyCurve& curve : study.curves) {
        if (const std::string doubt = doubtOf(curve); !doubt.empty())
            return doubt;
    }
    return {};
}

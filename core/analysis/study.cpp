#include "core/analysis/study.h"

#include "core/analysis/statistics.h"
#include "core/analysis/studyjudgement.h"

#include <algorithm>

namespace {

double inNanoseconds(Nanoseconds time) noexcept
{
    return static_cast<double>(time.count());
}

bool isDone(const Recording& run) noexcept
{
    return run.summary.end == RunEnd::Done && run.wall() > Nanoseconds{};
}

/// Finds what `matches` in `values`, or appends `created`.
template <typename Value, typename Matches>
Value& findOrAppend(std::vector<Value>& values, Matches matches, Value created)
{
    const auto found = std::ranges::find_if(values, matches);
    return found == values.end() ? values.emplace_back(std::move(created)) : *found;
}

void addRun(const Recording& run, int workers, std::vector<StudyCurve>& curves)
{
    const WorkerKind with = run.start.plan.with;
    StudyCurve& curve = findOrAppend(
        curves, [&](const StudyCurve& each) { return each.with == with; },
        StudyCurve{.with = with});
    StudyPoint& point = findOrAppend(
        curve.points, [&](const StudyPoint& each) { return each.workers == workers; },
        StudyPoint{.with = with, .workers = workers, .cores = run.start.plan.cores});
    point.repeats.push_back(inNanoseconds(run.wall()));
}

std::vector<StudyCurve> curvesOf(const Comparison& comparison)
{
    std::vector<StudyCurve> curves;
    for (const Recording& run : comparison.runs) {
        if (!isDone(run) || run.start.isObserved() || run.start.mode)
            continue;
        if (const auto workers =
                workersInStudy(run.start.plan, run.start.experiment, comparison.machine.cores))
            addRun(run, *workers, curves);
    }
    for (StudyCurve& curve : curves)
        std::ranges::sort(curve.points, {}, &StudyPoint::workers);
    return curves;
}

void estimateWall(StudyPoint& point)
{
    const ConfidenceInterval interval = medianInterval(point.repeats);
    point.wall = {median(point.repeats), interval.low, interval.high};
    point.level = interval.level;
}

/// One worker is as fast as one worker: there is nothing to estimate.
Estimate speedupOf(const StudyPoint& point, const StudyPoint& one)
{
    if (point.workers == one.workers)
        return {1, 1, 1};
    return {one.wall.value / point.wall.value, one.wall.low / point.wall.high,
            one.wall.high / point.wall.low};
}

void compareWithOne(StudyPoint& point, const StudyPoint& one, EfficiencyPer per)
{
    const Estimate speedup = speedupOf(point, one);
    const double used = per == EfficiencyPer::Worker ? point.workers : point.cores;
    point.speedup = speedup;
    point.efficiency = {speedup.value / used, speedup.low / used, speedup.high / used};
}

std::optional<SerialFraction> fitTo(const StudyCurve& curve, const Experiment& experiment,
                                    int machineCores)
{
    std::vector<AmdahlSample> samples;
    for (const StudyPoint& point : curve.points) {
        if (idealSpeedup(experiment, point.workers, machineCores) >= point.workers)
            samples.push_back(
                {usableWorkers(experiment, point.workers, machineCores), point.repeats});
    }
    return fitAmdahl(samples);
}

void analyse(StudyCurve& curve, const Study& study)
{
    Experiment experiment = study.experiment;
    experiment.with = curve.with;
    const int cores = study.machine.cores;
    std::ranges::for_each(curve.points, estimateWall);
    for (StudyPoint& point : curve.points)
        point.ideal = idealSpeedup(experiment, point.workers, cores);
    const StudyPoint one = curve.points.front();
    if (one.workers != 1)
        return;
    curve.serial = fitTo(curve, experiment, cores);
    for (StudyPoint& point : curve.points) {
        compareWithOne(point, one, study.efficiencyPer);
        if (curve.serial)
            point.fitted =
                amdahlSpeedup(curve.serial->value, usableWorkers(experiment, point.workers, cores));
    }
    curve.knee = kneeOf(curve);
}

/// Of the first run that has failed: the others were not made.
std::string failureIn(const Comparison& comparison)
{
    const auto run = std::ranges::find(comparison.runs, RunEnd::Failed,
                                       [](const Recording& each) { return each.summary.end; });
    if (run == comparison.runs.end())
        return {};
    const std::string which =
        "run " + std::to_string(run - comparison.runs.begin() + 1) + " failed: ";
    const auto failed = std::ranges::find(run->tasks, Outcome::Failed, &Task::outcome);
    if (failed == run->tasks.end())
        return which + run->summary.message + ".";
    return which + "task " + std::to_string(static_cast<std::uint32_t>(failed->id)) + ": " +
           failed->error + ".";
}

void forgetKnees(Study& study)
{
    for (StudyCurve& curve : study.curves)
        curve.knee.reset();
}

}  // namespace

Study studyOf(const Comparison& comparison)
{
    Study study;
    study.machine = comparison.machine;
    if (!comparison.runs.empty())
        study.experiment = comparison.runs.front().start.experiment;
    study.efficiencyPer = efficiencyPer(study.experiment);
    study.curves = curvesOf(comparison);
    for (StudyCurve& curve : study.curves)
        analyse(curve, study);
    study.disturbance = disturbanceOf(comparison);
    study.reason = doubtOf(study);
    if (const std::string failure = failureIn(comparison); !failure.empty())
        study.reason = failure;
    if (study.isInconclusive())
        forgetKnees(study);
    return study;
}

const StudyPoint* pointWith(const StudyCurve& curve, int workers) noexcept
{
    const auto found = std::ranges::find(curve.points, workers, &StudyPoint::workers);
    return found == curve.points.end() ? nullptr : &*found;
}

const StudyPoint* fastestOf(const StudyCurve& curve) noexcept
{
    const auto gain = [](const StudyPoint& point) {
        return point.speedup ? point.speedup->value : 0;
    };
    const auto fastest = std::ranges::max_element(curve.points, {}, gain);
    return fastest == curve.points.end() || !fastest->speedup ? nullptr : &*fastest;
}

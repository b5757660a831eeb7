#include "core/lesson/measurement.h"

#include "core/analysis/profile.h"
#include "core/analysis/statistics.h"
#include "core/analysis/times.h"
#include "core/lesson/hindrance.h"
#include "core/model/findings.h"

#include <algorithm>
#include <cmath>

namespace lesson {

namespace {

using Value = std::optional<Estimate>;

Estimate exactly(double value)
{
    return {value, value, value};
}

Estimate exactly(Nanoseconds time)
{
    return exactly(static_cast<double>(time.count()));
}

/// What was measured, and what it may have been had nobody hindered the run.
Estimate wallOf(const Recording& run, int machineCores)
{
    const Nanoseconds wall = run.wall();
    const Nanoseconds delay = std::min(wall, hindranceOf(run, machineCores).delay);
    return {static_cast<double>(wall.count()), static_cast<double>((wall - delay).count()),
            static_cast<double>(wall.count())};
}

/// Shares of a wall time are larger where it is shorter.
Value cpuShareOf(const Recording& run, int machineCores)
{
    const Estimate wall = wallOf(run, machineCores);
    const auto cpu = static_cast<double>((run.summary.userTime + run.summary.systemTime).count());
    if (wall.low <= 0)
        return std::nullopt;
    return Estimate{cpu / wall.value, cpu / wall.high, cpu / wall.low};
}

Value parallelismOf(const Recording& run, int machineCores)
{
    const Hindrance hindrance = hindranceOf(run, machineCores);
    const auto [low, high] =
        std::minmax(hindrance.parallelismShare, hindrance.possibleParallelismShare);
    return Estimate{hindrance.parallelismShare, low, high};
}

Value sliceOf(const Recording& run)
{
    std::vector<Nanoseconds> lengths;
    for (const Worker& worker : run.workers) {
        for (const Slice& slice : worker.slices)
            lengths.push_back(slice.end - slice.start);
    }
    return lengths.empty() ? Value() : exactly(::median(std::move(lengths)));
}

Value taskTimeOf(const Recording& run, Quantity quantity)
{
    Nanoseconds longest{};
    Nanoseconds all{};
    for (const Task& task : run.tasks) {
        if (!task.start || !task.stop)
            continue;
        longest = std::max(longest, *task.stop - *task.start);
        all += *task.stop - *task.start;
    }
    return exactly(quantity == Quantity::LongestTask ? longest : all);
}

double tasksThat(const Recording& run, ::Outcome became)
{
    return static_cast<double>(std::ranges::count(run.tasks, became, &Task::outcome));
}

double workersWithTasks(const Recording& run)
{
    return static_cast<double>(std::ranges::count_if(
        run.workers, [](const Worker& worker) { return !worker.parts.empty(); }));
}

Value findingOf(const Recording& run, Quantity quantity)
{
    const auto found =
        std::ranges::find(run.summary.findings, traitsOf(quantity).finding, &Finding::name);
    if (found == run.summary.findings.end())
        return std::nullopt;
    if (quantity != Quantity::ExpectedCount)
        return exactly(static_cast<double>(found->value));
    return found->expected ? Value(exactly(static_cast<double>(*found->expected))) : std::nullopt;
}

/// Of one run; empty where it has none. A speedup is made of two and not here.
Value valueOf(Quantity quantity, const Recording& run, int machineCores)
{
    if (!traitsOf(quantity).finding.empty())
        return findingOf(run, quantity);
    switch (quantity) {
    case Quantity::Wall:
        return wallOf(run, machineCores);
    case Quantity::User:
        return exactly(run.summary.userTime);
    case Quantity::Sys:
        return exactly(run.summary.systemTime);
    case Quantity::Cpu:
        return exactly(run.summary.userTime + run.summary.systemTime);
    case Quantity::CpuShare:
        return cpuShareOf(run, machineCores);
    case Quantity::ParallelismShare:
        return parallelismOf(run, machineCores);
    case Quantity::ConcurrencyShare:
        return exactly(judge(run).concurrency.share);
    case Quantity::InProgress:
        return exactly(judge(run).concurrency.mean);
    case Quantity::Running:
        return exactly(judge(run).parallelism.mean);
    case Quantity::MostInProgress:
        return exactly(judge(run).concurrency.max);
    case Quantity::MostRunning:
        return exactly(judge(run).parallelism.max);
    case Quantity::Slice:
        return sliceOf(run);
    case Quantity::LongestTask:
    case Quantity::AllTasks:
        return taskTimeOf(run, quantity);
    case Quantity::Tasks:
        return exactly(static_cast<double>(run.tasks.size()));
    case Quantity::TasksDone:
        return exactly(tasksThat(run, ::Outcome::Done));
    case Quantity::TasksFailed:
        return exactly(tasksThat(run, ::Outcome::Failed));
    case Quantity::Workers:
        return exactly(workersWithTasks(run));
    case Quantity::StartUp:
        return exactly(run.start.startUp);
    default:
        return std::nullopt;
    }
}

Estimate overRepeats(const std::vector<Estimate>& repeats, Statistic statistic)
{
    std::vector<double> values;
    std::vector<double> lows;
    std::vector<double> highs;
    for (const Estimate& repeat : repeats) {
        values.push_back(repeat.value);
        lows.push_back(repeat.low);
        highs.push_back(repeat.high);
    }
    switch (statistic) {
    case Statistic::Lowest:
        return exactly(*std::ranges::min_element(values));
    case Statistic::Highest:
        return exactly(*std::ranges::max_element(values));
    case Statistic::Median:
        break;
    }
    return {::median(values), medianInterval(lows).low, medianInterval(highs).high};
}

std::string tooFew(std::string_view of, std::size_t done)
{
    return "of " + std::string(of) + " " + std::to_string(done) +
           (done == 1 ? " run is" : " runs are") + " done; at least " +
           std::to_string(fewestRepeats) + " are needed.";
}

Measured measureRuns(const Measure& wanted, const std::vector<const Recording*>& runs, int cores)
{
    if (runs.size() < fewestRepeats)
        return {{}, tooFew(wanted.of, runs.size())};
    std::vector<Estimate> values;
    for (const Recording* const run : runs) {
        const Value value = valueOf(wanted.quantity, *run, cores);
        if (!value)
            return {{},
                    std::string(traitsOf(wanted.quantity).name) + " of " + wanted.of +
                        " was not recorded."};
        values.push_back(*value);
    }
    return {overRepeats(values, wanted.statistic), {}};
}

/// The name of the run that a speedup compares with.
std::string baseOf(const Experiment& experiment, const std::string& run)
{
    if (std::holds_alternative<StudyOf>(experiment.how))
        return run.substr(0, run.rfind('-')) + "-1";
    if (const auto* const runs = std::get_if<std::vector<Run>>(&experiment.how)) {
        const auto base = std::ranges::find(*runs, std::optional(Mode::Sequential), &Run::mode);
        if (base != runs->end())
            return base->name;
    }
    return {};
}

/// Two medians divided, low by high and high by low.
Measured speedupOf(const Measure& wanted, const RunReference& named, const ::Comparison& comparison)
{
    const int cores = comparison.machine.cores;
    Measure wall = wanted;
    wall.quantity = Quantity::Wall;
    const Measured own =
        measureRuns(wall, repeatsOf(*named.experiment, named.run, comparison), cores);
    wall.statistic = Statistic::Median;
    wall.of = named.experiment->name + "." + baseOf(*named.experiment, named.run);
    const Measured base = measureRuns(
        wall, repeatsOf(*named.experiment, baseOf(*named.experiment, named.run), comparison),
        cores);
    if (!own.doubt.empty() || !base.doubt.empty())
        return own.doubt.empty() ? base : own;
    if (own.estimate.low <= 0)
        return {{}, wanted.of + " took no time that could be measured."};
    return {{base.estimate.value / own.estimate.value, base.estimate.low / own.estimate.high,
             base.estimate.high / own.estimate.low},
            {}};
}

Measured measureStudy(const Measure& wanted, const ::Comparison& comparison)
{
    const Study study = studyOf(comparison);
    if (study.isInconclusive())
        return {{}, study.reason};
    const StudyCurve& curve = study.curves.front();
    if (wanted.quantity == Quantity::SerialFraction && curve.serial)
        return {{curve.serial->value, curve.serial->low, curve.serial->high}, {}};
    if (wanted.quantity == Quantity::Knee && curve.knee)
        return {exactly(*curve.knee), {}};
    return {{}, "the study tells no " + std::string(traitsOf(wanted.quantity).name) + "."};
}

}  // namespace

Measured measure(const Measure& wanted, const Lesson& lesson, const Measurements& measurements,
                 const Equipment& equipment)
{
    const Subject subject = traitsOf(wanted.quantity).subject;
    if (subject == Subject::Machine)
        return {exactly(equipment.machine.cores), {}};
    const RunReference named = resolve(lesson, wanted.of);
    const auto comparison =
        named.experiment ? measurements.find(named.experiment->name) : measurements.end();
    if (comparison == measurements.end())
        return {{}, tooFew(wanted.of, 0)};
    if (subject == Subject::Study)
        return measureStudy(wanted, comparison->second);
    if (wanted.quantity == Quantity::Speedup)
        return speedupOf(wanted, named, comparison->second);
    return measureRuns(wanted, repeatsOf(*named.experiment, named.run, comparison->second),
                       comparison->second.machine.cores);
}

}  // namespace lesson

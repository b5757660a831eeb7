#include "core/lesson/measurement.h"

#include "core/analysis/statistics.h"
#include "core/lesson/runvalue.h"

#include <algorithm>

namespace lesson {

namespace {

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
        const auto value = valueOf(wanted.quantity, *run, cores);
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

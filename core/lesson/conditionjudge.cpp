#include "core/lesson/conditionjudge.h"

#include "core/analysis/studyjudgement.h"
#include "core/lesson/amountvalue.h"
#include "core/lesson/hindrance.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lesson {

namespace {

Truth known(bool isTrue)
{
    return {isTrue, {}};
}

Truth doubtful(std::string why)
{
    return {std::nullopt, std::move(why)};
}

/// Whether all, none or some of an interval of the difference left − right satisfies a relation.
Truth judged(Relation relation, const Estimate& difference, double margin)
{
    const auto decided = [](bool all, bool none) {
        if (all || none)
            return known(all);
        return doubtful("what was measured varies too much to tell.");
    };
    const double low = difference.low;
    const double high = difference.high;
    switch (relation) {
    case Relation::Less:
        return decided(high < 0, low >= 0);
    case Relation::AtMost:
        return decided(high <= 0, low > 0);
    case Relation::More:
        return decided(low > 0, high <= 0);
    case Relation::AtLeast:
        return decided(low >= 0, high < 0);
    case Relation::Equal:
        return decided(low >= -margin && high <= margin, low > margin || high < -margin);
    case Relation::NotEqual:
        return decided(low > margin || high < -margin, low >= -margin && high <= margin);
    }
    return {};
}

/// Whether the verdict on a run tells something.
bool isSure(const Recording& run, const Judgement& judgement, int machineCores)
{
    // Others that took the cores may have kept workers from running at the same time.
    const double possible = hindranceOf(run, machineCores).possibleParallelismShare;
    return judgement.verdict != Verdict::Inconclusive &&
           verdictFor(judgement.concurrency.share, possible) == judgement.verdict;
}

/// All repeats whose verdict is sure must agree, and most must be sure. `sure` counts those.
Truth verdictTruth(const VerdictIs& said, const VerdictCounts& seen, const VerdictCounts& sure)
{
    const auto total = [](const VerdictCounts& counts) {
        return std::accumulate(counts.begin(), counts.end(), std::size_t{});
    };
    const std::size_t runs = total(seen);
    const std::size_t undecided = seen[static_cast<std::size_t>(Verdict::Inconclusive)];
    const std::size_t as = sure[static_cast<std::size_t>(said.verdict)];
    if (runs < fewestRepeats)
        return doubtful("of " + said.of + " " + std::to_string(runs) + " runs are done; at least " +
                        std::to_string(fewestRepeats) + " are needed.");
    if (2 * undecided >= runs)
        return doubtful("the verdict on most runs of " + said.of + " is inconclusive.");
    if (2 * (runs - total(sure)) >= runs)
        return doubtful("in most runs of " + said.of +
                        " workers waited for a core that others had; without them, the verdict "
                        "might be another.");
    if (as > 0 && as < total(sure))
        return doubtful("the runs of " + said.of + " have different verdicts.");
    return known((as > 0) != said.isNegated);
}

}  // namespace

ConditionJudge::ConditionJudge(const Lesson& lesson, const Measurements& measurements,
                               const Equipment& equipment)
    : m_lesson(lesson),
      m_measurements(measurements),
      m_equipment(equipment)
{}

Truth ConditionJudge::judge(const Condition& condition)
{
    if (const auto* const comparing = std::get_if<Comparing>(&condition.kind))
        return judgeComparing(*comparing);
    if (const auto* const verdict = std::get_if<VerdictIs>(&condition.kind))
        return judgeVerdict(*verdict);
    return judgeParts(condition);
}

std::string ConditionJudge::unrest() const
{
    for (const std::string& name : m_experiments) {
        const auto disturbance = disturbanceOf(m_measurements.find(name)->second);
        if (!disturbance)
            return "it is not known whether other programs disturbed the runs.";
        if (disturbance->taken > mostTaken)
            return "the machine was busy: " +
                   std::to_string(std::lround(disturbance->taken * 100)) +
                   " % of its cores' time went to something else than the workers.";
    }
    return {};
}

/// True if all parts are, and false if any is not; of Any the other way round.
Truth ConditionJudge::judgeParts(const Condition& condition)
{
    const bool decides = std::get<Condition::Join>(condition.kind) == Condition::Join::Any;
    Truth all = known(!decides);
    for (const Condition& part : condition.parts) {
        const Truth truth = judge(part);
        if (truth.isTrue == decides)
            return truth;
        if (!truth.isTrue && all.isTrue)
            all = truth;
    }
    return all;
}

Truth ConditionJudge::judgeComparing(const Comparing& comparing)
{
    note(comparing.left);
    note(comparing.right);
    const Amount difference{Amount::Kind::Difference, 0, {}, {comparing.left, comparing.right}};
    const Measured value = valueOf(difference, m_lesson, m_measurements, m_equipment);
    if (!value.doubt.empty())
        return doubtful(value.doubt);
    const Measured right = valueOf(comparing.right, m_lesson, m_measurements, m_equipment);
    const double margin =
        comparing.tolerance.amount + comparing.tolerance.share * std::abs(right.estimate.value);
    return judged(comparing.relation, value.estimate, margin);
}

Truth ConditionJudge::judgeVerdict(const VerdictIs& said)
{
    const RunReference named = resolve(m_lesson, said.of);
    const auto found =
        named.experiment ? m_measurements.find(named.experiment->name) : m_measurements.end();
    if (found == m_measurements.end())
        return doubtful("no run of " + said.of + " is done.");
    m_experiments.insert(found->first);
    const auto runs = repeatsOf(*named.experiment, named.run, found->second);
    VerdictCounts seen{};  // as the timelines say it
    VerdictCounts sure{};
    for (const Recording* const run : runs) {
        const Judgement judgement = ::judge(*run);
        const auto verdict = static_cast<std::size_t>(judgement.verdict);
        ++seen[verdict];
        if (isSure(*run, judgement, found->second.machine.cores))
            ++sure[verdict];
    }
    if (!runs.empty())
        add({{.of = said.of}, seen});
    return verdictTruth(said, seen, sure);
}

void ConditionJudge::note(const Amount& amount)
{
    for (const Amount& part : amount.parts)
        note(part);
    if (amount.kind != Amount::Kind::Measured)
        return;
    const Measure& measure = amount.measure;
    const RunReference named = resolve(m_lesson, measure.of);
    const bool isSteady = traitsOf(measure.quantity).isSteady;
    if (named.experiment && !isSteady && m_measurements.contains(named.experiment->name))
        m_experiments.insert(named.experiment->name);
    const Measured value = lesson::measure(measure, m_lesson, m_measurements, m_equipment);
    if (!value.doubt.empty())
        return;
    add({measure, value.estimate});
}

void ConditionJudge::add(const Figure& figure)
{
    const std::string text = textOf(figure);
    const auto isSame = [&](const Figure& other) { return textOf(other) == text; };
    if (std::ranges::none_of(m_figures, isSame))
        m_figures.push_back(figure);
}

}  // namespace lesson

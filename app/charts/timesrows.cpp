#include "app/charts/timesrows.h"

#include "app/timeline/plantext.h"
#include "core/analysis/times.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

/// The runs of one plan, borrowed from their comparison.
using Repeats = std::vector<const Recording*>;

QString tr(const char* text)
{
    return QCoreApplication::translate("TimesRows", text);
}

std::vector<Repeats> byPlan(const Comparison& comparison)
{
    std::vector<Repeats> groups;
    for (const Recording& run : comparison.runs) {
        const auto group = std::ranges::find_if(groups, [&](const Repeats& repeats) {
            return isRepeatOf(run.start, repeats.front()->start);
        });
        if (group == groups.end())
            groups.push_back({&run});
        else
            group->push_back(&run);
    }
    return groups;
}

template <typename Value>
Nanoseconds medianOf(const Repeats& repeats, Value value)
{
    std::vector<Nanoseconds> values;
    std::ranges::transform(repeats, std::back_inserter(values), value);
    return median(std::move(values));
}

/// Only where every repeat has one: a median of some would be of another set than the times.
template <typename Value>
std::optional<double> medianFactor(const Repeats& repeats, Value value)
{
    std::vector<double> values;
    for (const Recording* run : repeats) {
        const std::optional<double> factor = value(*run);
        if (!factor)
            return std::nullopt;
        values.push_back(*factor);
    }
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

TimesRow rowOf(const Comparison& comparison, const Repeats& all)
{
    Repeats ended;
    std::ranges::copy_if(all, std::back_inserter(ended), &Recording::hasEnded);
    TimesRow row;
    row.name = nameOfPlan(comparison, all.front()->start);
    row.mode = all.front()->start.mode;
    row.isObserved = all.front()->start.isObserved();
    row.isOver = !ended.empty();
    row.repeats = static_cast<int>(row.isOver ? ended.size() : 1);
    row.real = medianOf(row.isOver ? ended : Repeats{all.back()},
                        [](const Recording* run) { return run->wall(); });
    if (!row.isOver)
        return row;
    row.user = medianOf(ended, [](const Recording* run) { return run->summary.userTime; });
    row.system = medianOf(ended, [](const Recording* run) { return run->summary.systemTime; });
    if (row.isObserved)
        return row;
    row.speedup =
        medianFactor(ended, [&](const Recording& run) { return speedup(comparison, run); });
    row.efficiency =
        medianFactor(ended, [&](const Recording& run) { return efficiency(comparison, run); });
    return row;
}

QString factor(double value)
{
    return QLocale().toString(value, 'f', 2);
}

QString took(const TimesRow& row)
{
    return tr("%1: %2 ms of real time, %3 ms user and %4 ms sys.")
        .arg(row.name, millisecondsText(row.real),
             millisecondsText(row.user.value_or(Nanoseconds{})),
             millisecondsText(row.system.value_or(Nanoseconds{})));
}

}  // namespace

std::vector<TimesRow> timesRows(const Comparison& comparison)
{
    std::vector<TimesRow> rows;
    for (const Repeats& repeats : byPlan(comparison))
        rows.push_back(rowOf(comparison, repeats));
    return rows;
}

QString summaryOf(const std::vector<TimesRow>& rows)
{
    std::vector<TimesRow> compared;
    std::ranges::copy_if(rows, std::back_inserter(compared),
                         [](const TimesRow& row) { return row.speedup.has_value(); });
    const auto last = std::ranges::find_if(rows.rbegin(), rows.rend(), &TimesRow::isOver);
    if (compared.size() < 2)
        return last == rows.rend() ? QString() : took(*last);
    const auto fastest =
        std::ranges::max_element(compared, {}, [](const TimesRow& row) { return *row.speedup; });
    const bool hasSequential = std::ranges::any_of(
        compared, [](const TimesRow& row) { return row.mode == Mode::Sequential; });
    const QString time = millisecondsText(fastest->real);
    if (hasSequential ? fastest->mode == Mode::Sequential : *fastest->speedup <= 1)
        return (hasSequential ? tr("Nothing was faster than sequential: %1 ms.")
                              : tr("Nothing was faster than one worker: %1 ms."))
            .arg(time);
    return (hasSequential ? tr("Fastest: %1, %2 ms, %3 times as fast as sequential.")
                          : tr("Fastest: %1, %2 ms, %3 times as fast as one worker."))
        .arg(fastest->name, time, factor(*fastest->speedup));
}

QString millisecondsText(Nanoseconds time, const QLocale& locale)
{
    constexpr double wholeFrom = 9.95;
    const double milliseconds = toMilliseconds(time);
    return locale.toString(milliseconds, 'f', milliseconds < wholeFrom ? 1 : 0);
}

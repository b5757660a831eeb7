#include "core/lesson/grading.h"

#include "core/lesson/amountvalue.h"
#include "core/model/workloadtraits.h"

#include <array>
#include <cmath>
#include <string_view>
#include <utility>

namespace lesson {

namespace {

/// In nanoseconds; 1 for what is no time.
double lengthOf(const NumberAnswer& answer)
{
    static constexpr std::array<std::pair<std::string_view, double>, 5> units{
        {{"ns", 1}, {"us", 1e3}, {"ms", 1e6}, {"s", 1e9}, {"min", 60e9}}};
    for (const auto& [name, length] : units) {
        if (answer.isTime && answer.unit == name)
            return length;
    }
    return 1;
}

/// Whether a claim speaks of the other kind of Python than there is: then the options that it
/// decides are not unknown here, but wrong.
bool isOfOtherPython(const Check& check, const Equipment& equipment)
{
    const auto lock = check.needs.interpreterLock;
    return lock && equipment.hasPython && *lock != equipment.hasInterpreterLock;
}

std::optional<bool> isNear(const Measured& measured, double given, double tolerance)
{
    if (!measured.doubt.empty())
        return std::nullopt;
    const double value = measured.estimate.value;
    return std::abs(given - value) <= tolerance * std::abs(value);
}

}  // namespace

std::optional<bool> isRight(const Option& option, const Lesson& lesson, const Equipment& equipment,
                            const std::function<Outcome(const Check&)>& outcomeOf)
{
    if (option.isRight || option.rightIf.empty())
        return option.isRight;
    const Check* const check = checkNamed(lesson, option.rightIf);
    if (!check)
        return std::nullopt;
    if (isOfOtherPython(*check, equipment))
        return false;
    switch (outcomeOf(*check)) {
    case Outcome::Holds:
        return true;
    case Outcome::DoesNotHold:
        return false;
    case Outcome::Inconclusive:
    case Outcome::Skipped:
        break;
    }
    return std::nullopt;
}

std::optional<bool> isRight(const Option& option, const Lesson& lesson,
                            const Measurements& measurements, const Equipment& equipment)
{
    return isRight(option, lesson, equipment, [&](const Check& check) {
        return judge(check, lesson, measurements, equipment).outcome;
    });
}

std::optional<bool> isRight(const NumberAnswer& answer, double given, const Lesson& lesson,
                            const Measurements& measurements, const Equipment& equipment)
{
    return isNear(measuredNumber(answer, lesson, measurements, equipment), given, answer.tolerance);
}

std::optional<bool> isRight(const DrawingAnswer& answer, Nanoseconds drawn, const Lesson& lesson,
                            const Measurements& measurements, const Equipment& equipment)
{
    const Measured meant = drawnLength(answer, drawn, lesson, measurements, equipment);
    if (!meant.doubt.empty())
        return std::nullopt;
    return isNear(measuredLength(answer, lesson, measurements, equipment), meant.estimate.value,
                  answer.tolerance);
}

Measured measuredNumber(const NumberAnswer& answer, const Lesson& lesson,
                        const Measurements& measurements, const Equipment& equipment)
{
    Measured measured = valueOf(answer.measured, lesson, measurements, equipment);
    const double unit = lengthOf(answer);
    measured.estimate = {measured.estimate.value / unit, measured.estimate.low / unit,
                         measured.estimate.high / unit};
    return measured;
}

Measured measuredLength(const DrawingAnswer& answer, const Lesson& lesson,
                        const Measurements& measurements, const Equipment& equipment)
{
    return measure({.quantity = Quantity::Wall, .of = answer.of}, lesson, measurements, equipment);
}

Nanoseconds scaleOf(const DrawingAnswer& answer, const Lesson& lesson)
{
    constexpr Nanoseconds unknown = std::chrono::seconds(1);
    const RunReference scale = resolve(lesson, answer.scale.empty() ? answer.of : answer.scale);
    if (!scale.experiment || !std::holds_alternative<std::vector<Run>>(scale.experiment->how))
        return unknown;
    const auto* const workload = workloadTraitsOf(scale.experiment->work.workload);
    if (!workload || !workload->takesLength)
        return unknown;
    return scale.experiment->work.taskLength * scale.experiment->work.tasks;
}

Measured drawnLength(const DrawingAnswer& answer, Nanoseconds drawn, const Lesson& lesson,
                     const Measurements& measurements, const Equipment& equipment)
{
    const auto length = static_cast<double>(drawn.count());
    if (answer.scale.empty())
        return {.estimate = {length, length, length}, .doubt = {}};
    Measured scale =
        measure({.quantity = Quantity::Wall, .of = answer.scale}, lesson, measurements, equipment);
    const double share = length / static_cast<double>(scaleOf(answer, lesson).count());
    scale.estimate = {scale.estimate.value * share, scale.estimate.low * share,
                      scale.estimate.high * share};
    return scale;
}

}  // namespace lesson

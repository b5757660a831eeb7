#include "core/analysis/studywords.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace {

/// With two decimals and a full stop, whatever the locale.
std::string factor(double value)
{
    const long hundredths = std::lround(value * 100);
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%ld.%02ld", hundredths / 100, hundredths % 100);
    return buffer.data();
}

std::string percent(double share)
{
    return std::to_string(std::lround(share * 100)) + " %";
}

std::string gainOf(const StudyPoint& point)
{
    return std::to_string(point.workers) + " workers are " + factor(point.speedup->value) +
           " times as fast as one (" + factor(point.speedup->low) + " to " +
           factor(point.speedup->high) + ")";
}

std::string serialText(const SerialFraction& serial)
{
    return ", with " + percent(serial.value) + " of the work serial (" + percent(serial.low) +
           " to " + percent(serial.high) + ")";
}

/// The knee is the point to name where there is one: those after it are not faster for sure.
const StudyPoint& pointToName(const StudyCurve& curve, const StudyPoint& fastest)
{
    const StudyPoint* const knee = curve.knee ? pointWith(curve, *curve.knee) : nullptr;
    return knee && knee->workers > 1 ? *knee : fastest;
}

std::string clauseOf(const StudyCurve& curve)
{
    const std::string kind = "with " + std::string(nameOf(curve.with)) + ", ";
    const StudyPoint* const fastest = fastestOf(curve);
    if (!fastest)
        return kind + "the run with one worker is missing";
    if (curve.knee == 1)
        return kind + "more than one worker brings nothing";
    const StudyPoint& point = pointToName(curve, *fastest);
    if (point.workers == 1)
        return kind + "no number of workers is faster than one";
    return kind + gainOf(point) + (curve.knee ? " and more bring nothing" : "") +
           (curve.serial ? serialText(*curve.serial) : "");
}

std::string asSentence(std::string text)
{
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text + ".";
}

}  // namespace

std::string summaryOf(const Study& study)
{
    if (study.isInconclusive())
        return "Inconclusive: " + study.reason;
    std::string text;
    for (const StudyCurve& curve : study.curves)
        text += (text.empty() ? "" : "; ") + clauseOf(curve);
    return asSentence(std::move(text));
}

std::string wordsOf(EfficiencyPer per)
{
    return per == EfficiencyPer::Core ? "per core" : "per worker";
}

#include "core/runner/studytable.h"

#include "core/analysis/studywords.h"
#include "core/runner/studycurve.h"
#include "core/runner/textcells.h"
#include "core/runner/textnumbers.h"
#include "core/runner/textpaint.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace {

constexpr int columnGap = 2;
constexpr int longestModel = 60;
const std::string unknown = "–";

using Line = std::vector<std::string>;

std::string timeText(double nanoseconds)
{
    return durationText(Nanoseconds(std::llround(nanoseconds)));
}

template <typename Text>
std::string rangeText(const Estimate& estimate, Text text)
{
    return text(estimate.low) + " – " + text(estimate.high);
}

template <typename Text>
std::string valueOf(const std::optional<Estimate>& estimate, Text text)
{
    return estimate ? text(estimate->value) : unknown;
}

/// That of one worker is 1 by definition.
std::string speedupRange(const StudyPoint& point)
{
    if (!point.speedup || point.speedup->width() == 0)
        return {};
    return rangeText(*point.speedup, [](double value) { return fixedText(value, 2); });
}

Line headOf(const Study& study)
{
    return {"workers", "real",     "interval",
            "speedup", "interval", "efficiency " + wordsOf(study.efficiencyPer)};
}

Line lineOf(const StudyPoint& point)
{
    return {std::to_string(point.workers),
            timeText(point.wall.value),
            point.repeats.size() > 1 ? rangeText(point.wall, timeText) : "",
            valueOf(point.speedup, factorText),
            speedupRange(point),
            valueOf(point.efficiency, [](double share) { return percentText(share); })};
}

/// How wide each column must be.
std::vector<int> widthsOf(const std::vector<Line>& lines)
{
    std::vector<int> widths(lines.front().size());
    for (const Line& line : lines) {
        for (std::size_t column = 0; column < line.size(); ++column)
            widths[column] = std::max(widths[column], displayWidth(line[column]));
    }
    return widths;
}

/// Leaves out what can be missed best until the lines fit: the interval of the speedup, that of the
/// time, and then the efficiency, each by its place when its turn comes.
void makeFit(std::vector<Line>& lines, int width)
{
    for (const std::ptrdiff_t column : {4, 2, 3}) {
        const std::vector<int> widths = widthsOf(lines);
        const int gaps = columnGap * static_cast<int>(widths.size() - 1);
        if (std::accumulate(widths.begin(), widths.end(), gaps) <= width)
            return;
        for (Line& line : lines)
            line.erase(line.begin() + column);
    }
}

/// The lines one below the other, each column as wide as it must be.
std::string alignedLines(const std::vector<Line>& lines, const TextStyle& style)
{
    const std::vector<int> widths = widthsOf(lines);
    std::string text;
    for (const Line& line : lines) {
        std::string row;
        for (std::size_t column = 0; column < line.size(); ++column)
            row += std::string(column == 0 ? 0 : columnGap, ' ') +
                   alignedRight(line[column], widths[column]);
        row.erase(row.find_last_not_of(' ') + 1);
        text += painted(row, &line == &lines.front() ? Ink::Strong : Ink::Plain, style) + '\n';
    }
    return text;
}

bool isRepeated(const StudyCurve& curve)
{
    return std::ranges::all_of(curve.points,
                               [](const StudyPoint& point) { return point.repeats.size() > 1; });
}

std::string serialText(const SerialFraction& serial, bool hasRange)
{
    if (!hasRange)
        return "Serial fraction by Amdahl's law: " + percentText(serial.value, 1) +
               ", from single runs: its error is not known.";
    return "Serial fraction by Amdahl's law: " + percentText(serial.value, 1) + " (" +
           percentText(serial.low, 1) + " to " + percentText(serial.high, 1) + ").";
}

std::string levelText(const StudyCurve& curve)
{
    const auto least = std::ranges::min(curve.points, {}, &StudyPoint::level);
    return "The median time lies within its interval with a confidence of " +
           percentText(least.level, 1) + " or more.";
}

std::string textOf(const StudyCurve& curve, const Study& study, const TextStyle& style)
{
    std::vector<Line> lines{headOf(study)};
    std::ranges::transform(curve.points, std::back_inserter(lines), lineOf);
    makeFit(lines, style.width);
    std::string text = painted(nameOf(curve.with), Ink::Strong, style) + '\n';
    text += alignedLines(lines, style) + '\n' + studyCurveText(curve, style);
    if (curve.serial)
        text += flowed({{serialText(*curve.serial, isRepeated(curve)), Ink::Plain}}, "", style);
    if (isRepeated(curve))
        text += flowed({{levelText(curve), Ink::Faint}}, "", style);
    return text + '\n';
}

std::string captionOf(const Study& study, const TextStyle& style)
{
    const Experiment& experiment = study.experiment;
    std::vector<Phrase> phrases{
        {counted(experiment.tasks, "task") + " of " + printable(experiment.workload), Ink::Strong},
        {counted(study.machine.cores, "core"), Ink::Plain}};
    if (!study.machine.model.empty())
        phrases.push_back({clipped(printable(study.machine.model), longestModel), Ink::Plain});
    return flowed(phrases, " · ", style) + '\n';
}

}  // namespace

std::string studyTable(const Study& study, const TextStyle& style)
{
    std::string text = captionOf(study, style);
    for (const StudyCurve& curve : study.curves)
        text += textOf(curve, study, style);
    const Ink ink = study.isInconclusive() ? Ink::Alarm : Ink::Strong;
    text += flowed({{summaryOf(study), ink}}, "", style);
    return inGlyphs(std::move(text), style);
}

#include "core/runner/threadtable.h"

#include "core/analysis/times.h"
#include "core/runner/runwords.h"
#include "core/runner/textcells.h"
#include "core/runner/textnumbers.h"
#include "core/runner/textpaint.h"

#include <algorithm>
#include <array>

namespace {

constexpr std::size_t mostThreads = 16;
constexpr int nameWidth = 24;
constexpr int figureWidth = 10;

struct Line {
    const Worker* worker = nullptr;
    WorkerTimes times;
};

std::vector<Line> linesOf(const Recording& run)
{
    std::vector<Line> lines;
    for (const Worker& worker : run.workers)
        lines.push_back({&worker, timesOf(worker)});
    std::ranges::stable_sort(lines, std::ranges::greater(),
                             [](const Line& line) { return line.times.running; });
    return lines;
}

std::string rowOf(const std::string& name, const std::array<std::string, 5>& figures)
{
    std::string row = alignedLeft(name, nameWidth);
    for (const std::string& figure : figures)
        row += alignedRight(figure, figureWidth);
    row.erase(row.find_last_not_of(' ') + 1);
    return row;
}

std::string milliseconds(Nanoseconds time)
{
    return fixedText(toMilliseconds(time), 1);
}

std::string rowOf(const Line& line)
{
    const WorkerTimes& times = line.times;
    return rowOf(clipped(labelOf(*line.worker), nameWidth),
                 {milliseconds(times.running), milliseconds(times.ready),
                  milliseconds(times.blocked), milliseconds(times.unknown),
                  std::to_string(times.slices)});
}

}  // namespace

std::string threadTable(const Recording& run, const TextStyle& style)
{
    if (!run.start.isObserved() || run.workers.empty())
        return {};
    const std::vector<Line> lines = linesOf(run);
    std::string text =
        painted(rowOf("thread", {"running", "ready", "blocked", "unknown", "slices"}), Ink::Strong,
                style) +
        "\n" + painted(rowOf("", {"ms", "ms", "ms", "ms", ""}), Ink::Faint, style) + "\n";
    for (std::size_t i = 0; i < std::min(lines.size(), mostThreads); ++i)
        text += rowOf(lines[i]) + "\n";
    if (lines.size() > mostThreads)
        text += painted("… and " + counted(static_cast<long long>(lines.size() - mostThreads),
                                           "more thread"),
                        Ink::Faint, style) +
                "\n";
    return inGlyphs(text, style);
}

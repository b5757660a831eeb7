#include "core/runner/texttimeline.h"

#include "core/analysis/profile.h"
#include "core/analysis/times.h"
#include "core/analysis/verdict.h"
#include "core/runner/repeats.h"
#include "core/runner/runwords.h"
#include "core/runner/textcells.h"
#include "core/runner/textnumbers.h"
#include "core/runner/textpaint.h"
#include "core/runner/timelinerows.h"

#include <algorithm>
#include <array>
#include <set>

namespace {

constexpr int mostRows = 16;
constexpr int mostErrors = 3;
constexpr int mostColumns = 200;
constexpr int fewestColumns = 10;
constexpr int columnsPerTick = 12;
constexpr int highestDigit = 9;
constexpr double worthTelling = 0.001;  ///< of time that the hypervisor took

constexpr std::string_view inProgressLabel = "in progress";
constexpr std::string_view runningLabel = "running";
constexpr std::string_view failedMark = "!";
constexpr std::string_view unfinishedMark = ">";
constexpr std::string_view manyMark = "+";

struct CellLook {
    RowCell cell;
    std::string_view glyph;
    std::string_view meaning;
};
constexpr std::array looks{CellLook{RowCell::Running, "█", "running"},
                           CellLook{RowCell::RunningMuch, "▓", "running most of the time"},
                           CellLook{RowCell::RunningLittle, "▒", "running less than half of it"},
                           CellLook{RowCell::Ready, "░", "ready, waiting for a core"},
                           CellLook{RowCell::Io, "┈", "waiting for I/O"},
                           CellLook{RowCell::Lock, "╳", "waiting for a lock"},
                           CellLook{RowCell::Queue, "≡", "waiting for a queue"},
                           CellLook{RowCell::Sleep, "z", "asleep"},
                           CellLook{RowCell::Join, "j", "waiting for another worker"},
                           CellLook{RowCell::Unknown, "?", "not running, it is not known why"},
                           CellLook{RowCell::Unseen, "╱", "nothing was recorded"}};

std::string_view glyphOf(RowCell cell) noexcept
{
    const auto look = std::ranges::find(looks, cell, &CellLook::cell);
    return look == looks.end() ? " " : look->glyph;
}

/// A line of the picture: its label and what stands in each column.
using Cells = std::vector<std::string_view>;

/// The shared axis of time: a length of time, how wide it is drawn, and where its ticks are.
struct Axis {
    Nanoseconds length{};
    int columns = 0;
    std::vector<Nanoseconds> ticks;  ///< from 0 on

    [[nodiscard]] TimeColumns columnsFrom(Nanoseconds origin) const noexcept
    {
        return {{origin, origin + length}, columns};
    }
    [[nodiscard]] int columnOf(Nanoseconds tick) const noexcept
    {
        return columnsFrom({}).columnAt(tick);
    }
};

/// The least step of 1, 2 or 5 times a power of ten with at most `count` of them in `length`.
Nanoseconds tickStep(Nanoseconds length, int count)
{
    for (Nanoseconds decade(1);; decade *= 10) {
        for (const int factor : {1, 2, 5}) {
            if (length / (decade * factor) <= count)
                return decade * factor;
        }
    }
}

Axis axisFor(Nanoseconds length, int columns)
{
    Axis axis{length, columns, {}};
    const Nanoseconds step = tickStep(length, std::max(columns / columnsPerTick, 1));
    for (Nanoseconds tick{}; tick < length; tick += step)
        axis.ticks.push_back(tick);
    return axis;
}

/// Writes the timelines, and remembers what the legend has to explain.
class Picture {
public:
    /// Something was recorded of at least one of the groups.
    Picture(const Comparison& comparison, std::vector<Repeats> groups, const TextStyle& style);

    [[nodiscard]] std::string text();

private:
    void writeRun(const Repeats& repeats);
    void writeHeading(const Repeats& repeats, const Recording& run);
    void writeProblems(const Recording& run);
    void writeRow(const Recording& run, const TimelineRow& row, std::size_t index);
    void writeStrip(std::string_view label, const std::vector<int>& counts);
    void writeLine(std::string_view label, const Cells& cells, std::optional<std::size_t> hue);
    void writeAxis();
    void writeLegend();
    void writeNotes();

    const Comparison& m_comparison;
    const TextStyle& m_style;
    std::vector<Repeats> m_groups;
    int m_labelWidth = 0;
    Axis m_axis;
    std::set<RowCell> m_cells;
    std::set<std::string_view> m_marks;
    std::string m_text;
};

std::string labelOf(const Recording& run, TaskGroup tasks)
{
    const bool isThread = run.start.isObserved();
    if (isThread && tasks.first == tasks.last)
        return labelOf(run.workers[number(tasks.first) - 1]);
    if (tasks.first == tasks.last)
        return "Task " + std::to_string(number(tasks.first));
    return (isThread ? "Threads " : "Tasks ") + std::to_string(number(tasks.first)) + "–" +
           std::to_string(number(tasks.last));
}

int widestLabel(const std::vector<Repeats>& groups)
{
    int widest = displayWidth(inProgressLabel);
    for (const Repeats& repeats : groups) {
        const Recording& run = *repeats.runs.front();
        for (const TaskGroup tasks : groupTasks(rowCount(run), mostRows))
            widest = std::max(widest, displayWidth(labelOf(run, tasks)));
    }
    return widest;
}

Nanoseconds longestWall(const std::vector<Repeats>& groups)
{
    Nanoseconds longest{};
    for (const Repeats& repeats : groups)
        longest = std::max(longest, repeats.middle().wall());
    return longest;
}

/// The digit of a count, a mark for more, a blank outside the run.
std::string_view digitOf(int count) noexcept
{
    static constexpr std::string_view digits = "0123456789";
    if (count < 0)
        return " ";
    return count > highestDigit ? manyMark : digits.substr(static_cast<std::size_t>(count), 1);
}

Picture::Picture(const Comparison& comparison, std::vector<Repeats> groups, const TextStyle& style)
    : m_comparison(comparison),
      m_style(style),
      m_groups(std::move(groups)),
      m_labelWidth(widestLabel(m_groups))
{
    const int room = style.width - m_labelWidth - displayWidth(" │");
    m_axis = axisFor(longestWall(m_groups), std::clamp(room, fewestColumns, mostColumns));
}

std::string Picture::text()
{
    for (const Repeats& repeats : m_groups)
        writeRun(repeats);
    writeAxis();
    writeLegend();
    writeNotes();
    return inGlyphs(std::move(m_text), m_style);
}

void Picture::writeRun(const Repeats& repeats)
{
    const Recording& run = repeats.middle();
    const TimeColumns columns = m_axis.columnsFrom(run.start.origin);
    writeHeading(repeats, run);
    std::size_t index = 0;
    for (const TimelineRow& row : timelineRows(run, columns, mostRows))
        writeRow(run, row, index++);
    writeStrip(inProgressLabel, countsOf(inProgressProfile(run), run.span(), columns));
    writeStrip(runningLabel, countsOf(runningProfile(run), run.span(), columns));
    m_text += '\n';
}

void Picture::writeHeading(const Repeats& repeats, const Recording& run)
{
    const Judgement judgement = judge(run);
    std::vector<Phrase> phrases{{titleOf(run.start), Ink::Strong},
                                {durationText(run.wall()), Ink::Strong}};
    if (const auto factor = speedup(m_comparison, run))
        phrases.push_back({factorText(*factor), Ink::Strong});
    phrases.push_back({wordsOf(judgement.verdict) + ": " + detailOf(judgement)});
    m_text += flowed(phrases, " · ", m_style);

    std::vector<Phrase> about{{sentenceOf(run, m_comparison.machine), Ink::Faint}};
    if (repeats.runs.size() > 1)
        about.push_back(
            {"the middle one of " + std::to_string(repeats.runs.size()) + " repeats", Ink::Faint});
    m_text += flowed(about, " · ", m_style);
    writeProblems(run);
}

void Picture::writeProblems(const Recording& run)
{
    if (const std::string problem = problemOf(run); !problem.empty())
        m_text += flowed({{problem, Ink::Alarm}}, "", m_style);
    const auto failed =
        std::ranges::count_if(run.tasks, [](const Task& task) { return !task.error.empty(); });
    int shown = 0;
    for (const Task& task : run.tasks) {
        if (task.error.empty() || shown == mostErrors)
            continue;
        ++shown;
        m_text +=
            flowed({{labelOf(run, {task.id, task.id}) + ": " + printable(task.error), Ink::Alarm}},
                   "", m_style);
    }
    if (failed > shown)
        m_text +=
            flowed({{"… and " + counted(failed - shown, "more task") + " failed", Ink::Alarm}}, "",
                   m_style);
}

/// The column after the last one that shows anything; the last one where there is none after it.
std::size_t columnOfEnd(const std::vector<RowCell>& cells)
{
    const auto last = std::find_if(cells.rbegin(), cells.rend(),
                                   [](RowCell cell) { return cell != RowCell::Nothing; });
    const auto after = static_cast<std::size_t>(cells.rend() - last);
    return std::min(after, cells.size() - 1);
}

void Picture::writeRow(const Recording& run, const TimelineRow& row, std::size_t index)
{
    Cells cells;
    for (const RowCell cell : row.cells) {
        m_cells.insert(cell);
        cells.push_back(glyphOf(cell));
    }
    if (row.end != RowEnd::Done) {
        const std::string_view mark = row.end == RowEnd::Failed ? failedMark : unfinishedMark;
        m_marks.insert(mark);
        cells[columnOfEnd(row.cells)] = mark;
    }
    writeLine(labelOf(run, row.tasks), cells, index);
}

void Picture::writeStrip(std::string_view label, const std::vector<int>& counts)
{
    Cells cells;
    for (const int count : counts) {
        cells.push_back(digitOf(count));
        if (count > highestDigit)
            m_marks.insert(manyMark);
    }
    writeLine(label, cells, std::nullopt);
}

void Picture::writeLine(std::string_view label, const Cells& cells, std::optional<std::size_t> hue)
{
    const auto isBlank = [](std::string_view cell) { return cell == " "; };
    const auto isTick = [this](std::size_t column) {
        return std::ranges::any_of(m_axis.ticks, [&](Nanoseconds tick) {
            return tick > Nanoseconds{} && m_axis.columnOf(tick) == static_cast<int>(column);
        });
    };
    m_text += painted(alignedRight(label, m_labelWidth), hue ? Ink::Plain : Ink::Faint, m_style);
    m_text += painted(" │", Ink::Faint, m_style);

    std::string blanks;  // until it is known that something follows
    for (std::size_t i = 0; i < cells.size();) {
        if (isBlank(cells[i])) {
            blanks += isTick(i) ? painted("┊", Ink::Faint, m_style) : " ";
            ++i;
            continue;
        }
        std::string drawn;
        for (; i < cells.size() && !isBlank(cells[i]); ++i)
            drawn += cells[i];
        m_text += blanks + (hue ? paintedAsRow(drawn, *hue, m_style) : drawn);
        blanks.clear();
    }
    blanks.erase(blanks.find_last_not_of(' ') + 1);
    m_text += blanks + '\n';
}

void Picture::writeAxis()
{
    std::string line;
    std::string labels;
    int used = 0;
    for (int i = 0; i < m_axis.columns; ++i) {
        const auto isHere = [&](Nanoseconds tick) { return m_axis.columnOf(tick) == i; };
        const auto tick = std::ranges::find_if(m_axis.ticks, isHere);
        line += tick != m_axis.ticks.end() && i > 0 ? "┴" : "─";
        if (tick == m_axis.ticks.end())
            continue;
        const std::string label = axisText(*tick);
        if (used > i || i + displayWidth(label) > m_axis.columns)
            continue;
        labels = alignedLeft(labels, i) + label;
        used = i + displayWidth(label) + 1;
    }
    const std::string margin(static_cast<std::size_t>(m_labelWidth + 1), ' ');
    m_text += margin + painted("└" + line, Ink::Faint, m_style) + '\n';
    m_text += margin + " " + labels + '\n';
}

void Picture::writeLegend()
{
    std::vector<Phrase> phrases;
    for (const CellLook& look : looks) {
        if (m_cells.contains(look.cell))
            phrases.push_back({std::string(look.glyph).append(" ").append(look.meaning)});
    }
    if (m_marks.contains(failedMark))
        phrases.push_back({std::string(failedMark) + " failed", Ink::Alarm});
    if (m_marks.contains(unfinishedMark))
        phrases.push_back({std::string(unfinishedMark) + " not finished"});
    if (m_marks.contains(manyMark))
        phrases.push_back({std::string(manyMark) + " more than 9"});
    m_text += flowed(phrases, "   ", m_style);
}

void Picture::writeNotes()
{
    const Nanoseconds column = m_axis.length / m_axis.columns;
    const RunStart& start = m_comparison.runs.front().start;
    const double observer = observerShare(m_comparison).value_or(0);
    const double stolen = stolenShare(m_comparison).value_or(0);
    std::vector<Phrase> notes{
        {"a column is " + durationText(column), Ink::Faint},
        {"evidence: " + wordsOf(start.evidence), Ink::Faint},
        {"Coreogram itself took " + percentText(observer, 1) + " of the machine", Ink::Faint}};
    if (stolen > worthTelling)
        notes.push_back({"the hypervisor took " + percentText(stolen, 1), Ink::Faint});
    m_text += flowed(notes, " · ", m_style);
    if (!start.evidenceNote.empty())
        m_text +=
            flowed({{"not exact: " + printable(start.evidenceNote), Ink::Faint}}, "", m_style);
}

}  // namespace

std::string textTimeline(const Comparison& comparison, const TextStyle& style)
{
    auto groups = groupRepeats(comparison);
    if (longestWall(groups) <= Nanoseconds{})
        return {};
    return Picture(comparison, std::move(groups), style).text();
}

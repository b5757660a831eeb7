#include "core/runner/texttable.h"

#include "core/analysis/times.h"
#include "core/analysis/verdict.h"
#include "core/model/workloadtraits.h"
#include "core/runner/repeats.h"
#include "core/runner/runwords.h"
#include "core/runner/textcells.h"
#include "core/runner/textnumbers.h"
#include "core/runner/textpaint.h"

#include <algorithm>
#include <numeric>

namespace {

constexpr int columnGap = 2;
constexpr int longestModel = 60;
constexpr int longestCommand = 200;
constexpr int longestName = 20;

/// A figure that can vary: its median and its lowest and highest value.
struct Spread {
    double median = 0;
    double low = 0;
    double high = 0;
};

/// One line of the table, before anything is text.
struct Figures {
    std::string name;
    bool hasFactor = true;  ///< it can be compared with the sequential run
    std::size_t repeats = 1;
    Spread real, user, sys;  ///< in milliseconds
    std::optional<Spread> speedup;
    std::optional<Spread> efficiency;  ///< in percent
    Judgement judgement;
};

enum class Align { Left, Right };

/// A column: its head, and per line of the table its text and that of the spread below it.
struct Column {
    struct Cell {
        std::string text;
        std::string spread;
    };
    std::string name;
    std::string unit;
    Align align = Align::Right;
    std::vector<Cell> cells;

    [[nodiscard]] int width() const
    {
        int widest = std::max(displayWidth(name), displayWidth(unit));
        for (const Cell& cell : cells)
            widest = std::max({widest, displayWidth(cell.text), displayWidth(cell.spread)});
        return widest;
    }
};

/// How much of the table is shown: each level is narrower than the one before.
enum class Detail { Full, ShortVerdict, NoMeans, NoEfficiency, NoSys, NoUser };

bool shows(Detail level, Detail omission) noexcept
{
    return level < omission;
}

Spread spreadOf(std::vector<double> values)
{
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    const double median =
        values.size() % 2 == 1 ? values[middle] : std::midpoint(values[middle - 1], values[middle]);
    return {median, values.front(), values.back()};
}

template <typename Figure>
Spread spreadOf(const std::vector<const Recording*>& runs, Figure figure)
{
    std::vector<double> values;
    std::ranges::transform(runs, std::back_inserter(values),
                           [&](const Recording* run) { return figure(*run); });
    return spreadOf(std::move(values));
}

template <typename Figure>
std::optional<Spread> knownSpreadOf(const std::vector<const Recording*>& runs, Figure figure)
{
    std::vector<double> values;
    for (const Recording* run : runs) {
        if (const std::optional<double> value = figure(*run))
            values.push_back(*value);
    }
    return values.empty() ? std::nullopt : std::optional(spreadOf(std::move(values)));
}

/// The judgement of the middle run; inconclusive where the repeats do not agree.
Judgement judgementOf(const Repeats& repeats)
{
    Judgement judged = judge(repeats.middle());
    const auto differs = [&](const Recording* run) {
        return judge(*run).verdict != judged.verdict;
    };
    if (std::ranges::any_of(repeats.comparable(), differs))
        judged.verdict = Verdict::Inconclusive;
    return judged;
}

Figures figuresOf(const Comparison& comparison, const Repeats& repeats)
{
    const auto runs = repeats.comparable();
    Figures figures;
    const RunStart& start = runs.front()->start;
    figures.name = start.isObserved() ? clipped(titleOf(start), longestName)
                   : start.mode       ? std::string(nameOf(*start.mode))
                                      : "run";
    figures.hasFactor = !start.isObserved();
    figures.repeats = runs.size();
    figures.real = spreadOf(runs, [](const Recording& run) { return toMilliseconds(run.wall()); });
    figures.user =
        spreadOf(runs, [](const Recording& run) { return toMilliseconds(run.summary.userTime); });
    figures.sys =
        spreadOf(runs, [](const Recording& run) { return toMilliseconds(run.summary.systemTime); });
    figures.speedup =
        knownSpreadOf(runs, [&](const Recording& run) { return speedup(comparison, run); });
    figures.efficiency = knownSpreadOf(runs, [&](const Recording& run) {
        const auto share = efficiency(comparison, run);
        return share ? std::optional(*share * 100) : std::nullopt;
    });
    figures.judgement = judgementOf(repeats);
    return figures;
}

/// How a figure is written: with so many decimals, and its unit after it.
struct Format {
    int decimals = 0;
    std::string_view suffix;
};

Column::Cell cellOf(const std::optional<Spread>& spread, std::size_t repeats, Format format)
{
    if (!spread)
        return {"–", {}};
    const auto text = [&](double value) { return fixedText(value, format.decimals); };
    Column::Cell cell{text(spread->median).append(format.suffix), {}};
    if (repeats > 1)
        cell.spread = (text(spread->low) + "–" + text(spread->high)).append(format.suffix);
    return cell;
}

Column timeColumn(const std::string& name, const std::vector<Figures>& lines, Spread Figures::*time)
{
    double longest = 0;
    for (const Figures& line : lines)
        longest = std::max(longest, line.real.high);
    const Format format{longest >= 10 ? 1 : 3, {}};
    Column column{name, "ms", Align::Right, {}};
    for (const Figures& line : lines)
        column.cells.push_back(cellOf(line.*time, line.repeats, format));
    return column;
}

Column shareColumn(const std::string& name, const std::vector<Figures>& lines,
                   Share Judgement::*share, Detail detail)
{
    const bool withMeans = shows(detail, Detail::NoMeans);
    Column column{name, withMeans ? "max (mean)" : "max", Align::Right, {}};
    for (const Figures& line : lines) {
        const Share& value = line.judgement.*share;
        const std::string mean = " (" + fixedText(value.mean, 2) + ")";
        column.cells.push_back({std::to_string(value.max) + (withMeans ? mean : ""), {}});
    }
    return column;
}

Column nameColumn(const std::vector<Figures>& lines)
{
    Column column{"run", {}, Align::Left, {}};
    for (const Figures& line : lines) {
        const std::string repeats = "  " + counted(static_cast<long long>(line.repeats), "repeat");
        column.cells.push_back({line.name, line.repeats > 1 ? repeats : ""});
    }
    return column;
}

Column verdictColumn(const std::vector<Figures>& lines, Detail detail)
{
    Column column{"verdict", {}, Align::Left, {}};
    for (const Figures& line : lines) {
        const Verdict verdict = line.judgement.verdict;
        column.cells.push_back(
            {shows(detail, Detail::ShortVerdict) ? wordsOf(verdict) : std::string(nameOf(verdict)),
             {}});
    }
    return column;
}

std::vector<Column> columnsOf(const std::vector<Figures>& lines, Detail detail)
{
    std::vector<Column> columns{nameColumn(lines), timeColumn("real", lines, &Figures::real)};
    if (shows(detail, Detail::NoUser))
        columns.push_back(timeColumn("user", lines, &Figures::user));
    if (shows(detail, Detail::NoSys))
        columns.push_back(timeColumn("sys", lines, &Figures::sys));
    Column gain{"speedup", {}, Align::Right, {}};
    Column use{"efficiency", {}, Align::Right, {}};
    for (const Figures& line : lines) {
        gain.cells.push_back(cellOf(line.speedup, line.repeats, {2, "×"}));
        use.cells.push_back(cellOf(line.efficiency, line.repeats, {0, " %"}));
    }
    const bool hasFactors = std::ranges::any_of(lines, &Figures::hasFactor);
    if (hasFactors)
        columns.push_back(std::move(gain));
    if (hasFactors && shows(detail, Detail::NoEfficiency))
        columns.push_back(std::move(use));
    columns.push_back(shareColumn("in progress", lines, &Judgement::concurrency, detail));
    columns.push_back(shareColumn("running", lines, &Judgement::parallelism, detail));
    columns.push_back(verdictColumn(lines, detail));
    return columns;
}

int widthOf(const std::vector<Column>& columns)
{
    int width = -columnGap;
    for (const Column& column : columns)
        width += column.width() + columnGap;
    return width;
}

/// The most detailed columns that fit; the least detailed where none do.
std::pair<std::vector<Column>, Detail> fittingColumns(const std::vector<Figures>& lines, int width)
{
    for (const Detail detail : {Detail::Full, Detail::ShortVerdict, Detail::NoMeans,
                                Detail::NoEfficiency, Detail::NoSys}) {
        if (auto columns = columnsOf(lines, detail); widthOf(columns) <= width)
            return {std::move(columns), detail};
    }
    return {columnsOf(lines, Detail::NoUser), Detail::NoUser};
}

/// One line of text from what `text` takes of each column, without blanks at its end.
template <typename Text>
std::string lineOf(const std::vector<Column>& columns, Ink ink, const TextStyle& style, Text text)
{
    std::string line;
    for (const Column& column : columns) {
        const std::string cell = text(column);
        line += line.empty() ? "" : std::string(columnGap, ' ');
        line += column.align == Align::Left ? alignedLeft(cell, column.width())
                                            : alignedRight(cell, column.width());
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return painted(line, ink, style) + '\n';
}

std::string ruleOf(int width, const TextStyle& style)
{
    std::string rule;
    for (int i = 0; i < width; ++i)
        rule += "─";
    return painted(rule, Ink::Faint, style) + '\n';
}

std::string bodyOf(const std::vector<Column>& columns, const std::vector<Figures>& lines,
                   const TextStyle& style)
{
    std::string body;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        body += lineOf(columns, Ink::Plain, style,
                       [i](const Column& column) { return column.cells[i].text; });
        if (lines[i].repeats > 1)
            body += lineOf(columns, Ink::Faint, style,
                           [i](const Column& column) { return column.cells[i].spread; });
    }
    return body;
}

/// What was run or observed.
/// ", 20.0 ms each"; empty where the workload has neither a length nor items.
std::string amountsOf(const Experiment& experiment)
{
    const WorkloadTraits* const traits = workloadTraitsOf(experiment.workload);
    const std::string each = experiment.tasks == 1 ? "" : " each";
    if (traits && traits->takesLength)
        return ", " + durationText(experiment.taskLength) + each;
    if (traits && traits->has(Setting::Items))
        return ", " + groupedText(experiment.settings[Setting::Items]) + " items" + each;
    return {};
}

std::string subjectOf(const RunStart& start)
{
    if (start.isObserved())
        return clipped(commandText(start), longestCommand);
    const Experiment& experiment = start.experiment;
    return counted(experiment.tasks, "task") + " of " + printable(experiment.workload) +
           amountsOf(experiment) + ", on " + wordsOf(experiment.with);
}

/// What is compared, and on what machine.
std::string captionOf(const Comparison& comparison, const TextStyle& style)
{
    std::vector<Phrase> phrases{{subjectOf(comparison.runs.front().start), Ink::Strong},
                                {counted(comparison.machine.cores, "core"), Ink::Plain}};
    if (!comparison.machine.model.empty())
        phrases.push_back({clipped(printable(comparison.machine.model), longestModel), Ink::Plain});
    return flowed(phrases, " · ", style);
}

/// What went wrong, each problem once.
std::string problemsOf(const Comparison& comparison, const TextStyle& style)
{
    std::vector<std::string> problems;
    for (const Recording& run : comparison.runs) {
        const std::string problem = problemOf(run);
        const std::string line = titleOf(run.start) + ": " + problem;
        if (!problem.empty() && std::ranges::find(problems, line) == problems.end())
            problems.push_back(line);
    }
    std::string text;
    for (const std::string& problem : problems)
        text += flowed({{problem, Ink::Alarm}}, "", style);
    return text;
}

std::string omissionsOf(Detail detail, const TextStyle& style)
{
    std::string missing;
    if (!shows(detail, Detail::NoEfficiency))
        missing += "efficiency";
    if (!shows(detail, Detail::NoSys))
        missing += ", sys";
    if (!shows(detail, Detail::NoUser))
        missing += ", user";
    if (missing.empty())
        return {};
    return flowed({{"Left out, as there is no room for it: " + missing + ".", Ink::Faint}}, "",
                  style);
}

}  // namespace

std::string textTable(const Comparison& comparison, const TextStyle& style)
{
    if (comparison.runs.empty())
        return "The recording has no runs.\n";
    const auto groups = groupRepeats(comparison);
    std::vector<Figures> lines;
    std::ranges::transform(groups, std::back_inserter(lines),
                           [&](const Repeats& repeats) { return figuresOf(comparison, repeats); });
    const auto [columns, detail] = fittingColumns(lines, style.width);

    std::string table = captionOf(comparison, style) + '\n';
    table += lineOf(columns, Ink::Strong, style, [](const Column& column) { return column.name; });
    table += lineOf(columns, Ink::Faint, style, [](const Column& column) { return column.unit; });
    table += ruleOf(std::min(widthOf(columns), style.width), style);
    table += bodyOf(columns, lines, style);
    table += problemsOf(comparison, style);
    table += omissionsOf(detail, style);
    return inGlyphs(std::move(table), style);
}

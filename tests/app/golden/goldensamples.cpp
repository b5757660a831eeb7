#include "tests/app/golden/goldensamples.h"

#include "tests/app/golden/goldenruns.h"
#include "tests/app/timeline/simulatedrun.h"

#include <iterator>

using namespace std::chrono_literals;

namespace {

using Samples = std::vector<GoldenSample>;

constexpr std::size_t indexOf(Mode mode)
{
    return static_cast<std::size_t>(mode);
}

/// What was run before, for a ghost: in turns on one core, until it was stopped.
Recording runBefore()
{
    Recording run = fourTasksUntil(Mode::Concurrent, 200ms);
    run.summary.end = RunEnd::Interrupted;
    return run;
}

Comparison slices(int workers, int slicesOfEach)
{
    return comparisonOf(recordingOfSlices(workers, slicesOfEach));
}

Samples rows()
{
    constexpr std::size_t turns = indexOf(Mode::Concurrent);
    constexpr std::size_t both = indexOf(Mode::Both);
    constexpr std::size_t split = indexOf(Mode::BothSplit);
    const GoldenView workers{.rows = RowsBy::Workers};
    const GoldenView cores{.rows = RowsBy::Cores};
    return {{"one-after-another", fourTasks(), {}, indexOf(Mode::Sequential)},
            {"tasks-in-turns", fourTasks(), {}, turns},
            {"tasks-by-worker", fourTasks(), workers, both},
            {"tasks-by-core", fourTasks(), cores, both},
            {"tasks-by-core-with-idle", fourTasks(), cores, turns},
            {"subtasks", fourTasks(), {}, split},
            {"subtasks-by-worker", fourTasks(), workers, split},
            {"processes-by-colour", comparisonOf(observedProcesses()), workers},
            {"processes-by-core", comparisonOf(observedProcesses()), cores}};
}

Samples states()
{
    const GoldenView byState{.colourBy = ColourBy::State};
    const GoldenView workers{.rows = RowsBy::Workers, .colourBy = ColourBy::State};
    GoldenView closely = byState;
    closely.visible = TimeRange{450ms, 556ms};
    GoldenView middle = workers;
    middle.visible = TimeRange{100ms, 300ms};
    return {
        {"states-by-task", comparisonOf(everyState())},
        {"states-by-state", comparisonOf(everyState()), byState},
        {"states-by-worker", comparisonOf(everyState()), workers},
        {"turns-by-state", fourTasks(), byState, indexOf(Mode::Concurrent)},
        {"processes", comparisonOf(observedProcesses()), workers},
        {"moving-tasks", comparisonOf(movingTasks())},
        {"moving-tasks-by-worker", comparisonOf(movingTasks()), {.rows = RowsBy::Workers}},
        {"deadlock", comparisonOf(deadlock())},
        {"event-loop", comparisonOf(eventLoop())},
        {"philosophers", storedComparison("philosophers")},
        {"philosophers-closely", storedComparison("philosophers"), closely},
        {"interpreter-lock", storedComparison("interpreterlock"), middle},
        {"interpreter-lock-by-core", storedComparison("interpreterlock"), {.rows = RowsBy::Cores}}};
}

Samples themes()
{
    const GoldenView dark{.theme = darkTheme()};
    const GoldenView darkStates{.colourBy = ColourBy::State, .theme = darkTheme()};
    const GoldenView contrast{.theme = highContrastTheme()};
    const GoldenView contrastStates{.colourBy = ColourBy::State, .theme = highContrastTheme()};
    const GoldenView wall{.isProjected = true};
    const GoldenView contrastWall{.theme = highContrastTheme(), .isProjected = true};
    GoldenView darkWall = darkStates;
    darkWall.isProjected = true;
    return {{"dark-by-task", comparisonOf(everyState()), dark},
            {"dark-by-state", comparisonOf(everyState()), darkStates},
            {"high-contrast-by-task", comparisonOf(everyState()), contrast},
            {"high-contrast-by-state", comparisonOf(everyState()), contrastStates},
            {"projected", comparisonOf(everyState()), wall},
            {"projected-dark", comparisonOf(everyState()), darkWall},
            {"projected-high-contrast", comparisonOf(everyState()), contrastWall},
            {"projected-groups", slices(30, 40), wall}};
}

Samples many()
{
    const GoldenView tenth{.visible = TimeRange{100ms, 124ms}};
    return {{"groups", slices(120, 60), {.rows = RowsBy::Workers}},
            {"below-a-pixel", slices(5, 6000)},
            {"below-a-pixel-by-core", slices(5, 6000), {.rows = RowsBy::Cores}},
            {"a-tenth", fourTasks(), tenth, indexOf(Mode::Concurrent)}};
}

Samples handled()
{
    const GoldenView ghost{.visible = TimeRange{{}, 200ms}, .ghost = runBefore()};
    GoldenView ghostCores = ghost;
    ghostCores.rows = RowsBy::Cores;
    const GoldenView selection{.selection = TimeRange{60ms, 114ms}};
    const GoldenView marked{.bookmarks = {30ms, 150ms}};
    const GoldenView live{.feed = Feed::Live};
    const Comparison growing = comparisonOf(fourTasksUntil(Mode::Both, 90ms));
    const GoldenView release{.pointedAt = std::pair(std::size_t{2}, 150ms)};
    return {{"ghost", fourTasks(), ghost, indexOf(Mode::Both)},
            {"ghost-by-core", fourTasks(), ghostCores, indexOf(Mode::Both)},
            {"selection", fourTasks(), selection, indexOf(Mode::Concurrent)},
            {"bookmarks", fourTasks(), marked, indexOf(Mode::Concurrent)},
            {"still-running", growing, live},
            {"release", comparisonOf(shortSlices()), release}};
}

}  // namespace

std::vector<GoldenSample> goldenSamples()
{
    Samples all;
    for (Samples each : {rows(), states(), themes(), many(), handled()})
        std::ranges::move(each, std::back_inserter(all));
    return all;
}

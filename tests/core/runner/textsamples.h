#pragma once

#include "core/model/recording.h"
#include "tests/support/recordingtext.h"

#include <QString>

#include <algorithm>
#include <string>
#include <string_view>

/// What the tests of text share: comparisons by hand.

/// A run of `mode` on a machine of two cores, with tasks of 20 ms. `text` is as in recordingtext.h.
inline Recording sampleRun(std::optional<Mode> mode, std::string_view text)
{
    Recording run = recordingFrom(text);
    run.start.mode = mode;
    run.start.experiment.tasks = static_cast<int>(run.tasks.size());
    run.start.experiment.taskLength = std::chrono::milliseconds(20);
    run.start.plan = planFor(mode.value_or(Mode::Sequential), run.start.experiment, 2);
    run.summary.userTime = std::chrono::microseconds(39'500);
    run.summary.systemTime = std::chrono::microseconds(270);
    return run;
}

/// Two tasks one after another, in turns on one core, and split across two cores.
inline Comparison threeRuns()
{
    Comparison comparison;
    comparison.machine = {.cores = 2, .physicalCores = 1, .model = "Example 3000"};
    comparison.isComplete = true;
    comparison.runs = {
        sampleRun(Mode::Sequential, "W1: T1 run 0-20 T2 run 20-40"),
        sampleRun(Mode::Concurrent, "W1: T1 run 0-10 ready 10-20 run 20-30;"
                                    "W2: T2 ready 0-10 run 10-20 ready 20-30 run 30-40"),
        sampleRun(Mode::Parallel,
                  "W1: T1.0 run 0-10 T2.0 run 10-20; W2: T1.1 run 0-10 T2.1 run 10-20")};
    return comparison;
}

inline int linesOf(const std::string& text)
{
    return static_cast<int>(std::ranges::count(text, '\n'));
}

/// So that a difference is shown as text.
inline QString shown(const std::string& text)
{
    return QString::fromStdString(text);
}

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

/// A program whose main thread waits for two that run at the same time, and for a child process.
inline Comparison observedRun()
{
    Comparison comparison;
    comparison.machine = {.cores = 2, .physicalCores = 1, .model = "Example 3000"};
    comparison.isComplete = true;
    Recording run = recordingFrom("observed; evidence exact;"
                                  "W1: run 0-4@0 join 4-36 run 36-40@0;"
                                  "W2: ready 4-6 run 6-30@1 lock 30-32 run 32-36@1;"
                                  "W3: ready 4-5 run 5-26@0 io 26-36;"
                                  "W4: unseen 30-31 run 31-36@0 unknown 36-38");
    run.start.command = {"/usr/bin/program", "-T2", "two words"};
    for (Worker& worker : run.workers) {
        worker.name = number(worker.id) == 4 ? "child" : "program";
        worker.pid = number(worker.id) == 4 ? 70 : 60;
        worker.tid = number(worker.id) == 4 ? 70 : 59 + number(worker.id);
    }
    run.summary.userTime = std::chrono::microseconds(57'300);
    run.summary.systemTime = std::chrono::microseconds(1'700);
    run.summary.observerTime = std::chrono::microseconds(400);
    run.summary.exitStatus = 0;
    comparison.runs.push_back(std::move(run));
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

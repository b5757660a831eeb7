#pragma once

#include "core/model/recording.h"

// What golden pictures show. All but the recordings of real runs are made up to the nanosecond.

/// The comparison that a recording in tests/data holds; aborts where it cannot be read.
[[nodiscard]] Comparison storedComparison(const char* name);

/// A comparison of one run, on a machine with two cores.
[[nodiscard]] Comparison comparisonOf(Recording run);

/// Four tasks of 60 ms under each plan, in turns of 6 ms.
[[nodiscard]] Comparison fourTasks();
/// As its run `mode` alone, cut off at `until`, as it is while it goes on.
[[nodiscard]] Recording fourTasksUntil(Mode mode, Nanoseconds until);

/// Every state that a task can be in, one task that fails, one that is cancelled, and one that has
/// not started.
[[nodiscard]] Recording everyState();

/// Short slices next to long ones, and two tasks on one worker.
[[nodiscard]] Recording shortSlices();

/// Tasks that go on with another worker, and a worker that does something between tasks.
[[nodiscard]] Recording movingTasks();

/// Three tasks that wait for locks in a circle, until one of them fails.
[[nodiscard]] Recording deadlock();

/// An event loop that goes on with another task where one waits.
[[nodiscard]] Recording eventLoop();

/// Four threads of three processes.
[[nodiscard]] Recording observedProcesses();

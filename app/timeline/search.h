#pragma once

#include "core/model/recording.h"

#include <QString>

#include <vector>

/// A task or a worker of a run that was searched for.
struct SearchMatch {
    enum class Kind { Task, Worker };

    std::size_t run = 0;  ///< index in Comparison::runs
    Kind kind = Kind::Task;
    std::size_t at = 0;  ///< index in Recording::tasks or Recording::workers
    bool operator==(const SearchMatch&) const = default;
};

/// What is called `text`, run by run, its tasks first. A number finds the task and the worker that
/// have it, and the threads and processes whose number the operating system says it is; any other
/// text what has it in its name or its label ("Task 3", "Worker 2"), in any case. The order of
/// runs, tasks and workers; nothing for a text that is empty. Linear in the number of tasks and
/// workers.
[[nodiscard]] std::vector<SearchMatch> matchesOf(const Comparison& comparison, const QString& text);

/// When the task was in progress, or the worker lived, from the run's origin; to the latest time
/// known while that goes on. Empty for a task that has not started.
[[nodiscard]] TimeRange rangeOf(const Comparison& comparison, const SearchMatch& match);

#pragma once

#include "core/model/setting.h"

#include <span>
#include <string>
#include <string_view>

/// What is known of a kind of work without doing it.
struct WorkloadTraits {
    std::string_view name;     ///< as on the command line
    std::string_view summary;  ///< one sentence for the user
    int tasks = 4;             ///< how many there are unless the user says
    int workers = 0;           ///< W unless the user says; 0 stands for the machine's cores

    /// Whether a task takes as long as it is asked to; others have amounts of their own.
    bool takesLength = false;

    /// Whether one task can be split into parts for several workers.
    bool canSplit = false;

    /// Whether W bounds how many tasks are in progress: the tasks stand in a queue, and the workers
    /// take them from it. Otherwise all tasks may be in progress at once.
    bool isQueued = false;

    std::span<const Setting> settings = {};

    [[nodiscard]] bool has(Setting setting) const noexcept;
};

/// Every workload there is, in the order in which a learner meets them.
[[nodiscard]] std::span<const WorkloadTraits> workloadTraits() noexcept;

/// Those of the workload of that name; null if there is none, as in a recording of a later version.
[[nodiscard]] const WorkloadTraits* workloadTraitsOf(std::string_view name) noexcept;

/// The names of all, for messages: "compute, append, …".
[[nodiscard]] std::string workloadNames();

#pragma once

#include "core/model/result.h"
#include "core/model/setting.h"
#include "core/model/time.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What executes tasks.
enum class WorkerKind {
    Threads,
    Processes,
    GlobalLock,  ///< threads that hold one lock to compute: a model of CPython's
    EventLoop,   ///< one thread that goes on with another task where one waits
};

inline constexpr std::array allWorkerKinds{WorkerKind::Threads, WorkerKind::Processes,
                                           WorkerKind::GlobalLock, WorkerKind::EventLoop};

/// The named ways to run an experiment. Each is a name for three numbers (see `planFor`).
enum class Mode { Sequential, Concurrent, Parallel, Both, BothSplit };

inline constexpr std::array allModes{Mode::Sequential, Mode::Concurrent, Mode::Parallel, Mode::Both,
                                     Mode::BothSplit};

namespace limits {
inline constexpr int maxTasks = 10'000;
inline constexpr int maxWorkersAsked = 256;  ///< of `Experiment::workers`, and so of `Plan::split`
inline constexpr int maxInProgress = 256;    ///< "all tasks" means at most so many at once
inline constexpr int maxWorkers = 512;       ///< in progress × split
inline constexpr Nanoseconds minTaskLength = std::chrono::microseconds(10);
inline constexpr Nanoseconds maxTaskLength = std::chrono::minutes(10);
}  // namespace limits

/// How to run an experiment: three numbers and a kind of worker.
struct Plan {
    int inProgress = 1;  ///< how many tasks may be in progress at once, 1 to limits::maxInProgress
    int split = 1;       ///< into how many parts each task is split, 1 to limits::maxWorkersAsked
    int cores = 1;       ///< how many cores the workers may use, 1 to the machine's
    WorkerKind with = WorkerKind::Threads;

    /// How many parts of tasks may be in progress at once.
    [[nodiscard]] int partsInProgress() const noexcept { return inProgress * split; }

    /// Each part of each task in progress has a worker of its own; an event loop is one for all.
    [[nodiscard]] int workers() const noexcept
    {
        return with == WorkerKind::EventLoop ? 1 : partsInProgress();
    }
    bool operator==(const Plan&) const = default;
};

/// What to run: the workload and its amounts.
struct Experiment {
    std::string workload = "compute";
    int tasks = 4;                                            ///< 1 to limits::maxTasks
    Nanoseconds taskLength = std::chrono::milliseconds(200);  ///< of one core's time, per task
    int workers = 0;  ///< W: 1 to limits::maxWorkersAsked; 0 stands for what suits the workload
    WorkerKind with = WorkerKind::Threads;
    Settings settings;
    std::string urls;      ///< file with addresses to download, one a task; empty: a local server
    std::string pictures;  ///< folder to keep what is downloaded in; empty: not kept

    bool operator==(const Experiment&) const = default;
};

/// W: what was asked for, or the workload's own number, or else the machine's cores.
[[nodiscard]] int workersOf(const Experiment& experiment, int machineCores) noexcept;

/// The named modes that there are for this experiment: a task that cannot be split has two fewer.
[[nodiscard]] std::vector<Mode> modesOf(const Experiment& experiment);

/// The plan that `mode` names for `experiment` on a machine with `machineCores` cores.
/// "All" tasks in progress are limited by limits::maxInProgress and limits::maxWorkers, and by W
/// where the workload's tasks stand in a queue.
[[nodiscard]] Plan planFor(Mode mode, const Experiment& experiment, int machineCores);

/// The named mode whose three numbers for `experiment` are those of `plan`, if there is one.
[[nodiscard]] std::optional<Mode> modeOf(const Plan& plan, const Experiment& experiment,
                                         int machineCores);

/// Checks every number against its range; the error names the number, its value and the range.
[[nodiscard]] Result<void> validate(const Experiment& experiment);
[[nodiscard]] Result<void> validate(const Plan& plan, int machineCores);
[[nodiscard]] Result<void> validate(const Plan& plan, const Experiment& experiment,
                                    int machineCores);

/// As on the command line and in JSON: `sequential`, `concurrent`, `parallel`, `both`,
/// `both-split`.
[[nodiscard]] std::string_view nameOf(Mode mode) noexcept;
[[nodiscard]] std::optional<Mode> modeNamed(std::string_view name) noexcept;

/// As on the command line and in JSON: `threads`, `processes`, `global-lock`, `event-loop`.
[[nodiscard]] std::string_view nameOf(WorkerKind kind) noexcept;
[[nodiscard]] std::optional<WorkerKind> workerKindNamed(std::string_view name) noexcept;

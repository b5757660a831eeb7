#pragma once

#include "app/timeline/coreindex.h"
#include "app/timeline/liveprogress.h"
#include "app/timeline/rowgroups.h"
#include "app/timeline/tasklanes.h"
#include "app/timeline/waitcircles.h"
#include "app/timeline/workerorder.h"
#include "app/timeline/workersums.h"
#include "core/analysis/profile.h"
#include "core/analysis/verdict.h"
#include "core/model/recording.h"

#include <optional>
#include <vector>

/// One part of one task: an element of Worker::parts.
struct PartRef {
    std::size_t worker = 0;  ///< index in Recording::workers
    std::size_t part = 0;    ///< index in Worker::parts
    bool operator==(const PartRef&) const = default;
};

/// What a panel knows of its recording besides the recording itself. It grows with the recording
/// at the cost of what is new, plus O(workers + tasks), and stays valid for every recording that
/// extends the one last seen: more comes at the end of the lists, whose last intervals may change.
class PanelModel {
public:
    /// Takes in what is new, with all that `rows` need. Returns whether anything is.
    bool update(const Recording& recording, RowsBy rows = RowsBy::Tasks);

    [[nodiscard]] const WorkerSums& sumsOf(std::size_t worker) const { return m_workers[worker]; }
    /// Another number after the recording was found to be another one.
    [[nodiscard]] int epoch() const noexcept { return m_epoch; }
    [[nodiscard]] std::size_t workers() const noexcept { return m_workers.size(); }
    [[nodiscard]] const std::vector<PartRef>& partsOf(std::size_t task) const
    {
        return m_tasks[task];
    }
    /// Empty unless an event loop runs the tasks.
    [[nodiscard]] const TaskLanes& taskLanes() const noexcept { return m_taskLanes; }
    /// The deadlocks.
    [[nodiscard]] const std::vector<WaitCircle>& circles() const noexcept { return m_circles; }
    [[nodiscard]] std::size_t tasks() const noexcept { return m_tasks.size(); }
    /// Empty for runs of our own, whose workers have rows in their own order.
    [[nodiscard]] const WorkerOrder& order() const noexcept { return m_order; }
    /// Empty until rows by core were asked for.
    [[nodiscard]] const CoreIndex& cores() const noexcept { return m_cores; }
    [[nodiscard]] const Profile& inProgress() const noexcept { return m_inProgress; }
    /// Computed once, when the run has ended; empty before.
    [[nodiscard]] const std::optional<Judgement>& judgement() const noexcept { return m_judgement; }

private:
    /// Tells cheaply whether a recording has changed, and whether it is another one.
    struct Signature {
        Nanoseconds origin{};
        Nanoseconds knownUntil{};
        std::uint64_t workers = 0;  ///< a number that differs if anything of any worker does
        std::size_t tasksSeen = 0;
        RunEnd end = RunEnd::NotYet;
        bool operator==(const Signature&) const = default;
    };

    static Signature signatureOf(const Recording& recording);
    [[nodiscard]] bool isExtendedBy(const Recording& recording, const Signature& now) const;
    void startAnew();
    void takeInWorker(const Recording& recording, std::size_t worker);
    void takeInProgress(const Recording& recording, const Signature& now);

    Signature m_signature;
    std::vector<WorkerSums> m_workers;
    std::vector<std::vector<PartRef>> m_tasks;
    TaskLanes m_taskLanes;
    std::vector<WaitCircle> m_circles;
    WorkerOrder m_order;
    CoreIndex m_cores;
    bool m_hasCores = false;
    int m_epoch = 0;
    LiveProgress m_live;
    Profile m_inProgress;
    std::optional<Judgement> m_judgement;
};

/// The time from the start of a part to its stop; while it goes on, to the latest time known.
[[nodiscard]] TimeRange rangeOf(const Recording& recording, PartRef ref);

/// The time in which a task is in progress; while it goes on, to the latest time known. Empty for
/// a task that has not started.
[[nodiscard]] TimeRange rangeOf(const Recording& recording, const Task& task);

#pragma once

#include "app/timeline/timesums.h"
#include "core/analysis/profile.h"
#include "core/analysis/verdict.h"
#include "core/model/recording.h"

#include <optional>
#include <vector>

/// The sums that make one worker's intervals cheap to draw at any zoom.
struct WorkerSums {
    TimeSums<Slice, 2> slices;              ///< 0: of tasks; 1: between tasks
    TimeSums<Wait, waitReasonCount> waits;  ///< by WaitReason
    std::size_t partsSeen = 0;
};

/// One part of one task: an element of Worker::parts.
struct PartRef {
    std::size_t worker = 0;  ///< index in Recording::workers
    std::size_t part = 0;    ///< index in Worker::parts
    bool operator==(const PartRef&) const = default;
};

/// What a panel knows of its recording besides the recording itself. It grows with the recording
/// at the cost of what is new, and stays valid for every recording that extends the one last seen.
class PanelModel {
public:
    /// Takes in what is new. Returns whether anything is.
    bool update(const Recording& recording);

    [[nodiscard]] const WorkerSums& sumsOf(std::size_t worker) const { return m_workers[worker]; }
    [[nodiscard]] std::size_t workers() const noexcept { return m_workers.size(); }
    [[nodiscard]] const std::vector<PartRef>& partsOf(std::size_t task) const
    {
        return m_tasks[task];
    }
    [[nodiscard]] std::size_t tasks() const noexcept { return m_tasks.size(); }
    [[nodiscard]] const Profile& inProgress() const noexcept { return m_inProgress; }
    /// Computed once, when the run has ended; empty before.
    [[nodiscard]] const std::optional<Judgement>& judgement() const noexcept { return m_judgement; }

private:
    /// Tells cheaply whether a recording has changed, and whether it is another one.
    struct Signature {
        Nanoseconds origin{};
        Nanoseconds knownUntil{};
        std::size_t intervals = 0;
        std::size_t tasksSeen = 0;
        Nanoseconds lastEnds{};
        RunEnd end = RunEnd::NotYet;
        bool operator==(const Signature&) const = default;
    };

    static Signature signatureOf(const Recording& recording);
    void takeInWorker(const Recording& recording, std::size_t worker);

    Signature m_signature;
    std::vector<WorkerSums> m_workers;
    std::vector<std::vector<PartRef>> m_tasks;
    Profile m_inProgress;
    std::optional<Judgement> m_judgement;
};

/// The time from the start of a part to its stop; while it goes on, to the latest time known.
[[nodiscard]] TimeRange rangeOf(const Recording& recording, PartRef ref);

/// The time in which a task is in progress; while it goes on, to the latest time known. Empty for
/// a task that has not started.
[[nodiscard]] TimeRange rangeOf(const Recording& recording, const Task& task);

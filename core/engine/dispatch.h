#pragma once

#include "core/engine/runmemory.h"
#include "core/observe/workerlog.h"

#include <cstdint>
#include <optional>
#include <string_view>

/// Gives tasks to teams and joins the parts of a task: the one place where it is decided what
/// happens next. Called by workers at task borders, and by the runner for workers that died.
class Dispatch {
public:
    /// `memory` is borrowed.
    explicit Dispatch(const RunMemory& memory) : m_memory(memory) {}

    /// What the team of a seat has to do next.
    struct Next {
        enum class What { Task, NoMore, NotYet } what = What::NotYet;
        TaskId task = TaskId::None;
    };

    /// Waits until the team of `seat` is given its next task. Nothing: there are no more, for
    /// anybody. A worker who finds the queue empty waits at it until the last task is done.
    [[nodiscard]] std::optional<TaskId> next(std::uint32_t seat, WorkerLog& log);

    /// The same without waiting for the others of the team.
    [[nodiscard]] Next look(std::uint32_t seat, WorkerLog& log);

    /// `seat` has done its part of the team's task, or failed to. The last of the team stops the
    /// task, and the team is given the next one.
    void finishPart(std::uint32_t seat, const Result<Outcome>& outcome, WorkerLog& log);

    /// The worker of `seat` died: what it had to do has failed for the reason `why`, and the others
    /// of its team go on. Returns whether the seat needs a new worker.
    [[nodiscard]] bool abandon(std::uint32_t seat, std::string_view why, WorkerLog& log);

    /// The task of `seat` will fail for the reason `why`, however its parts end. For the runner.
    void blame(std::uint32_t seat, std::string_view why);

private:
    [[nodiscard]] std::uint32_t teamOf(std::uint32_t seat) const noexcept;

    /// There is nothing more in the queue for the caller.
    void waitForTheOthers(WorkerLog& log);

    // All under the mutex.
    void fail(Team& team, std::string_view why);
    void letOthersBegin(const Team& team);
    void advanceIfJoined(std::uint32_t team, WorkerLog& log);
    [[nodiscard]] bool allFinished(std::uint32_t team) const noexcept;
    [[nodiscard]] std::optional<TaskId> takeTask(Team& team);
    void steal(Team& team);

    const RunMemory& m_memory;
};

#pragma once

#include "core/engine/runmemory.h"
#include "core/workload/workload.h"

/// One part of a task on its way through a worker, with the marks that record it.
class RunningPart {
public:
    /// Both are borrowed.
    RunningPart(const RunMemory& memory, WorkerTools& tools, std::uint32_t seat, TaskId task);
    RunningPart(const RunningPart&) = delete;
    RunningPart& operator=(const RunningPart&) = delete;

    /// Puts the part on the worker until it is done or, in an event loop, waits. Returns whether it
    /// is done.
    bool goOn();

    [[nodiscard]] bool isDone() const noexcept { return m_work.isDone(); }

    /// What it waits for. Requires an event loop, and that it has gone on and is not done.
    [[nodiscard]] Awaited& awaited() const noexcept { return *m_awaited; }

    /// In an event loop: records for what it waits from now on.
    void markSuspended(WaitReason reason);

    /// What it came to. Requires that it is done.
    [[nodiscard]] const Result<Outcome>& outcome() const noexcept { return m_work.result(); }

private:
    [[nodiscard]] const PartOfWork& part() const noexcept { return m_context.part(); }

    WorkerTools& m_tools;
    WorkContext m_context;
    PartState& m_state;
    Work m_work;
    Awaited* m_awaited = nullptr;
};

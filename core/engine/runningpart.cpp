#include "core/engine/runningpart.h"

namespace {

PartOfWork partOf(const WorkOrder& order, std::uint32_t seat, TaskId task) noexcept
{
    return {task, static_cast<PartId>(seat % order.seatsPerTeam), order.seatsPerTeam, order.amount};
}

Work begin(const WorkOrder& order, WorkContext& context)
{
    return workloadNamed(order.workload.data())->run(context);
}

}  // namespace

RunningPart::RunningPart(const RunMemory& memory, WorkerTools& tools, std::uint32_t seat,
                         TaskId task)
    : m_tools(tools),
      m_context(tools, memory.shared(), seat, partOf(memory.order(), seat, task)),
      m_state(memory.shared().parts[seat]),
      m_work(begin(memory.order(), m_context))
{
    m_state.mustGiveUp.store(0);
    m_state.task.store(number(task));
}

bool RunningPart::goOn()
{
    m_tools.log.mark(EventKind::PartStart, part().task, part().part);
    m_context.takeGlobalLock();
    m_work.resume();
    m_context.dropGlobalLock();
    m_awaited = std::exchange(m_tools.awaited, nullptr);
    if (isDone()) {
        m_tools.log.mark(EventKind::PartStop, part().task, part().part);
        m_state.task.store(0);
    } else {
        markSuspended(m_awaited->reason());
    }
    return isDone();
}

void RunningPart::markSuspended(WaitReason reason)
{
    const auto due = m_awaited->due();
    m_tools.log.mark(EventKind::Suspend, part().task, part().part,
                     static_cast<std::uint8_t>(reason), due ? due->count() : 0);
}

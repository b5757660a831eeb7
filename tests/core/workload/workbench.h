#pragma once

#include "core/engine/runmemory.h"
#include "core/workload/workload.h"

#include <algorithm>
#include <string_view>

/// What a part of a task needs to be done on the thread of a test, without a run around it.
class Workbench {
public:
    explicit Workbench(std::string_view workload, WorkOrder order = {})
        : m_memory(RunMemory::create(completed(workload, order)).value()),
          m_log(m_memory.ring(0), m_memory.control().news),
          m_tools(m_log)
    {}

    [[nodiscard]] const RunMemory& memory() const { return m_memory; }
    [[nodiscard]] WorkerTools& tools() { return m_tools; }

    Result<Outcome> run(const PartOfWork& part, std::uint32_t seat = 0)
    {
        WorkContext context(m_tools, m_memory.shared(), seat, part);
        Work work = workloadNamed(m_memory.order().workload.data())->run(context);
        work.resume();
        return work.isDone() ? work.result() : failure("it waits");
    }

    void stop() { m_memory.control().stop.store(1); }

private:
    static WorkOrder completed(std::string_view workload, WorkOrder order)
    {
        std::ranges::copy(workload, order.workload.begin());
        order.tasks = std::max(order.tasks, 1U);
        order.teams = std::max(order.teams, 1U);
        order.seatsPerTeam = std::max(order.seatsPerTeam, 1U);
        if (order.memoryLimit == 0)
            order.memoryLimit = 1'000'000'000;
        return order;
    }

    RunMemory m_memory;
    WorkerLog m_log;
    WorkerTools m_tools;
};

#pragma once

#include "core/engine/crew.h"
#include "core/workload/globallock.h"

#include <optional>
#include <thread>

/// Workers that are threads of this process.
class ThreadCrew : public Crew {
public:
    ThreadCrew(const RunMemory& memory, bool hasGlobalLock) : m_memory(memory)
    {
        if (hasGlobalLock)
            m_globalLock.emplace();
    }

    [[nodiscard]] Result<void> add(std::uint32_t worker) override;
    [[nodiscard]] std::vector<LostWorker> takeLost() override { return {}; }
    [[nodiscard]] std::vector<Finding> findings() const override;
    void kill() override {}  // a thread cannot be ended without its process

private:
    const RunMemory& m_memory;
    std::optional<GlobalLock> m_globalLock;
    std::vector<std::jthread> m_threads;
};

#pragma once

#include "core/engine/crew.h"

#include <thread>

/// Workers that are threads of this process.
class ThreadCrew : public Crew {
public:
    explicit ThreadCrew(const RunMemory& memory) : m_memory(memory) {}

    [[nodiscard]] Result<void> add(std::uint32_t seat) override;
    [[nodiscard]] std::vector<LostWorker> takeLost() override { return {}; }
    void kill() override {}  // a thread cannot be ended without its process

private:
    const RunMemory& m_memory;
    std::vector<std::jthread> m_threads;
};

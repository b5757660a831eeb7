#pragma once

#include "core/engine/crew.h"

#include <map>

/// Workers that are child processes: coreogram-run, started again as a worker.
class ProcessCrew : public Crew {
public:
    ProcessCrew(const RunMemory& memory, std::string program)
        : m_memory(memory),
          m_program(std::move(program))
    {}
    ~ProcessCrew() override;

    [[nodiscard]] Result<void> add(std::uint32_t worker) override;
    [[nodiscard]] std::vector<LostWorker> takeLost() override;
    void kill() override;

private:
    const RunMemory& m_memory;
    std::string m_program;
    std::map<std::int64_t, std::uint32_t> m_workers;  ///< that each living child is, by its number
};

/// The worker process's side: `arguments` are those that ProcessCrew starts it with, after the
/// program's name and "worker". Returns the exit status.
[[nodiscard]] int workAsProcess(const std::vector<std::string>& arguments);

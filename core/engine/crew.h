#pragma once

#include "core/engine/runmemory.h"
#include "core/model/recording.h"

#include <memory>
#include <string>
#include <vector>

/// A worker that ended before it had nothing more to do.
struct LostWorker {
    std::uint32_t worker = 0;
    std::string how;  ///< "was killed by signal 9 (Killed)"
    CpuTime cpuTime;  ///< of its whole life
};

/// The workers of one run, of one kind. Destroying a crew waits for its workers to end.
class Crew {
public:
    virtual ~Crew() = default;

    /// Creates the worker of that number, from 0. The error says which, and the system's reason.
    [[nodiscard]] virtual Result<void> add(std::uint32_t worker) = 0;

    /// The workers that ended early since the last call.
    [[nodiscard]] virtual std::vector<LostWorker> takeLost() = 0;

    /// What the crew itself comes to, when its workers have nothing more to do.
    [[nodiscard]] virtual std::vector<Finding> findings() const { return {}; }

    /// Ends every worker at once, where workers of this kind can be ended from outside.
    virtual void kill() = 0;

protected:
    Crew() = default;
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;
};

/// A crew for plans `with` that kind. `memory` is borrowed and outlives the crew.
/// `workerProgram` is the coreogram-run that worker processes execute.
[[nodiscard]] std::unique_ptr<Crew> makeCrew(WorkerKind with, const RunMemory& memory,
                                             const std::string& workerProgram);

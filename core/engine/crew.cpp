#include "core/engine/processcrew.h"
#include "core/engine/threadcrew.h"

std::unique_ptr<Crew> makeCrew(WorkerKind with, const RunMemory& memory,
                               const std::string& workerProgram)
{
    if (with == WorkerKind::Processes)
        return std::make_unique<ProcessCrew>(memory, workerProgram);
    return std::make_unique<ThreadCrew>(memory, with == WorkerKind::GlobalLock);
}

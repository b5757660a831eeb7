#pragma once

#include "core/engine/runmemory.h"

#include <cstdint>

class GlobalLock;

/// What every worker does, thread or process: stands at the gate until the run begins, executes
/// its part of each task that its team is given, and leaves when there are no more. An event loop
/// has the parts of all teams. `globalLock` is held while computing; null where there is none.
/// Requires worker < memory.workerCount(); one worker at a time has a number.
void work(const RunMemory& memory, std::uint32_t worker, GlobalLock* globalLock = nullptr);

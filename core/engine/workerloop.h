#pragma once

#include "core/engine/runmemory.h"

#include <cstdint>

/// What every worker does, thread or process: stands at the gate until the run begins, executes
/// its part of each task that its team is given, and leaves when there are no more.
/// Requires seat < memory.seatCount(); one worker at a time has a seat.
void work(const RunMemory& memory, std::uint32_t seat);

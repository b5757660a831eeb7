#pragma once

#include <cstdint>

/// Bytes of physical memory that this process holds now, or has held at most where the system does
/// not tell that.
[[nodiscard]] std::int64_t residentMemory();

/// Bytes that the system can give without swapping: what it says itself, or half of the memory.
[[nodiscard]] std::int64_t availableMemory();

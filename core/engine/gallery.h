#pragma once

#include "core/engine/runmemory.h"
#include "core/model/frame.h"

#include <optional>

/// The picture that a task has brought, with a thumbnail of it; nothing where it brought none, or
/// the file is gone. Takes about a millisecond.
[[nodiscard]] std::optional<LandedPicture> landedPicture(const RunMemory& memory,
                                                         const Event& taskStop);

#pragma once

#include "core/model/recording.h"

#include <string>

/// The first promise of recording.h that the comparison breaks, in one sentence; empty if none.
[[nodiscard]] std::string brokenInvariant(const Comparison& comparison);

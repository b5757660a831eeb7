#pragma once

#include "core/lesson/problem.h"

#include <string_view>

namespace lesson {

/// Whether all of it is UTF-8 without the character 0; if not, tells the place of the first byte
/// that is not.
[[nodiscard]] bool isUtf8(std::string_view bytes, Place& firstWrong) noexcept;

}  // namespace lesson

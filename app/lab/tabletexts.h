#pragma once

#include <span>

/// What the model's tables say in English and translators know of; the rest would stay English.
[[nodiscard]] std::span<const char* const> knownTableTexts() noexcept;

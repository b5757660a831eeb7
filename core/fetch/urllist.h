#pragma once

#include "core/model/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace limits {
inline constexpr std::size_t maxUrlLength = 2'000;  ///< bytes
inline constexpr std::size_t maxUrlListBytes = std::size_t{16} * 1024 * 1024;
}  // namespace limits

/// The addresses in `text`, one a line; blank lines and those that begin with # are left out.
/// `name` is the file's, for the errors, which name it and the line. At least one, at most
/// limits::maxTasks.
[[nodiscard]] Result<std::vector<std::string>> parseUrlList(std::string_view text,
                                                            const std::string& name);

/// The same from a file, which must be a regular one: reading never waits for anybody.
[[nodiscard]] Result<std::vector<std::string>> readUrlList(const std::string& path);

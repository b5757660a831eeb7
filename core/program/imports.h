#pragma once

#include <string>
#include <string_view>

/// The import lines that a Python text needs, found by the names that it uses.
[[nodiscard]] std::string importsFor(std::string_view text);

/// The #include lines that a C++ text needs, likewise.
[[nodiscard]] std::string includesFor(std::string_view text);

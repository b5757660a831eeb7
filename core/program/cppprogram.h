#pragma once

#include "core/program/template.h"

#include <string>

/// The C++20 program for what shapeOf() says.
[[nodiscard]] std::string cppProgram(Filling filling);

#pragma once

#include "core/program/template.h"

#include <string>

/// The Python program for what shapeOf() says.
[[nodiscard]] std::string pythonProgram(Filling filling);

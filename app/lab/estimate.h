#pragma once

#include <QString>

struct Experiment;

/// "4 × 200 ms: 800 ms one after another."; empty where nobody knows how long a task takes.
[[nodiscard]] QString estimateText(const Experiment& experiment);

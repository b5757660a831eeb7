#pragma once

#include <QString>

struct Comparison;
struct PanelText;
struct Recording;

/// All that there is to say of a run, line by line: what `text` already says, why tasks failed,
/// what the work came to, and what the evidence is worth.
[[nodiscard]] QString hintOf(const PanelText& text, const Comparison& comparison,
                             const Recording& run);

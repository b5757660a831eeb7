#pragma once

#include <QString>

struct Comparison;

/// What the work of each run came to, as rich text: its title, and its findings below; empty if no
/// run found anything.
[[nodiscard]] QString findingsOf(const Comparison& comparison);

#pragma once

#include "core/model/result.h"

#include <QString>

// Where the progress that was reset waits for being put back: in folders "NAME.reset-1",
// "NAME.reset-2" and so on, next to what is kept of the lesson NAME.

/// Moves the file and the recordings of the lesson into a new folder. The error names a file that
/// cannot be moved; all are where they were then. Nothing happens where nothing is kept.
[[nodiscard]] Result<void> moveToResets(const QString& folder, const QString& name);

/// Puts back what is in the last of them; what is kept now is moved into a new one.
[[nodiscard]] Result<void> moveFromResets(const QString& folder, const QString& name);

[[nodiscard]] bool hasReset(const QString& folder, const QString& name);

#pragma once

#include "core/model/recording.h"
#include "core/model/result.h"

#include <vector>

class QIODevice;

/// Copies a stream with `bookmarks` in place of those in it, and all other bytes as they are: where
/// they are the same, byte for byte. Reads from the device's position to its end. The error is the
/// writing device's own reason, or that what was read is no recording that can be marked.
[[nodiscard]] Result<void> copyMarked(QIODevice& from, QIODevice& to,
                                      const std::vector<Bookmark>& bookmarks);

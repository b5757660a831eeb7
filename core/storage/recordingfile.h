#pragma once

#include "core/model/recording.h"
#include "core/model/result.h"

#include <QString>

#include <stop_token>
#include <string>
#include <vector>

/// A recording as read from a file.
struct OpenedRecording {
    Comparison comparison;
    std::string warning;  ///< what is missing, where the file was cut off; empty otherwise
};

/// Reads a recording. A file that was cut off opens up to its last whole frame, with a warning; so
/// does one while whose reading `stop` was asked for. The error names the file, the place in it,
/// and what was expected.
[[nodiscard]] Result<OpenedRecording> readRecording(const QString& path,
                                                    const std::stop_token& stop = {});

/// Copies the stream in `streamPath` to `path`, byte for byte but for the bookmarks, in whose place
/// `bookmarks` stand. Either the whole of it is there afterwards or the file that was there before
/// is untouched; the error names `path` and why.
[[nodiscard]] Result<void> saveRecording(const QString& streamPath, const QString& path,
                                         const std::vector<Bookmark>& bookmarks = {});

#pragma once

#include "core/model/result.h"

#include <QJsonObject>
#include <QString>

#include <optional>

/// What is in the progress file of one lesson.
struct ReadProgress {
    QJsonObject kept;     ///< empty where there is no file, or none that can be read
    std::string problem;  ///< why it cannot be read; empty if it can
    QString aside{};      ///< what its name is to tell then: "broken", "newer"
};

/// Reads the file at `path`. A file that is not there is no problem.
[[nodiscard]] ReadProgress readProgress(const QString& path);

/// Writes it, or leaves what is there. The error names the file and why.
[[nodiscard]] Result<void> writeProgress(const QString& path, const QJsonObject& kept);

/// Renames `path` to "waits.broken-1.json" or with the first number that is free, and returns that.
/// The error names the file and why; it is where it was then. A thousand such names are too many.
[[nodiscard]] Result<QString> putAside(const QString& path, const QString& why);

#pragma once

#include "core/model/recording.h"
#include "core/model/result.h"

#include <QString>

#include <cstdio>

class QJsonObject;

/// Prints a comparison as a table and a text timeline.
void printReport(const Comparison& comparison, std::FILE* stream);

/// Prints a comparison to standard output: as JSON, or as a table and a text timeline.
void printReport(const Comparison& comparison, bool asJson);

/// Writes a comparison as JSON to a file; the error names it. The old file stays until then.
[[nodiscard]] Result<void> writeJson(const Comparison& comparison, const QString& path);

/// The same as CSV, a line per interval.
[[nodiscard]] Result<void> writeCsvFile(const Comparison& comparison, const QString& path);

/// Whether writeJson() can write to `path`, as far as can be known before.
[[nodiscard]] Result<void> tryJson(const QString& path);

/// Prints one JSON object to standard output.
void printJson(const QJsonObject& object);

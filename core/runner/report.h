#pragma once

#include "core/model/recording.h"
#include "core/model/result.h"

#include <QString>

#include <cstdio>

class QJsonObject;
struct Study;

/// Prints a comparison as a table and a text timeline.
void printReport(const Comparison& comparison, std::FILE* stream);

/// Prints a comparison to standard output: as JSON, or as a table and a text timeline.
void printReport(const Comparison& comparison, bool asJson);

/// Writes a comparison as JSON to a file; the error names it. The old file stays until then.
[[nodiscard]] Result<void> writeJson(const Comparison& comparison, const QString& path);

/// The table of a study as CSV.
[[nodiscard]] Result<void> writeStudyCsvFile(const Study& study, const QString& path);

/// Whether these can write to `path`, as far as can be known before.
[[nodiscard]] Result<void> tryFile(const QString& path);

/// Prints one JSON object to standard output.
void printJson(const QJsonObject& object);

#pragma once

#include "core/model/recording.h"

class QJsonObject;

/// Prints a comparison to standard output: as JSON, or as a table and a text timeline.
void printReport(const Comparison& comparison, bool asJson);

/// Prints one JSON object to standard output.
void printJson(const QJsonObject& object);

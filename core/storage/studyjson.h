#pragma once

#include "core/analysis/study.h"

#include <QJsonObject>

/// The study as "coreogram-study/1" (cli.md), with more: intervals and their level, the ideal and
/// the fitted speedup, the knee, the machine and what others took of it, and whether it is
/// inconclusive. Times are whole nanoseconds. What is not known is null.
[[nodiscard]] QJsonObject studyJson(const Study& study);

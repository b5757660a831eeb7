#pragma once

#include "core/model/plan.h"

#include <QColor>
#include <QPen>
#include <QScatterSeries>

struct Theme;

// How a study is drawn. Kinds of worker differ in shape as well as in colour.

inline constexpr double studyMarkerSize = 9;

[[nodiscard]] QColor colourOf(WorkerKind kind, const Theme& theme);
[[nodiscard]] QScatterSeries::MarkerShape shapeOf(WorkerKind kind);

/// The lines: what was measured, Amdahl's law, and what cannot be exceeded.
[[nodiscard]] QPen measuredPen(WorkerKind kind, const Theme& theme);
[[nodiscard]] QPen fittedPen(WorkerKind kind, const Theme& theme);
[[nodiscard]] QPen idealPen(const Theme& theme);

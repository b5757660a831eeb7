#pragma once

#include "core/analysis/study.h"
#include "core/model/result.h"

class QIODevice;

/// Writes a line per point: `with,workers,cores,repeats,level,wall_ns,wall_low_ns,wall_high_ns,
/// speedup,speedup_low,speedup_high,efficiency,ideal,fitted`. What is not known is empty; numbers
/// have a full stop, whatever the locale. The error is the device's.
[[nodiscard]] Result<void> writeStudyCsv(const Study& study, QIODevice& device);

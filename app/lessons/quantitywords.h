#pragma once

#include "core/analysis/study.h"
#include "core/lesson/quantity.h"

#include <QString>

/// "CPU use of %1", where %1 is a run in quotation marks; the machine's cores have none.
[[nodiscard]] QString phraseOf(lesson::Quantity quantity);

/// "98 % of one core (97 % to 100 %)", in the unit of the quantity; the interval is left out where
/// it reads as the value does.
[[nodiscard]] QString valueText(lesson::Quantity quantity, const Estimate& estimate);

#pragma once

#include "core/lesson/fields.h"
#include "core/lesson/lesson.h"

namespace lesson {

// Each reads the block of its name. What is wrong is added to the problems of `fields`.

[[nodiscard]] Prediction readPrediction(Fields& fields);
[[nodiscard]] Observation readObservation(Fields& fields);
[[nodiscard]] Check readCheck(Fields& fields);
[[nodiscard]] Program readProgram(Fields& fields);
[[nodiscard]] Picture readPicture(Fields& fields);

}  // namespace lesson

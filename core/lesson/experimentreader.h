#pragma once

#include "core/lesson/fields.h"
#include "core/lesson/lesson.h"

namespace lesson {

/// Reads an {experiment}, with the words of the command line. What is wrong is added to the
/// problems of `fields`.
[[nodiscard]] Experiment readExperiment(Fields& fields);

/// Reads the keys of `needs`.
[[nodiscard]] Needs readNeeds(const YamlValue* value, Problems& problems);

}  // namespace lesson

#pragma once

#include "core/model/recording.h"

#include <string_view>

// Studies as text: wall times in milliseconds by kind and number of workers, separated by `;`.
//
//   threads 1: 100 102 98; threads 2: 51 50 52; processes 1: 101

/// The runs of a study of `experiment` on two cores, in the order of the text: each with the plan
/// that it has in a study, all done, on a machine that is busy with nothing else. Aborts with a
/// message where the text is wrong.
[[nodiscard]] Comparison studiedFrom(std::string_view text, const Experiment& experiment = {});

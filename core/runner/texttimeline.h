#pragma once

#include "core/model/recording.h"
#include "core/runner/textstyle.h"

#include <string>

/// The runs of a comparison as timelines of text, one below the other on one axis of time. Each has
/// a heading, a row per task (or per group of tasks, where there are many), and two strips of
/// digits: tasks in progress and workers running. A legend names what is drawn, and only that.
/// Where runs repeat a plan, the one in the middle is drawn. Empty where nothing was recorded.
[[nodiscard]] std::string textTimeline(const Comparison& comparison, const TextStyle& style);

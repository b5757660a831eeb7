#pragma once

#include "core/model/result.h"
#include "core/model/time.h"

#include <string>
#include <string_view>
#include <vector>

namespace lesson {

inline constexpr std::string_view timelineScheme = "timeline:";

/// What a link in a lesson's text does on the timeline, as in
/// [here](timeline:zoom?run=four.parallel&from=0ms&to=50ms).
struct TimelineLink {
    enum class Action { Zoom, Cursor, Replay, Rows, Code };
    Action action = Action::Zoom;
    std::string run;             ///< "experiment.run", or its number from 1; empty: the first
    TimeRange range{};           ///< of zoom and replay, from the start of the run
    Nanoseconds at{};            ///< of cursor
    double speed = 0.1;          ///< of replay, ÷ real time
    std::vector<int> workers{};  ///< of rows, from 1; at least one of the two lists is there
    std::vector<int> tasks{};
    bool isPython = true;  ///< of code: which of the two languages comes first
};

/// Reads a link that begins with timelineScheme; the error says what was found and expected.
[[nodiscard]] Result<TimelineLink> parseTimelineLink(std::string_view link);

}  // namespace lesson

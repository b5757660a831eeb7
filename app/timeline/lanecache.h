#pragma once

#include "app/timeline/lanespans.h"

#include <memory>
#include <optional>
#include <vector>

/// A lane as it is drawn now. Pictures share it, since it may be long.
struct DrawnLane {
    std::shared_ptr<const LaneSpans> spans;
    /// Where `spans` are the same object as in the picture before: from which column on it has
    /// changed, if at all.
    std::optional<int> changedFrom{};
};

/// The lanes of workers as they were last drawn. While a run goes on, only their ends change: what
/// comes before is taken over, so that a frame costs what is new and not what is visible. Only for
/// evidence from switches, where all but a worker's last interval stays as it is.
class LaneCache {
public:
    /// Workers from this index on are not kept: what all could need would be too much memory.
    static constexpr std::size_t mostLanes = 1'000;

    /// As the free `spansOf`; requires worker < mostLanes. `epoch` is that of the model: with
    /// another one, lanes are new. A lane that was given before is changed, too: the picture that
    /// it was for is only good for comparing then.
    DrawnLane spansOf(std::size_t worker, const Lane& lane, const Columns& columns, int epoch);

private:
    struct Drawn {
        std::shared_ptr<LaneSpans> spans = std::make_shared<LaneSpans>();
        Nanoseconds start{};         ///< of the lane
        Nanoseconds settledUntil{};  ///< what was drawn before this time stays
        bool isValid = false;
    };

    static std::optional<int> drawOn(Drawn& drawn, const Lane& lane, const Columns& columns);

    std::vector<Drawn> m_lanes;
    TimeRange m_visible;
    int m_columns = 0;
    int m_epoch = 0;
};

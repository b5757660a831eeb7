#pragma once

#include "app/timeline/lanecache.h"

#include <vector>

/// How many workers run in each column. Where a picture has the same lanes as the one before, only
/// what has changed in them is counted again.
class RunningColumns {
public:
    explicit RunningColumns(int columns = 0) { begin(columns); }

    /// Begins to count for another picture.
    void begin(int columns);

    /// Counts a lane that no later picture has.
    void add(const LaneSpans& spans);
    /// Counts one that later pictures may have, too; it is shared until then.
    void add(const DrawnLane& lane) { m_lanes.push_back(lane); }

    /// Of all that was added, one for each column.
    [[nodiscard]] std::vector<float> counts();

private:
    [[nodiscard]] int firstChange() const;

    std::vector<DrawnLane> m_before;  ///< the lanes of the picture before
    std::vector<DrawnLane> m_lanes;
    std::vector<float> m_ofLanes;  ///< counts, as far as they have been taken
    std::vector<float> m_others;
};

/// Adds the running time of tasks in `spans`, from column `from` on, to `counts`, one value for
/// each column.
void addRunning(std::vector<float>& counts, const LaneSpans& spans, int from = 0);

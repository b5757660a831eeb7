#pragma once

#include "app/timeline/lanespans.h"

#include <vector>

/// Adds lanes up column by column: how many run, and where any is in progress.
class Density {
public:
    explicit Density(int columns);

    void add(const LaneSpans& spans);
    void markInProgress(int first, int last);

    /// What was added as one lane: running for its share of `capacity`, the most that could run.
    [[nodiscard]] LaneSpans lane(double capacity) const;
    /// The stretches of columns in which anything is in progress, in order.
    [[nodiscard]] std::vector<std::pair<int, int>> inProgress() const;

private:
    std::vector<float> m_running;
    std::vector<char> m_inProgress;
};

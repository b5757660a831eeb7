#pragma once

#include "app/timeline/panelmodel.h"

#include <QStringList>

#include <array>

/// What the workers of a run did in a stretch of time.
struct RangeTotals {
    TimeRange range;        ///< cut to the run; CLOCK_MONOTONIC
    Nanoseconds running{};  ///< for tasks, or at all where there are none; all workers together
    std::array<Nanoseconds, waitReasonCount>
        waiting{};         ///< of workers, or of tasks of an event loop
    Nanoseconds unseen{};  ///< of workers: records were lost
    double meanRunning = 0;
    double meanInProgress = 0;
    bool hasTasks = true;  ///< else the workers are threads of an observed program
    bool operator==(const RangeTotals&) const = default;
};

/// Costs O((workers + tasks) × log n + periods).
[[nodiscard]] RangeTotals totalsOf(const Recording& recording, const PanelModel& model,
                                   TimeRange range);

/// A line for the length, one for each state that occurs, and the two means.
[[nodiscard]] QStringList linesOf(const RangeTotals& totals);

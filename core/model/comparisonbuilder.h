#pragma once

#include "core/model/frame.h"
#include "core/model/recording.h"
#include "core/model/result.h"
#include "core/model/workertrack.h"

#include <cstddef>
#include <vector>

/// Builds a Comparison from the frames of one stream, as they arrive.
class ComparisonBuilder {
public:
    /// Adds one frame. An error names what in the frame contradicts what came before it; the
    /// comparison stays as it was before the frame, but for the events before the wrong one.
    [[nodiscard]] Result<void> add(const Frame& frame);

    /// What the runs are called, see Comparison.
    void setNames(std::vector<std::string> names) { m_comparison.names = std::move(names); }

    [[nodiscard]] const Comparison& comparison() const noexcept { return m_comparison; }
    [[nodiscard]] Comparison take() { return std::move(m_comparison); }

private:
    Result<void> apply(const StreamStarted& frame);
    Result<void> apply(const BookmarksSet& frame);
    Result<void> apply(const RunStarted& frame);
    Result<void> apply(const WorkerNamed& frame);
    Result<void> apply(const EventBatch& frame);
    Result<void> apply(const TaskFailed& frame);
    Result<void> apply(const PictureLanded& frame);
    Result<void> apply(const RunEnded& frame);
    Result<void> apply(const StreamEnded& frame);

    Result<Recording*> openRun(RunId run);
    Result<void> applyEvent(Recording& run, const Event& event);

    Comparison m_comparison;
    std::vector<WorkerTrack> m_tracks;  ///< of the run that is open, by number
    std::size_t m_taskCount = 0;        ///< of all runs
    bool m_hasStarted = false;
};

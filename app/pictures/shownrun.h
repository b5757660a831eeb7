#pragma once

#include "core/model/recording.h"

#include <cstddef>
#include <optional>
#include <vector>

/// The runs that have brought pictures, by their places in the comparison.
[[nodiscard]] std::vector<std::size_t> runsWithPictures(const Comparison& comparison);

/// Whose pictures are shown: those of the run that goes on, or of the one that was chosen since it
/// began, else of the first that has any.
class ShownRun {
public:
    /// Another comparison.
    void reset();

    /// To be called when the comparison has grown. `isLive` tells that its last run may go on.
    void update(const Comparison& comparison, bool isLive);

    void choose(std::size_t run) { m_run = run; }

    /// Empty where no run has pictures.
    [[nodiscard]] std::optional<std::size_t> run() const noexcept { return m_run; }

private:
    std::optional<std::size_t> m_run;
    std::size_t m_knownRuns = 0;
};

#pragma once

#include <cstddef>
#include <vector>

/// In which order the runs of a comparison have their panels, and which of them are hidden. One
/// at least is always shown.
class PanelOrder {
public:
    /// There are so many runs now: new ones come last and are shown.
    void setRuns(std::size_t count);

    /// All runs, from top to bottom.
    [[nodiscard]] const std::vector<std::size_t>& runs() const noexcept { return m_runs; }
    /// Those that are not hidden.
    [[nodiscard]] std::vector<std::size_t> shown() const;
    [[nodiscard]] bool isShown(std::size_t run) const;
    [[nodiscard]] bool hasHidden() const;
    /// Whether it is shown and not the only one.
    [[nodiscard]] bool canHide(std::size_t run) const;

    /// Returns whether anything has changed, as do those below. The only one shown stays.
    bool setShown(std::size_t run, bool isShown);
    bool showAll();
    /// These and no others; does nothing where there are none of them.
    bool showOnly(const std::vector<std::size_t>& runs);
    /// Gives it place `place` among those shown, which close up behind it. Requires a run that is
    /// shown.
    bool moveTo(std::size_t run, std::size_t place);
    /// Up (-1) or down (1), past one that is shown.
    bool moveBy(std::size_t run, int step);

private:
    std::vector<std::size_t> m_runs;  ///< each once
    std::vector<bool> m_isHidden;     ///< by run
};

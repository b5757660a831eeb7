#pragma once

#include "app/timeline/ghost.h"
#include "core/analysis/matching.h"

#include <map>

/// Which run is drawn below which: those of another recording that are runs of the same, or what
/// the user has picked.
class Overlay {
public:
    /// The other recording, borrowed until it is taken back with null; and how its runs are named
    /// below others.
    void setBefore(const Comparison* before, const QString& name);
    [[nodiscard]] const Comparison* before() const noexcept { return m_before; }

    /// Run `other` of the same comparison below `run`, in place of any before; nothing draws none.
    void pick(std::size_t run, std::optional<std::size_t> other);
    /// Goes back to the run of the other recording.
    void unpick(std::size_t run);
    /// Another comparison is shown.
    void forgetPicks();

    /// What is to be drawn below each run of `comparison`.
    [[nodiscard]] std::vector<std::optional<GhostRef>> ghostsFor(const Comparison& comparison);
    /// The run of the other recording that matches, picked or not; empty where none does.
    [[nodiscard]] std::optional<RunMatch> matchOf(const Comparison& comparison, std::size_t run);

private:
    void match(const Comparison& comparison);

    const Comparison* m_before = nullptr;
    QString m_name;
    std::map<std::size_t, std::optional<std::size_t>> m_picks;
    std::vector<std::optional<RunMatch>> m_matches;  ///< by run of the comparison
};

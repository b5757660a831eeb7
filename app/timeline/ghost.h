#pragma once

#include "app/timeline/lanecache.h"
#include "app/timeline/rowsource.h"

#include <QString>

/// A run that is drawn below the bars of another one; borrowed.
struct GhostRef {
    const Comparison* comparison = nullptr;  ///< that it is in, which may grow
    std::size_t run = 0;                     ///< index in it
    QString name;                            ///< "before: morning.coreogram"

    [[nodiscard]] const Recording& recording() const { return comparison->runs[run]; }
    bool operator==(const GhostRef&) const = default;
};

/// What a panel knows of the run that it draws below its own.
class Ghost {
public:
    explicit Ghost(GhostRef ref) : m_ref(std::move(ref)) {}

    /// Takes in what is new in the run, with all that `rows` need. Returns whether anything is.
    bool update(RowsBy rows);

    [[nodiscard]] const GhostRef& ref() const noexcept { return m_ref; }
    /// The rows of the run as a panel shows them that has rows by `rows`. Borrowed from this.
    [[nodiscard]] RowSource source(RowsBy rows) const;
    /// The same, which keeps what was drawn for the next picture.
    [[nodiscard]] RowSource sourceToDraw(RowsBy rows);

private:
    GhostRef m_ref;
    PanelModel m_model;
    LaneCache m_lanes;
};

/// What of `ghost` stands in the row of `group`, tasks, workers or cores being told by their
/// numbers alone. Empty (its count is zero) where it has nothing there.
[[nodiscard]] RowGroup groupOfGhost(const RowSource& ghost, RowGroup group);

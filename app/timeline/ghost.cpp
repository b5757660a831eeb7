#include "app/timeline/ghost.h"

#include <algorithm>

bool Ghost::update(RowsBy rows)
{
    return m_model.update(m_ref.recording(), rows);
}

RowSource Ghost::source(RowsBy rows) const
{
    const Recording& recording = m_ref.recording();
    return {recording, m_model, rowsFor(recording, rows), m_ref.comparison->machine.cores};
}

RowSource Ghost::sourceToDraw(RowsBy rows)
{
    RowSource drawn = source(rows);
    drawn.lanes = &m_lanes;
    return drawn;
}

RowGroup groupOfGhost(const RowSource& ghost, RowGroup group)
{
    const std::size_t count = ghost.count();
    if (group.first >= count)
        return {group.first, 0};
    return {group.first, std::min(group.count, count - group.first)};
}

#pragma once

#include "app/timeline/panelpicture.h"

struct GhostRef;

/// Adds the run behind to a panel's picture, whose layout has room for it. Row by row it is drawn
/// where the run was as long after its own origin.
void addGhost(PanelPicture& picture, const RowSource& own, const RowSource& ghost,
              const QString& name, const PanelView& view);

/// Paints the rows of the run behind: in progress an outline, solid where it ran. What it waited
/// for is not told.
void paintGhosts(QPainter& painter, const PanelPicture& picture, const Theme& theme,
                 const TimelineStyle& style);

/// A sample for the legend.
void paintGhostSample(QPainter& painter, const QRectF& rect, const Theme& theme,
                      const TimelineStyle& style);

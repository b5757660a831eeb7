#pragma once

#include <QString>
#include <QStringList>

class QPainter;
class QRectF;
struct PanelLayout;
struct Theme;
struct TimelineStyle;

// What lies over a panel's picture and changes with every move of the mouse.

struct OverlayPaint {
    const Theme& theme;
    const TimelineStyle& style;
};

void paintCursor(QPainter& painter, const PanelLayout& layout, double x, const OverlayPaint& paint);

/// A range of time in the plot, and where the cursor is.
struct SelectedRange {
    double left = 0;
    double right = 0;
    double pointer = 0;
};

/// The range, with `lines` in a box beside or in it that steps aside for the pointer.
void paintSelectedRange(QPainter& painter, const PanelLayout& layout, SelectedRange range,
                        const QStringList& lines, const OverlayPaint& paint);

void paintMarkedRow(QPainter& painter, const PanelLayout& layout, std::size_t row,
                    const OverlayPaint& paint);

/// Where a bar that reaches over all rows was expected to end, at `x`, and what it says.
void paintExpectedEnd(QPainter& painter, const PanelLayout& layout, double x, const QString& words,
                      const OverlayPaint& paint);

void paintFocus(QPainter& painter, const PanelLayout& layout, const OverlayPaint& paint);

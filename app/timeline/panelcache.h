#pragma once

#include "app/timeline/panelpicture.h"

#include <QImage>
#include <QRegion>

class QPainter;
struct Theme;

/// The picture of a panel as it was last painted. Of the next one only what differs is painted: its
/// head, or the columns of the plot in which it does. While the view of a large recording moves,
/// its plot is not kept: to paint it where it is seen costs less than to copy it there.
class PanelCache {
public:
    /// What everything in the picture depends on.
    struct Ground {
        QSize size;        ///< in logical pixels
        double ratio = 1;  ///< of the device's pixels to them
        int settings = 0;  ///< another number for another theme, style or choice of rows
        bool operator==(const Ground&) const = default;
    };

    /// Paints it; returns what looks different now, in logical pixels.
    QRegion show(PanelPicture picture, const Ground& ground, const Theme& theme,
                 const TimelineStyle& style);

    /// Whether the plot that was shown last is kept, too.
    [[nodiscard]] bool hasPlot() const noexcept { return m_unpainted.isEmpty(); }

    [[nodiscard]] const PanelPicture& picture() const noexcept { return m_picture; }
    /// Paints what has been shown last, as far as it lies in `part`, to which the painter is
    /// clipped.
    void paint(QPainter& painter, const QRect& part, const Theme& theme,
               const TimelineStyle& style) const;

private:
    QRect paintAll(const Theme& theme, const TimelineStyle& style);
    QRect paintHead(const Theme& theme, const TimelineStyle& style);
    void copy(QPainter& painter, const QRect& part) const;
    QRect paintPlot(double first, double last, const Theme& theme, const TimelineStyle& style);

    PanelPicture m_picture;
    double m_drawnUntil = 0;  ///< the column behind all of it
    Ground m_ground;
    QImage m_image;
    QRect m_unpainted;  ///< what the image has an older plot in; empty for none
};

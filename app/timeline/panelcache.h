#pragma once

#include "app/timeline/panelpicture.h"

#include <QImage>
#include <QRegion>

class QPainter;
struct Theme;

/// The picture of a panel as it was last painted. Of the next one only what differs is painted: its
/// head, or the plot from the column on where it does.
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

    [[nodiscard]] const PanelPicture& picture() const noexcept { return m_picture; }
    /// Paints what has been shown last, as far as it lies in `part`.
    void paint(QPainter& painter, const QRect& part) const;

private:
    QRect paintAll(const Theme& theme, const TimelineStyle& style);
    QRect paintHead(const Theme& theme, const TimelineStyle& style);
    QRect paintPlotFrom(int column, const Theme& theme, const TimelineStyle& style);

    PanelPicture m_picture;
    Ground m_ground;
    QImage m_image;
};

#pragma once

class QPainter;
struct PanelPicture;
struct Theme;
struct TimelineStyle;

/// Paints the whole card. Only computed geometry is needed, on any device.
void paintPanel(QPainter& painter, const PanelPicture& picture, const Theme& theme,
                const TimelineStyle& style);

/// Its parts, in the order in which they are painted: the card with its labels, which stays while
/// time moves; the head, which a run changes as it goes on; and all that lies along the time axis,
/// right of the labels.
void paintPanelFrame(QPainter& painter, const PanelPicture& picture, const Theme& theme,
                     const TimelineStyle& style);
void paintPanelHead(QPainter& painter, const PanelPicture& picture, const Theme& theme,
                    const TimelineStyle& style);
void paintPanelPlot(QPainter& painter, const PanelPicture& picture, const Theme& theme,
                    const TimelineStyle& style);

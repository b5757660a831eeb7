#pragma once

#include "app/timeline/paneltext.h"

#include <QRectF>

class QPainter;
struct Theme;
struct TimelineStyle;

/// Where the words of a panel's head lie; a rectangle is empty where there is no room for it.
struct HeaderLayout {
    QRectF title;
    QRectF sentence;
    QRectF chip;  ///< around the verdict and its detail
    QRectF wall;
    QRectF factor;
    QString detail;  ///< cut to the chip
};

/// The figures stay at the right in every panel alike; the sentence gives way first, then the
/// detail of the verdict.
[[nodiscard]] HeaderLayout layOutHeader(const QRectF& rect, const PanelText& text,
                                        const TimelineStyle& style);

void paintHeader(QPainter& painter, const QRectF& rect, const PanelText& text, const Theme& theme,
                 const TimelineStyle& style);

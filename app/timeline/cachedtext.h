#pragma once

#include <QFont>
#include <QString>

class QPainter;
class QRectF;

// Laying text out costs more than all else that a live picture draws, and the words are the same
// in each: what was laid out is remembered. GUI thread only.

/// As QFontMetricsF::horizontalAdvance().
[[nodiscard]] double textWidth(const QFont& font, const QString& text);

/// As QFontMetricsF::elidedText().
[[nodiscard]] QString elidedText(const QFont& font, const QString& text, Qt::TextElideMode mode,
                                 double width);

/// As QPainter::drawText() of one line that fits. Text stays text where the picture is no raster.
void drawWords(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text);

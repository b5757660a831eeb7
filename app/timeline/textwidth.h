#pragma once

#include <QFont>
#include <QString>

// Measuring text costs more than drawing most of a panel, and a live picture measures the same
// words thirty times a second: widths are remembered. GUI thread only.

/// As QFontMetricsF::horizontalAdvance().
[[nodiscard]] double textWidth(const QFont& font, const QString& text);

/// As QFontMetricsF::elidedText().
[[nodiscard]] QString elidedText(const QFont& font, const QString& text, Qt::TextElideMode mode,
                                 double width);

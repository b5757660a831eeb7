#pragma once

#include "app/theme/workstate.h"

#include <QRectF>

class QColor;
class QPainter;

/// Draws `pattern` in `ink` over `rect`, without a fill. Neighbouring rectangles join: lines run on
/// from one to the next. As pixels on screens, as lines in vector pictures. All of it is `scale`
/// times as large as usual.
void paintPattern(QPainter& painter, const QRectF& rect, Pattern pattern, const QColor& ink,
                  double scale = 1);

/// The part of a bar that a pattern takes: half its height for dots, all of it for the others.
[[nodiscard]] QRectF patternRect(const QRectF& bar, Pattern pattern);

/// A padlock, centred in `rect` and no higher than it, nor than 14 pixels times `scale`.
void paintPadlock(QPainter& painter, const QRectF& rect, const QColor& ink, const QColor& ground,
                  double scale = 1);

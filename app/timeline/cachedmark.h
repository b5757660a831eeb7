#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>

#include <functional>

class QPainter;

/// What a mark's looks depend on besides its size.
struct MarkKey {
    const char* name = "";  ///< of its kind; compared by address
    unsigned int number = 0;
    QColor ink;
    QColor ground;
    QFont font;
};

/// Draws a small mark that occurs many times in a picture: on devices with pixels from an image
/// that is made once, on others as `draw` draws it. GUI thread only.
void drawCachedMark(QPainter& painter, const QRectF& box, const MarkKey& key,
                    const std::function<void(QPainter&, const QRectF&)>& draw);

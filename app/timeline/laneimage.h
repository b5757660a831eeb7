#pragma once

#include "app/timeline/paintruns.h"
#include "app/timeline/statestrip.h"

#include <QImage>

class QPainter;

/// Where a lane's columns are pixels of the device, all that it does is put together in one image,
/// which costs less than a rectangle for each of many spans. GUI thread only.
class LaneImage {
public:
    /// Whether that can be done for a lane drawn in `rect` with this painter, and pays.
    [[nodiscard]] static bool isFor(const QPainter& painter, const LaneSpans& spans,
                                    const QRectF& rect, const RowPaint& paint);

    /// The lane is `spans`, drawn in `rect` of the row; all are borrowed.
    LaneImage(QPainter& painter, const RowPicture& row, const LaneSpans& spans, const QRectF& rect,
              const RowPaint& rowPaint);

    void paint();

private:
    void addNarrowStates();
    void addRuns();
    void fillRows();
    void addWideStates();
    void addWide(const StateSpan& span);
    [[nodiscard]] QRgb* pixelsAt(int row) const;

    QPainter& m_painter;
    const RowPicture& m_row;
    const LaneSpans& m_spans;
    QRectF m_rect;
    const RowPaint& m_paint;
    double m_ratio;
    int m_first = 0;  ///< column
    int m_count = 0;  ///< of columns
    int m_height = 0;
    int m_middleTop = 0;  ///< the rows that a pattern of half the height takes
    int m_middleEnd = 0;
    QRgb* m_pixels = nullptr;  ///< of the scratch image
    qsizetype m_stride = 0;    ///< pixels from one row of it to the next
};

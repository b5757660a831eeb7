#pragma once

#include "app/timeline/paintruns.h"
#include "app/timeline/statestrip.h"

#include <QImage>

#include <algorithm>

class QPainter;

/// Where a lane's columns are whole pixels of an image, all that it does is put together pixel by
/// pixel, which costs less than a rectangle for each of many spans. What it lies on must look the
/// same in all rows of pixels, as bars and lines from top to bottom do. GUI thread only.
class LaneImage {
public:
    /// Whether that can be done for a lane drawn in `rect` with this painter, and pays.
    [[nodiscard]] static bool isFor(const QPainter& painter, const LaneSpans& spans,
                                    const QRectF& rect, const RowPaint& paint);

    /// The lane is `spans`, drawn in `rect` of the row; all are borrowed. Requires `isFor`, and a
    /// clip that is a rectangle, if any; in a widget, one that lies in what is to be painted.
    LaneImage(QPainter& painter, const RowPicture& row, const LaneSpans& spans, const QRectF& rect,
              const RowPaint& rowPaint);

    void paint();

    /// The same with the bars below it, which it then covers from its top to its bottom.
    void paintWithGround(const std::vector<Bar>& bars);

private:
    /// Of pixels, counted from the first that is painted.
    struct Stretch {
        int first = 0;
        int last = 0;
    };

    /// The pattern of what states look like.
    struct Strip {
        WorkState state = WorkState::NotKnown;
        TaskId task = TaskId::None;
        QImage image{};
        const QRgb* pixels = nullptr;  ///< of the image
        qsizetype stride = 0;          ///< of its rows, in pixels
        int width = 0;                 ///< of the image
        bool isHalf = false;           ///< half as high as the lane
        int top = 0;                   ///< the rows that it takes
        int bottom = 0;

        /// Its pixels in that row of the lane; null where it has none.
        [[nodiscard]] const QRgb* rowOf(int row) const
        {
            return row >= top && row < bottom ? pixels + (row - top) * stride : nullptr;
        }
    };

    /// A state that is wide enough for its pattern.
    struct Wide {
        Stretch at;
        std::size_t strip = 0;
        int phase = 0;  ///< of the strip, where the state begins
    };

    template <typename Span>
    [[nodiscard]] Stretch stretchOf(const Span& span) const;
    /// Columns that are painted: as much of these as the clip leaves.
    void setColumns(int first, int last);
    [[nodiscard]] int firstColumn() const { return std::max(0, m_first) / m_step; }
    [[nodiscard]] int firstRow() const;
    [[nodiscard]] int lastRow() const;
    void addNarrowStates();
    void addRuns();
    void findWideStates();
    /// The index of the strip of a state, which is looked for among the last few.
    [[nodiscard]] std::size_t stripOf(WorkState state, TaskId task);
    void fillRows();
    [[nodiscard]] bool isMiddle(int row) const;
    /// Whether two rows look the same on the same ground.
    [[nodiscard]] bool areAlike(int row, int other) const;
    void compose(QPainter& painter, int row, int slot) const;

    QPainter& m_painter;
    const RowPicture& m_row;
    const LaneSpans& m_spans;
    QRectF m_rect;
    const RowPaint& m_paint;
    QImage& m_image;
    QRect m_clip;  ///< what may be painted, in pixels of the image
    double m_ratio;
    int m_step;       ///< pixels of a column
    QPoint m_corner;  ///< of the lane, in pixels of the image
    std::vector<Strip> m_strips;
    std::vector<Wide> m_wide;
    int m_first = 0;  ///< pixel that is painted, from the lane's left end
    int m_count = 0;  ///< of pixels that are painted in a row
    int m_height = 0;
    int m_middleTop = 0;  ///< the rows that a pattern of half the height takes
    int m_middleEnd = 0;
};

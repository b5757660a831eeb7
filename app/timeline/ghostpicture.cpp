#include "app/timeline/ghostpicture.h"

#include "app/theme/theme.h"
#include "app/timeline/ghost.h"
#include "app/timeline/paintrow.h"
#include "app/timeline/runningcolumns.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

bool hasUnseen(const RowPicture& row)
{
    return std::ranges::any_of(row.bands, [](const Band& band) {
        return std::ranges::find(band.spans->states, WorkState::Unseen, &StateSpan::state) !=
               band.spans->states.end();
    });
}

void paintOutline(QPainter& painter, const QRectF& at, const QColor& colour, double width)
{
    painter.fillRect(QRectF(at.left(), at.top(), at.width(), width), colour);
    painter.fillRect(QRectF(at.left(), at.bottom() - width, at.width(), width), colour);
    painter.fillRect(QRectF(at.left(), at.top(), width, at.height()), colour);
    painter.fillRect(QRectF(at.right() - width, at.top(), width, at.height()), colour);
}

void paintRun(QPainter& painter, const RunSpan& run, const QRectF& rect, const RowPaint& paint)
{
    QRectF at = spanRect(run.first, run.last, rect, paint);
    at.setWidth(std::max(at.width(), paint.style.shortestBar));
    QColor colour = paint.theme.neutral;
    colour.setAlphaF(std::clamp(run.share, 0.25F, 1.0F));
    painter.fillRect(at, colour);
}

void paintBand(QPainter& painter, const Band& band, const QRectF& row, const RowPaint& paint)
{
    const double top = std::round(row.top() + band.top * row.height());
    const double bottom = std::round(row.top() + (band.top + band.height) * row.height());
    const QRectF rect(row.left(), top, row.width(), std::max(1.0, bottom - top));
    for (const StateSpan& state : band.spans->states) {
        if (state.state == WorkState::Unseen)
            paintState(painter, spanRect(state.first, state.last, rect, paint), state.state,
                       TaskId::None, paint);
    }
    for (const RunSpan& run : band.spans->runs)
        paintRun(painter, run, rect, paint);
}

void paintGhost(QPainter& painter, const RowPicture& row, const QRectF& rect, const RowPaint& paint)
{
    for (const Band& band : row.bands)
        paintBand(painter, band, rect, paint);
    for (const Bar& bar : row.bars) {
        QRectF at = spanRect(firstColumn(bar), lastColumn(bar), rect, paint);
        at.setWidth(std::max(at.width(), paint.style.shortestBar));
        paintOutline(painter, at, paint.theme.neutral, paint.style.outline);
    }
}

}  // namespace

void addGhost(PanelPicture& picture, const RowSource& own, const RowSource& ghost,
              const QString& name, const PanelView& view)
{
    const Columns columns = columnsOf(ghost, picture.layout, view);
    RunningColumns unused(columns.count());
    for (const RowGroup group : own.groups()) {
        const RowGroup there = groupOfGhost(ghost, group);
        picture.ghosts.push_back(
            there.count == 0
                ? RowPicture()
                : pictureOfRow(ghost, there, columns, picture.layout.ghostHeight, unused));
        if (hasUnseen(picture.ghosts.back()))
            picture.use.add(WorkState::Unseen);
    }
    picture.use.ghosts.insert(name);
}

void paintGhosts(QPainter& painter, const PanelPicture& picture, const Theme& theme,
                 const TimelineStyle& style)
{
    const RowPaint paint{theme, style, ColourBy::State, picture.pixelsPerColumn};
    for (std::size_t row = 0; row < picture.ghosts.size(); ++row)
        paintGhost(painter, picture.ghosts[row], picture.layout.ghostRect(row), paint);
}

void paintGhostSample(QPainter& painter, const QRectF& rect, const Theme& theme,
                      const TimelineStyle& style)
{
    const double height = std::round(rect.height() / 2);
    const QRectF at(rect.left(), std::round(rect.center().y() - height / 2), rect.width(), height);
    painter.fillRect(QRectF(at.topLeft(), QSizeF(std::round(at.width() / 2), height)),
                     theme.neutral);
    paintOutline(painter, at, theme.neutral, style.outline);
}

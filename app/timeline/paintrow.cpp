#include "app/timeline/paintrow.h"

#include "app/theme/contrast.h"
#include "app/theme/theme.h"
#include "app/timeline/cachedmark.h"
#include "app/timeline/cachedtext.h"
#include "app/timeline/laneimage.h"
#include "app/timeline/timelinestyle.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

/// Space between lanes of this height or more, in pixels.
constexpr double lowestLaneWithGap = 5;

QRectF bandRect(const Band& band, const QRectF& rect)
{
    const double top = std::round(rect.top() + band.top * rect.height());
    const double bottom = std::round(rect.top() + (band.top + band.height) * rect.height());
    const double gap = band.top > 0 && bottom - top >= lowestLaneWithGap ? 1 : 0;
    return {rect.left(), top + gap, rect.width(), bottom - top - gap};
}

void paintBand(QPainter& painter, const RowPicture& row, const Band& band, const QRectF& rect,
               const RowPaint& paint)
{
    if (LaneImage::isFor(painter, *band.spans, rect, paint)) {
        LaneImage(painter, row, *band.spans, rect, paint).paint();
        return;
    }
    for (const StateSpan& span : band.spans->states)
        paintState(painter, spanRect(span.first, span.last, rect, paint), span.state,
                   taskOf(row, span.task), paint);
    paintRuns(painter, row, band.spans->runs, rect, paint);
}

/// The bars and what is done in them.
void paintBars(QPainter& painter, const RowPicture& row, const QRectF& rect, const RowPaint& paint)
{
    const bool isOneLane =
        row.bands.size() == 1 && row.bands[0].top == 0 && row.bands[0].height == 1;
    if (isOneLane && LaneImage::isFor(painter, *row.bands[0].spans, rect, paint)) {
        LaneImage(painter, row, *row.bands[0].spans, rect, paint).paintWithGround(row.bars);
        return;
    }
    for (const Bar& bar : row.bars)
        paintBarGround(painter, barRect(bar, rect, paint), bar.task, paint);
    for (const Band& band : row.bands)
        paintBand(painter, row, band, bandRect(band, rect), paint);
}

/// No number with its pill is narrower than this, in pixels; sorts most bars out soonest.
constexpr double narrowestNumber = 12;

void paintPill(QPainter& painter, const QRectF& pill, const QString& text, const QColor& hue,
               const RowPaint& paint)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(paint.theme.card, 1));
    painter.setBrush(hue);
    painter.drawRoundedRect(pill, 3, 3);
    painter.setPen(textOn(hue));
    painter.setFont(paint.style.small);
    painter.drawText(pill, Qt::AlignCenter, text);
}

void paintNumber(QPainter& painter, const QRectF& at, TaskId task, const RowPaint& paint)
{
    if (at.width() < narrowestNumber)
        return;
    const QString text = QLocale().toString(number(task));
    const QFontMetricsF metrics(paint.style.small);
    const double width = textWidth(paint.style.small, text) + 8 * paint.style.unit;
    if (at.width() < width + 2 || at.height() < metrics.capHeight() + 4)
        return;
    const double height = std::min(at.height() - 2, metrics.height());
    const QRectF pill(at.left() + 1, at.center().y() - height / 2, width, height);
    const QColor hue =
        paint.colourBy == ColourBy::Task ? paint.theme.pillOf(task) : paint.theme.card;
    drawCachedMark(
        painter, pill, {"number", number(task), hue, paint.theme.card, paint.style.small},
        [&](QPainter& on, const QRectF& place) { paintPill(on, place, text, hue, paint); });
}

void paintNotStarted(QPainter& painter, const RowPicture& row, const QRectF& rect,
                     const RowPaint& paint)
{
    const QRectF at = spanRect(0, row.notStartedUntil, rect, paint);
    const double line = std::max(1.0, std::round(paint.style.patternUnit));
    painter.fillRect(QRectF(at.left(), std::floor(at.center().y()), at.width(), line),
                     paint.theme.lookOf(WorkState::NotStarted).fill);
}

/// The numbers of the tasks that a core is used for, where there is room: never colour alone.
void paintNumbersOfCore(QPainter& painter, const RowPicture& row, const QRectF& rect,
                        const RowPaint& paint)
{
    for (const Band& band : row.bands) {
        for (const RunSpan& run : band.spans->runs) {
            if (run.task != TaskId::None && run.share >= 1)
                paintNumber(painter, spanRect(run.first, run.last, rect, paint), run.task, paint);
        }
    }
}

/// In the lane of the part that goes on with another worker.
void paintWorkerChanges(QPainter& painter, const RowPicture& row, const QRectF& rect,
                        const RowPaint& paint)
{
    for (const WorkerChange& change : row.changes) {
        const auto lane = std::ranges::min_element(row.bands, {}, [&](const Band& band) {
            return std::abs(std::round(band.top / band.height) - number(change.part));
        });
        if (lane != row.bands.end())
            paintWorkerChange(painter, bandRect(*lane, rect),
                              rect.left() + change.column * paint.pixelsPerColumn, change.worker,
                              paint);
    }
}

}  // namespace

QRectF barRect(const Bar& bar, const QRectF& rect, const RowPaint& paint)
{
    QRectF at = spanRect(firstColumn(bar), lastColumn(bar), rect, paint);
    at.setWidth(std::max(at.width(), paint.style.shortestBar));
    return at;
}

void paintBarGround(QPainter& painter, const QRectF& rect, TaskId task, const RowPaint& paint)
{
    const bool plain = paint.colourBy == ColourBy::State || task == TaskId::None;
    painter.fillRect(rect, plain ? paint.theme.track : paint.theme.tintOf(task));
}

void paintBarOutline(QPainter& painter, const QRectF& rect, const Bar& bar, const RowPaint& paint)
{
    const bool failed = bar.mark == Mark::Failed;
    const bool plain = paint.colourBy == ColourBy::State || bar.task == TaskId::None;
    const QColor colour = failed  ? paint.theme.danger
                          : plain ? paint.theme.neutral
                                  : paint.theme.hueOf(bar.task);
    const double width = paint.style.outline * (failed ? 2 : 1);
    painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), width), colour);
    painter.fillRect(QRectF(rect.left(), rect.bottom() - width, rect.width(), width), colour);
    painter.fillRect(QRectF(rect.left(), rect.top(), width, rect.height()), colour);
    if (bar.ends)
        painter.fillRect(QRectF(rect.right() - width, rect.top(), width, rect.height()), colour);
}

void paintWorkerChange(QPainter& painter, const QRectF& lane, double x, WorkerId worker,
                       const RowPaint& paint)
{
    const double width = std::max(2.0, 2 * paint.style.outline);
    painter.fillRect(QRectF(std::round(x) - width / 2, lane.top(), width, lane.height()),
                     paint.theme.text);
    const QFontMetricsF metrics(paint.style.small);
    const QString text = QLocale().toString(number(worker));
    if (lane.height() < metrics.capHeight() + 4)
        return;
    const double height = std::min(lane.height() - 2, metrics.height());
    const QRectF flag(std::round(x), lane.center().y() - height / 2,
                      metrics.horizontalAdvance(text) + 6 * paint.style.unit, height);
    painter.fillRect(flag, paint.theme.text);
    painter.save();
    painter.setPen(paint.theme.card);
    painter.setFont(paint.style.small);
    painter.drawText(flag, Qt::AlignCenter, text);
    painter.restore();
}

void paintMark(QPainter& painter, const QRectF& at, Mark mark, const RowPaint& paint)
{
    const double size = std::min(at.height(), 16 * paint.style.unit) - 2;
    const QRectF box(at.right() - size / 2, at.center().y() - size / 2, size, size);
    const QColor colour = mark == Mark::Failed ? paint.theme.danger : paint.theme.mutedText;
    const double arm = size * 0.22;
    const QPointF middle = box.center();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(paint.theme.card, 1));
    painter.setBrush(colour);
    painter.drawEllipse(box);
    painter.setPen(QPen(textOn(colour), std::max(1.5, size * 0.13), Qt::SolidLine, Qt::RoundCap));
    if (mark == Mark::Failed) {
        painter.drawLine(middle - QPointF(arm, arm), middle + QPointF(arm, arm));
        painter.drawLine(middle - QPointF(arm, -arm), middle + QPointF(arm, -arm));
    } else {
        painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0));
    }
    painter.restore();
}

void paintRow(QPainter& painter, const RowPicture& row, const QRectF& rect, const RowPaint& paint)
{
    if (row.notStartedUntil > 0)
        paintNotStarted(painter, row, rect, paint);
    paintBars(painter, row, rect, paint);
    for (const Bar& bar : row.bars) {
        const QRectF at = barRect(bar, rect, paint);
        paintBarOutline(painter, at, bar, paint);
        if (row.rows == RowsBy::Workers && row.hasTasks && bar.task != TaskId::None)
            paintNumber(painter, at, bar.task, paint);
        if (bar.mark != Mark::None && bar.ends)
            paintMark(painter, at, bar.mark, paint);
    }
    for (const Bar& bar : row.marked)
        paintMark(painter, barRect(bar, rect, paint), bar.mark, paint);
    paintWorkerChanges(painter, row, rect, paint);
    if (row.rows == RowsBy::Cores && row.hasTasks && row.group.count == 1)
        paintNumbersOfCore(painter, row, rect, paint);
}

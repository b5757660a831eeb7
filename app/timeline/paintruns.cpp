#include "app/timeline/paintruns.h"

#include "app/theme/theme.h"

#include <QColor>
#include <QImage>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>

namespace {

/// What runs for any share of a column is seen at least this much.
constexpr float faintest = 0.25F;

/// From so many runs on, one image of a lane is faster than a rectangle for each.
constexpr std::size_t denseRuns = 64;

/// How much of a run's colour is seen, 0 to 1.
float strengthOf(const std::vector<RunSpan>& runs, std::size_t i, const RowPicture& row,
                 const RowPaint& paint)
{
    const RunSpan& run = runs[i];
    if (run.share >= 1)
        return 1;
    // Where a worker also does something else, it is not drawn as if it only ran.
    const float strength = faintest + (1 - faintest) * run.share;
    if (paint.colourBy == ColourBy::Task || row.group.count > 1)
        return strength;
    const bool besideBefore = i > 0 && runs[i - 1].last == run.first;
    const bool besideNext = i + 1 < runs.size() && runs[i + 1].first == run.last;
    return run.isLongest || (!besideBefore && !besideNext) ? strength : 0.0F;
}

QColor colourOf(const RunSpan& run, const RowPicture& row, const RowPaint& paint)
{
    return runningColour(taskOf(row, run.task), row.group.count > 1, paint);
}

void paintOneByOne(QPainter& painter, const RowPicture& row, const std::vector<RunSpan>& runs,
                   const QRectF& rect, const RowPaint& paint)
{
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const float strength = strengthOf(runs, i, row, paint);
        if (strength <= 0)
            continue;
        QColor colour = colourOf(runs[i], row, paint);
        colour.setAlphaF(strength);
        painter.fillRect(spanRect(runs[i].first, runs[i].last, rect, paint), colour);
    }
}

/// All runs as one line of pixels, drawn as high as the lane.
void paintAsImage(QPainter& painter, const RowPicture& row, const std::vector<RunSpan>& runs,
                  const QRectF& rect, const RowPaint& paint)
{
    const int first = runs.front().first;
    const int count = runs.back().last - first;
    QImage line(count, 1, QImage::Format_ARGB32_Premultiplied);
    line.fill(Qt::transparent);
    auto* const pixels = reinterpret_cast<QRgb*>(line.scanLine(0));
    const std::vector<QRgb> colours = runColours(row, runs, paint);
    for (std::size_t i = 0; i < runs.size(); ++i)
        std::fill(pixels + runs[i].first - first, pixels + runs[i].last - first, colours[i]);
    painter.drawImage(spanRect(first, first + count, rect, paint), line);
}

}  // namespace

QRectF spanRect(double first, double last, const QRectF& rect, const RowPaint& paint)
{
    const double left = std::min(rect.right(), rect.left() + first * paint.pixelsPerColumn);
    const double right = std::min(rect.right(), rect.left() + last * paint.pixelsPerColumn);
    return {left, rect.top(), right - left, rect.height()};
}

TaskId taskOf(const RowPicture& row, TaskId task)
{
    const bool isTask = row.rows == RowsBy::Tasks && row.group.count == 1;
    return isTask ? static_cast<TaskId>(row.group.first + 1) : task;
}

QColor runningColour(TaskId task, bool isGroup, const RowPaint& paint)
{
    if (isGroup || (paint.colourBy == ColourBy::State && task != TaskId::None))
        return paint.theme.lookOf(WorkState::Running).fill;
    return paint.theme.hueOf(task);
}

std::vector<QRgb> runColours(const RowPicture& row, const std::vector<RunSpan>& runs,
                             const RowPaint& paint, std::size_t from)
{
    std::vector<QRgb> colours;
    colours.reserve(runs.size() - from);
    TaskId known = TaskId::None;
    QRgb colour{};
    for (std::size_t i = from; i < runs.size(); ++i) {
        if (i == from || runs[i].task != known)
            colour = colourOf(runs[i], row, paint).rgb();
        known = runs[i].task;
        const int alpha = static_cast<int>(255 * strengthOf(runs, i, row, paint) + 0.5F);
        colours.push_back(qPremultiply(qRgba(qRed(colour), qGreen(colour), qBlue(colour), alpha)));
    }
    return colours;
}

void paintRuns(QPainter& painter, const RowPicture& row, const std::vector<RunSpan>& runs,
               const QRectF& rect, const RowPaint& paint)
{
    const bool isRaster = painter.paintEngine()->type() == QPaintEngine::Raster;
    if (isRaster && runs.size() >= denseRuns)
        paintAsImage(painter, row, runs, rect, paint);
    else
        paintOneByOne(painter, row, runs, rect, paint);
}

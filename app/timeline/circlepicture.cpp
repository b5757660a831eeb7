#include "app/timeline/circlepicture.h"

#include "app/theme/theme.h"
#include "app/timeline/panellayout.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <optional>

namespace {

constexpr double fromCircleToArrows = 14;
constexpr double betweenTracks = 22;
constexpr double headSize = 9;
constexpr double dotSize = 4;

/// The row of a task, or by workers that of the worker on which it waits.
std::optional<std::size_t> rowOf(const RowSource& source, TaskId task, const WaitCircle& circle)
{
    if (source.rows == RowsBy::Tasks)
        return number(task) - 1;
    const auto link = std::ranges::find(circle.links, task, &WaitLink::waiter);
    if (link == circle.links.end())
        return {};
    return number(link->worker) - 1;
}

bool overlaps(const CircleArrow& a, const CircleArrow& b)
{
    const auto [lowA, highA] = std::minmax(a.from, a.to);
    const auto [lowB, highB] = std::minmax(b.from, b.to);
    return a.track == b.track && lowA < highB && lowB < highA;
}

CirclePicture pictureOf(const RowSource& source, const WaitCircle& circle, const Columns& columns)
{
    CirclePicture picture{columns.positionOf(circle.range.start), {}};
    for (const WaitLink& link : circle.links) {
        const auto from = rowOf(source, link.waiter, circle);
        const auto to = rowOf(source, link.holder, circle);
        if (from && to)
            picture.arrows.push_back({*from, *to});
    }
    // Short ones first, so that they stand in one line and the long way back goes round them.
    std::ranges::stable_sort(picture.arrows, {}, [](const CircleArrow& arrow) {
        return std::max(arrow.from, arrow.to) - std::min(arrow.from, arrow.to);
    });
    for (auto arrow = picture.arrows.begin(); arrow != picture.arrows.end(); ++arrow) {
        while (std::any_of(picture.arrows.begin(), arrow,
                           [&](const CircleArrow& before) { return overlaps(before, *arrow); }))
            ++arrow->track;
    }
    return picture;
}

QPainterPath pathOf(const QPolygonF& line)
{
    QPainterPath path;
    path.addPolygon(line);
    return path;
}

/// The head of an arrow whose last stretch is `line`'s.
QPolygonF headOf(const QPolygonF& line, double size)
{
    const QPointF tip = line.last();
    QPointF along = tip - line[line.size() - 2];
    const double length = std::max(1.0, std::abs(along.x()) + std::abs(along.y()));
    along *= size / length;  // stretches are upright or level
    const QPointF across(along.y(), -along.x());
    const QPointF back = tip - along;
    return {tip, back + across * 0.65, back - across * 0.65};
}

}  // namespace

std::vector<CirclePicture> circlesOf(const RowSource& source, const Columns& columns)
{
    std::vector<CirclePicture> pictures;
    if (source.rows == RowsBy::Cores || source.isGrouped())
        return pictures;
    const TimeRange visible = columns.visible();
    for (const WaitCircle& circle : source.model.circles()) {
        if (circle.range.start < visible.end && circle.range.end > visible.start)
            pictures.push_back(pictureOf(source, circle, columns));
    }
    return pictures;
}

QPolygonF lineOf(const CirclePicture& circle, const CircleArrow& arrow, const PanelLayout& layout,
                 double pixelsPerColumn, const TimelineStyle& style)
{
    int tracks = 0;
    for (const CircleArrow& each : circle.arrows)
        tracks = std::max(tracks, each.track);
    const double step = betweenTracks * style.unit;
    const double wanted =
        layout.plot.left() + circle.column * pixelsPerColumn + fromCircleToArrows * style.unit;
    const double last = layout.plot.right() - (tracks + 1) * step;
    const double x = std::max(layout.plot.left() + dotSize, std::min(wanted, last));
    const double from = layout.barRect(arrow.from).center().y();
    const double to = layout.barRect(arrow.to).center().y();
    const double gap = dotSize * style.unit;  // of the dot that the next arrow begins with
    const double turn = x + arrow.track * step;
    if (arrow.track == 0)
        return {QPointF(x, from), QPointF(x, to > from ? to - gap : to + gap)};
    return {QPointF(x, from), QPointF(turn, from), QPointF(turn, to), QPointF(x + gap, to)};
}

void paintCircle(QPainter& painter, const CirclePicture& circle, const PanelLayout& layout,
                 double pixelsPerColumn, const Theme& theme, const TimelineStyle& style)
{
    // The long ones below: the ground that they stand on would hide parts of the others.
    for (auto arrow = circle.arrows.rbegin(); arrow != circle.arrows.rend(); ++arrow)
        paintArrow(painter, lineOf(circle, *arrow, layout, pixelsPerColumn, style), theme, style);
}

void paintArrow(QPainter& painter, const QPolygonF& line, const Theme& theme,
                const TimelineStyle& style, const QColor& ink)
{
    const QColor colour = ink.isValid() ? ink : theme.danger;
    const double width = 2 * std::max(1.0, style.unit) * style.outline;
    const QPolygonF head = headOf(line, headSize * style.unit);
    const double dot = dotSize * style.unit;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.card, width + 4 * style.unit, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(pathOf(line));
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.drawPath(pathOf(line));
    painter.setPen(QPen(theme.card, style.unit));
    painter.setBrush(colour);
    painter.drawEllipse(line.first(), dot, dot);
    painter.drawPolygon(head);
    painter.restore();
}

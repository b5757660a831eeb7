// What a panel knows of its rows, for those who search, point and ask for its menu.

#include "app/timeline/coordinates.h"
#include "app/timeline/panelwidget.h"
#include "app/timeline/rowofitem.h"
#include "app/timeline/search.h"
#include "app/timeline/timelinesettings.h"
#include "app/timeline/viewport.h"

#include <QContextMenuEvent>

#include <algorithm>

RowsBy PanelWidget::rowsBy() const
{
    return source().rows;
}

std::optional<Hit> PanelWidget::hitUnder(QPointF position) const
{
    const PanelLayout layout = geometryOfParts();
    const int row = layout.rowAt(position.y());
    if (row < 0 || position.x() < layout.plot.left() || position.x() > layout.plot.right())
        return {};
    const auto pixel = timePerPixel(m_viewport.visible(), layout.plot.width());
    const RowGroup group = source().groups()[static_cast<std::size_t>(row)];
    const QRectF bar = layout.barRect(static_cast<std::size_t>(row));
    const double depth = (position.y() - bar.top()) / bar.height();
    return hitAt(source(), group, timeAt(position.x()) + origin(), depth, pixel / 2);
}

QString PanelWidget::textUnder(QPointF position) const
{
    if (!geometryOfParts().plot.contains(position))
        return m_text.description;
    const HoverText text = hoverTextAt(position);
    return (QStringList{text.headline} + text.lines).join(u'\n');
}

TimeRange PanelWidget::rangeOfTask(TaskId task) const
{
    const Recording& recording = m_comparison->runs[m_run];
    const std::size_t at = number(task);
    if (at == 0 || at > recording.tasks.size() || !recording.tasks[at - 1].start)
        return {};
    const TimeRange range = rangeOf(recording, recording.tasks[at - 1]);
    return {range.start - origin(), range.end - origin()};
}

std::optional<std::size_t> PanelWidget::rowOf(const SearchMatch& match) const
{
    const RowSource from = source();
    const auto item = match.kind == SearchMatch::Kind::Task
                          ? rowOfTask(from, match.at)
                          : rowOfWorker(from, match.at, Nanoseconds::max());
    if (!item || *item >= from.count())
        return {};
    return rowWith(from.groups(), *item);
}

std::optional<RowGroup> PanelWidget::groupIn(int row) const
{
    if (row < 0 || m_settings.style.isProjected)
        return {};
    const RowGroup group = source().groups()[static_cast<std::size_t>(row)];
    return group.count > 1 ? std::optional(group) : std::nullopt;
}

void PanelWidget::openGroup(std::optional<RowGroup> group)
{
    if (group == m_opened)
        return;
    m_opened = group;
    m_openedBy = rowsBy();
    m_markedRow = -1;
    m_foundRow.reset();
    showRelease({});
    ++m_dataGeneration;
    update();
    Q_EMIT rowsChanged();
}

bool PanelWidget::toggleGroup(int row)
{
    if (const auto group = groupIn(row))
        openGroup(group);
    else if (source().opened && row >= 0)
        openGroup({});
    else
        return false;
    return true;
}

void PanelWidget::openFor(const SearchMatch& match)
{
    const auto row = rowOf(match);
    const auto group = row ? groupIn(static_cast<int>(*row)) : std::nullopt;
    if (!group)
        return;
    openGroup(group);
    openFor(match);  // a group of groups
}

void PanelWidget::setFoundRow(std::optional<std::size_t> row)
{
    if (row == m_foundRow)
        return;
    m_foundRow = row;
    update();
}

void PanelWidget::setHighlights(Highlights highlights)
{
    if (highlights == m_highlights)
        return;
    m_highlights = std::move(highlights);
    update();
}

void PanelWidget::markRowAt(QPointF position)
{
    const int row = geometryOfParts().rowAt(position.y());
    if (row < 0)
        return;
    m_markedRow = row;
    showRelease(position);
    update();
}

void PanelWidget::showRelease(std::optional<QPointF> position)
{
    std::optional<Release> release;
    if (position) {
        if (const auto hit = hitUnder(*position))
            release = releaseOf(source(), *hit);
    }
    if (release == m_release)
        return;
    m_release = release;
    update();
}

void PanelWidget::contextMenuEvent(QContextMenuEvent* event)
{
    QPointF position = event->pos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const auto row = static_cast<std::size_t>(std::max(0, m_markedRow));
        const double x = pixelOf(m_viewport.cursor().value_or(m_viewport.visible().start));
        position = {x, geometryOfParts().barRect(row).center().y()};
    }
    Q_EMIT menuAsked(position, mapToGlobal(position.toPoint()));
}

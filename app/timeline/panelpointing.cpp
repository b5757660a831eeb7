// How a panel answers to being pointed at, by the mouse or by the keyboard.

#include "app/timeline/coordinates.h"
#include "app/timeline/panelwidget.h"
#include "app/timeline/timelinesettings.h"
#include "app/timeline/timelinewords.h"
#include "app/timeline/viewport.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace {

/// The count of `profile` at `t`.
int countAt(const Profile& profile, Nanoseconds t)
{
    const auto after = std::ranges::upper_bound(profile, t, {}, &Step::time);
    return after == profile.begin() ? 0 : std::prev(after)->count;
}

int runningAt(const Recording& recording, Nanoseconds t)
{
    const bool anyCounts = recording.start.isObserved();
    return static_cast<int>(std::ranges::count_if(recording.workers, [=](const Worker& worker) {
        const auto at = TimeSums<Slice, 2>::firstEndingAfter(worker.slices, t, 0);
        return at < worker.slices.size() && worker.slices[at].start <= t &&
               (anyCounts || worker.slices[at].task != TaskId::None);
    }));
}

}  // namespace

HoverText PanelWidget::hoverTextAt(QPointF position) const
{
    const PanelLayout layout = geometryOfParts();
    const auto pixel = timePerPixel(m_viewport.visible(), layout.plot.width());
    const Nanoseconds t = timeAt(position.x());
    const TimeFormat format = timeFormatFor(m_viewport.visible(), pixel);
    const int row = layout.rowAt(position.y());
    if (row >= 0 && layout.ghostHeight > 0 &&
        position.y() >= layout.ghostRect(static_cast<std::size_t>(row)).top())
        return hoverTextOfGhost(static_cast<std::size_t>(row), t, pixel, format);
    if (const auto hit = hitUnder(position))
        return hoverTextOf(source(), *hit, t + origin(), format);
    const QLocale locale;
    HoverText text;
    text.headline = timeText(t, format);
    text.lines << TimelineWords::tr("%1 in progress · %2 running")
                      .arg(locale.toString(countAt(m_model.inProgress(), t + origin())),
                           locale.toString(runningAt(source().recording, t + origin())));
    return text;
}

HoverText PanelWidget::hoverTextOfGhost(std::size_t row, Nanoseconds t, Nanoseconds pixel,
                                        TimeFormat format) const
{
    const RowSource there = m_ghost->source(m_settings.rows);
    const RowGroup group = groupOfGhost(there, source().groups()[row]);
    HoverText text;
    if (group.count > 0) {
        const Nanoseconds at = t + there.recording.start.origin;
        text = hoverTextOf(there, hitAt(there, group, at, 0, pixel / 2), at, format);
        text.lines.prepend(text.headline);
    }
    text.headline = m_ghost->ref().name;
    return text;
}

std::optional<HoverText> PanelWidget::textAt(QPointF position) const
{
    if (!geometryOfParts().plot.contains(position))
        return {};
    return hoverTextAt(position);
}

void PanelWidget::pointAt(QPointF position)
{
    const auto text = textAt(position);
    if (!text)
        return pointNowhere();
    m_viewport.showCursor(timeAt(position.x()));
    showRelease(position);
    Q_EMIT pointed(*text, position.toPoint());
}

void PanelWidget::pointNowhere()
{
    m_viewport.showCursor({});
    if (m_markedRow < 0)  // what was clicked or gone to stays
        showRelease({});
    Q_EMIT pointedNowhere();
}

bool PanelWidget::stepRow(int step)
{
    const int count = static_cast<int>(rows());
    const int next = m_markedRow < 0 && step < 0 ? count - 1 : m_markedRow + step;
    if (next < 0 || next >= count)
        return false;
    m_markedRow = next;
    if (!m_viewport.cursor())
        m_viewport.showCursor(std::max(Nanoseconds{}, m_viewport.visible().start));
    showMarked();
    update();
    return true;
}

void PanelWidget::stepEdge(Direction direction)
{
    if (m_markedRow < 0)
        m_markedRow = 0;
    const auto groups = source().groups();
    if (m_markedRow >= static_cast<int>(groups.size()))
        return;
    const Nanoseconds from = m_viewport.cursor().value_or(
        direction == Direction::Forward ? m_viewport.visible().start - Nanoseconds(1)
                                        : m_viewport.visible().end);
    const auto edge = nextEdge(source(), groups[static_cast<std::size_t>(m_markedRow)],
                               from + origin(), direction);
    if (!edge)
        return;
    m_viewport.reveal(*edge - origin());
    m_viewport.setPlayhead(*edge - origin());  // from here a replay goes on
    showMarked();
    update();
}

void PanelWidget::selectToEdge(Direction direction)
{
    const auto from = m_viewport.cursor();
    stepEdge(direction);
    const auto to = m_viewport.cursor();
    if (!from || !to)
        return;
    const auto selection = m_viewport.selection();
    Nanoseconds anchor = *from;
    if (selection && selection->start == *from)
        anchor = selection->end;
    else if (selection && selection->end == *from)
        anchor = selection->start;
    if (anchor == *to)
        m_viewport.select({});
    else
        m_viewport.select(TimeRange{std::min(anchor, *to), std::max(anchor, *to)});
}

void PanelWidget::showMarked()
{
    const auto row = static_cast<std::size_t>(m_markedRow);
    const QRectF bar = geometryOfParts().barRect(row);
    const QPointF position(pixelOf(m_viewport.cursor().value_or(Nanoseconds{})), bar.center().y());
    showRelease(position);
    Q_EMIT pointed(textOfRow(row), position.toPoint());
}

bool PanelWidget::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* const help = static_cast<QHelpEvent*>(event);
    if (geometryOfParts().header.contains(help->pos()))
        QToolTip::showText(help->globalPos(), m_text.hint, this);
    else
        QToolTip::hideText();
    return true;
}

void PanelWidget::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    Q_EMIT focused(m_run);
}

void PanelWidget::focusOutEvent(QFocusEvent* event)
{
    if (event->reason() != Qt::PopupFocusReason) {
        m_markedRow = -1;
        showRelease({});
    }
    QWidget::focusOutEvent(event);
}

void PanelWidget::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return event->ignore();
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int step = event->key() == Qt::Key_Up ? -1 : 1;
        if (!stepRow(step))
            Q_EMIT leftAt(step);
        return;
    }
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const auto direction = event->key() == Qt::Key_Left ? Direction::Back : Direction::Forward;
        return event->modifiers() & Qt::ShiftModifier ? selectToEdge(direction)
                                                      : stepEdge(direction);
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!openMarked())
            event->ignore();
        return;
    default:
        event->ignore();
    }
}

bool PanelWidget::openMarked()
{
    if (m_markedRow < 0)
        return false;
    const std::size_t first = source().groups()[static_cast<std::size_t>(m_markedRow)].first;
    if (!toggleGroup(m_markedRow))
        return false;
    m_markedRow = static_cast<int>(rowWith(source().groups(), first));
    showMarked();
    return true;
}

#include "app/timeline/axiswidget.h"

#include "app/timeline/axispicture.h"
#include "app/timeline/bookmarkpicture.h"
#include "app/timeline/bookmarks.h"
#include "app/timeline/coordinates.h"
#include "app/timeline/timelinesettings.h"
#include "app/timeline/viewport.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

AxisWidget::AxisWidget(const TimelineSettings& settings, Viewport& viewport, QWidget* parent)
    : QWidget(parent),
      m_settings(settings),
      m_viewport(viewport)
{
    setAccessibleName(tr("Time axis"));
    connect(&viewport, &Viewport::visibleChanged, this, qOverload<>(&QWidget::update));
    connect(&viewport, &Viewport::cursorChanged, this, qOverload<>(&QWidget::update));
}

void AxisWidget::setSpan(PlotSpan span)
{
    if (span == m_span)
        return;
    m_span = span;
    update();
}

void AxisWidget::setBookmarks(const Bookmarks* bookmarks)
{
    m_bookmarks = bookmarks;
    connect(bookmarks, &Bookmarks::changed, this, qOverload<>(&QWidget::update));
    update();
}

double AxisWidget::pixelOf(Nanoseconds t) const
{
    return m_span.left + timeToPixel(t, m_viewport.visible(), m_span.width);
}

std::optional<std::size_t> AxisWidget::bookmarkAt(QPointF position) const
{
    if (!m_bookmarks)
        return {};
    std::optional<std::size_t> found;
    for (std::size_t at = 0; at < m_bookmarks->all().size(); ++at) {
        const double x = pixelOf(m_bookmarks->all()[at].time);
        if (flagRect(rect(), x, m_settings.style).contains(position))
            found = at;
    }
    return found;
}

bool AxisWidget::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* const help = static_cast<QHelpEvent*>(event);
    if (const auto at = bookmarkAt(help->pos()))
        QToolTip::showText(help->globalPos(), tr("Bookmark: %1").arg(m_bookmarks->noteOf(*at)),
                           this);
    else
        QToolTip::hideText();
    return true;
}

void AxisWidget::mousePressEvent(QMouseEvent* event)
{
    const auto at = bookmarkAt(event->position());
    if (at && event->button() == Qt::LeftButton)
        Q_EMIT bookmarkPicked(*at);
    else
        event->ignore();
}

void AxisWidget::contextMenuEvent(QContextMenuEvent* event)
{
    if (const auto at = bookmarkAt(event->pos()))
        Q_EMIT bookmarkMenuAsked(*at, event->globalPos());
    else
        event->ignore();
}

void AxisWidget::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_settings.theme.ground);
    paintAxis(painter, rect(), m_span, m_viewport.visible(), m_viewport.cursor(), m_settings.theme,
              m_settings.style);
    if (!m_bookmarks)
        return;
    for (const Bookmark& bookmark : m_bookmarks->all()) {
        const double x = pixelOf(bookmark.time);
        if (x >= m_span.left - 1 && x <= m_span.left + m_span.width + 1)
            paintFlag(painter, rect(), x, m_settings.theme, m_settings.style);
    }
}

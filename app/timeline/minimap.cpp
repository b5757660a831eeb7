#include "app/timeline/minimap.h"

#include "app/timeline/coordinates.h"
#include "app/timeline/panelstack.h"
#include "app/timeline/panelwidget.h"
#include "app/timeline/timelinesettings.h"
#include "app/timeline/timetext.h"
#include "app/timeline/viewport.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

constexpr double narrowestBox = 8;  // pixels, so that it can be seen and held

/// While a run goes on, the whole of it changes little in such a time.
constexpr std::chrono::milliseconds betweenChanges{200};

}  // namespace

Minimap::Minimap(const TimelineSettings& settings, Viewport& viewport, const PanelStack& stack,
                 QWidget* parent)
    : QWidget(parent),
      m_settings(settings),
      m_viewport(viewport),
      m_stack(stack)
{
    setObjectName(QStringLiteral("overview"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Overview of the whole time"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(betweenChanges);
    connect(&m_pause, &QTimer::timeout, this, &Minimap::refreshNow);
    setToolTip(tr("Drag the box to move, its edges to zoom; click to go there."));
    connect(&viewport, &Viewport::visibleChanged, this, qOverload<>(&QWidget::update));
    connect(&viewport, &Viewport::visibleChanged, this, &Minimap::updateDescription);
    connect(&viewport, &Viewport::selectionChanged, this, qOverload<>(&QWidget::update));
}

int Minimap::heightIn(const TimelineStyle& style)
{
    return style.isProjected ? 0 : static_cast<int>(std::round(28 * style.unit));
}

void Minimap::setSpan(PlotSpan span)
{
    if (span == m_span)
        return;
    m_span = span;
    refreshNow();
}

void Minimap::refresh()
{
    if (m_settings.feed == Feed::Ended)
        refreshNow();
    else if (!m_pause.isActive())
        m_pause.start();
}

void Minimap::refreshNow()
{
    m_pause.stop();
    m_isStale = true;
    update();
}

void Minimap::setMarks(std::vector<Nanoseconds> marks)
{
    m_marks = std::move(marks);
    update();
}

QRectF Minimap::strip() const
{
    return {m_span.left, 3, m_span.width, height() - 8.0};
}

TimeRange Minimap::whole() const
{
    return m_viewport.whole();
}

bool Minimap::showsAll() const
{
    return m_viewport.visible() == whole();
}

Nanoseconds Minimap::timeAt(double x) const
{
    return pixelToTime(x - m_span.left, whole(), m_span.width);
}

double Minimap::pixelOf(Nanoseconds t) const
{
    return m_span.left + timeToPixel(t, whole(), m_span.width);
}

QRectF Minimap::box() const
{
    const QRectF rect = strip();
    const TimeRange visible = m_viewport.visible();
    double left = std::clamp(pixelOf(visible.start), rect.left(), rect.right());
    double right = std::clamp(pixelOf(visible.end), rect.left(), rect.right());
    if (right - left < narrowestBox) {
        left = std::clamp((left + right - narrowestBox) / 2, rect.left(),
                          std::max(rect.left(), rect.right() - narrowestBox));
        right = left + narrowestBox;
    }
    return {QPointF(left, rect.top()), QPointF(right, rect.bottom())};
}

void Minimap::updateDescription()
{
    const TimeRange visible = m_viewport.visible();
    const TimeFormat format = timeFormatFor(whole(), timePerPixel(visible, m_span.width));
    setAccessibleDescription(tr("Shown: %1 to %2 of %3")
                                 .arg(timeText(visible.start, format),
                                      timeText(visible.end, format),
                                      durationText(m_viewport.contentEnd())));
}

void Minimap::updateLanes()
{
    if (!m_isStale && m_lanesOf == whole())
        return;
    constexpr double pixelsPerColumn = 2;
    m_lanesOf = whole();
    m_isStale = false;
    const Columns columns(m_lanesOf, std::max(1, static_cast<int>(m_span.width / pixelsPerColumn)));
    m_lanes.clear();
    for (const PanelWidget* const panel : m_stack.shownPanels())
        m_lanes.push_back(activityIn(panel->model().inProgress(), panel->origin(), columns));
}

void Minimap::paintMarks(QPainter& painter) const
{
    const QRectF rect = strip();
    if (const auto selection = m_viewport.selection()) {
        QColor wash = m_settings.theme.accent;
        wash.setAlphaF(0.25F);
        const double left = pixelOf(selection->start);
        painter.fillRect(QRectF(left, rect.top(), pixelOf(selection->end) - left, rect.height()),
                         wash);
    }
    for (const Nanoseconds mark : m_marks)
        painter.fillRect(QRectF(std::floor(pixelOf(mark)), rect.top() - 3, 2, rect.height() + 6),
                         m_settings.theme.text);
}

void Minimap::paintEvent(QPaintEvent*)
{
    updateLanes();
    const Theme& theme = m_settings.theme;
    QPainter painter(this);
    painter.fillRect(rect(), theme.ground);
    painter.fillRect(strip(), theme.card);
    paintLanes(painter, m_lanes, strip().adjusted(0, 1, 0, -1), theme);
    paintMarks(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter, box(), strip(), showsAll() ? MinimapBox::Whole : MinimapBox::Part, theme);
    if (m_held == Part::Whole) {
        const auto [low, high] = std::minmax(m_anchor, m_last);
        const QRectF drawn(QPointF(pixelOf(low), strip().top()),
                           QPointF(pixelOf(high), strip().bottom()));
        paintBox(painter, drawn, strip(), MinimapBox::Part, theme);
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(strip().adjusted(-3, -2.5, 3, 2.5));
    }
}

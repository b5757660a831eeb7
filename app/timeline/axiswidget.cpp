#include "app/timeline/axiswidget.h"

#include "app/timeline/axispicture.h"
#include "app/timeline/timelinesettings.h"
#include "app/timeline/viewport.h"

#include <QPainter>

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

void AxisWidget::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_settings.theme.ground);
    paintAxis(painter, rect(), m_span, m_viewport.visible(), m_viewport.cursor(), m_settings.theme,
              m_settings.style);
}

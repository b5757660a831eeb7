#include "app/timeline/panelcloser.h"

#include "app/timeline/panelstack.h"
#include "app/timeline/panelwidget.h"
#include "app/timeline/timelinesettings.h"

#include <QEvent>
#include <QPainter>

#include <cmath>

namespace {

constexpr double buttonSize = 16;
constexpr double crossSize = 7;

}  // namespace

PanelCloser::PanelCloser(PanelWidget& panel, const PanelStack& stack,
                         const TimelineSettings& settings)
    : QAbstractButton(&panel),
      m_panel(panel),
      m_stack(stack),
      m_settings(settings)
{
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::ArrowCursor);
    hide();
    panel.installEventFilter(this);
    connect(&stack, &PanelStack::arranged, this, &PanelCloser::offer);
}

bool PanelCloser::eventFilter(QObject* watched, QEvent* event)
{
    if (!qobject_cast<PanelWidget*>(watched))
        return false;
    switch (event->type()) {
    case QEvent::Enter:
    case QEvent::Leave:
    case QEvent::FocusIn:
    case QEvent::FocusOut:
    case QEvent::Resize:
        offer();
        break;
    default:
        break;
    }
    return false;
}

void PanelCloser::offer()
{
    setVisible(!m_settings.style.isProjected && m_stack.order().canHide(m_panel.run()) &&
               (m_panel.hasFocus() || m_panel.underMouse()));
    if (isHidden())
        return;
    const QString text = tr("Hide %1").arg(m_panel.text().title);
    setAccessibleName(text);
    setToolTip(text);
    const int size = static_cast<int>(std::round(buttonSize * m_settings.style.unit));
    setGeometry(m_panel.width() - size - 1, 1, size, size);
}

void PanelCloser::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = m_settings.theme;
    if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.track);
        painter.drawEllipse(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
    const double arm = crossSize / 2 * m_settings.style.unit;
    const QPointF middle = QRectF(rect()).center();
    painter.setPen(QPen(underMouse() ? theme.text : theme.mutedText, 1.5 * m_settings.style.unit,
                        Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(middle - QPointF(arm, arm), middle + QPointF(arm, arm));
    painter.drawLine(middle - QPointF(arm, -arm), middle + QPointF(arm, -arm));
}

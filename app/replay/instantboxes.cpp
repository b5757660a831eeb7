#include "app/replay/instantboxes.h"

#include "app/replay/instanttext.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace {

constexpr int describeAfter = 250;  // ms
constexpr QSize usualSize(420, 48);
constexpr QSize leastSize(320, 48);

}  // namespace

InstantBoxes::InstantBoxes(QWidget* parent)
    : QWidget(parent),
      m_style(timelineStyle(font(), m_theme.outlineWidth))
{
    setObjectName(QStringLiteral("instantBoxes"));
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("At this instant"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_describing.setSingleShot(true);
    m_describing.setInterval(describeAfter);
    connect(&m_describing, &QTimer::timeout, this, &InstantBoxes::describe);
}

void InstantBoxes::setRun(const Recording* run, int machineCores)
{
    m_run = run;
    m_machineCores = machineCores;
    m_names = run ? WorkNames(*run) : WorkNames();
    showTime(m_time);
}

void InstantBoxes::showTime(Nanoseconds t)
{
    m_time = t;
    Instant instant;
    if (m_run)
        instant = instantOf(*m_run, m_run->start.origin + t, m_machineCores);
    m_describing.start();
    if (instant == m_instant)
        return;
    m_instant = std::move(instant);
    update();
}

void InstantBoxes::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_style = timelineStyle(font(), theme.outlineWidth);
    update();
}

QSize InstantBoxes::sizeHint() const
{
    return (QSizeF(usualSize) * m_style.unit).toSize();
}

QSize InstantBoxes::minimumSizeHint() const
{
    return (QSizeF(leastSize) * m_style.unit).toSize();
}

bool InstantBoxes::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* const help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), instantText(m_names, m_instant), this);
    return true;
}

void InstantBoxes::paintEvent(QPaintEvent*)
{
    if (!m_run)
        return;
    QPainter painter(this);
    paintInstant(painter, pictureOf(m_instant, m_names, size(), m_style), m_theme, m_style);
    if (!hasFocus())
        return;
    painter.setPen(QPen(m_theme.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), m_style.radius, m_style.radius);
}

void InstantBoxes::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange) {
        m_style = timelineStyle(font(), m_theme.outlineWidth);
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

void InstantBoxes::describe()
{
    const QString text = m_run ? instantText(m_names, m_instant) : QString();
    if (text != accessibleDescription())
        setAccessibleDescription(text);
}

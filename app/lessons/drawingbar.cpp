#include "app/lessons/drawingbar.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace {

constexpr double step = 0.02;       // by an arrow key
constexpr double shortest = 0.005;  // something is always drawn
constexpr int gap = 6;

}  // namespace

DrawingBar::DrawingBar(QString known, QString drawn, QWidget* parent)
    : QWidget(parent),
      m_knownName(std::move(known)),
      m_drawnName(std::move(drawn))
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::SplitHCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(tr("Drag the end of the bar, or press ← and →."));
    setAccessibleDescription(toolTip());
    tell();
}

void DrawingBar::setDrawn(std::optional<double> length)
{
    m_drawn = length;
    tell();
    update();
}

void DrawingBar::setMeasured(std::optional<double> length, const QString& figure)
{
    m_measured = length;
    m_figure = figure;
    tell();
    updateGeometry();
    update();
}

void DrawingBar::setFixed(bool isFixed)
{
    m_isFixed = isFixed;
    setCursor(isFixed ? Qt::ArrowCursor : Qt::SplitHCursor);
}

QSize DrawingBar::sizeHint() const
{
    const int rows = m_measured ? 3 : 2;
    return {240, rows * (2 * rowHeight() + gap)};
}

void DrawingBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette& colours = palette();
    const QColor accent = colours.color(QPalette::Highlight);
    QColor light = accent;
    light.setAlphaF(0.15F);
    paintRow(painter, 0, {m_knownName, 1.0, colours.color(QPalette::PlaceholderText), false, {}});
    const QString hint = m_drawn ? QString() : tr("drag here");
    paintRow(painter, 1, {m_drawnName, m_drawn, light, true, hint});
    if (m_measured)
        paintRow(painter, 2, {tr("Measured"), m_measured, accent, false, m_figure});
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
    }
}

void DrawingBar::mousePressEvent(QMouseEvent* event)
{
    if (!m_isFixed && event->button() == Qt::LeftButton)
        moveTo(lengthAt(event->position().x()));
}

void DrawingBar::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_isFixed && event->buttons().testFlag(Qt::LeftButton))
        moveTo(lengthAt(event->position().x()));
}

void DrawingBar::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_isFixed && event->button() == Qt::LeftButton && m_drawn)
        Q_EMIT drawnTo(*m_drawn);
}

void DrawingBar::keyPressEvent(QKeyEvent* event)
{
    const int way = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (way == 0 || m_isFixed)
        return QWidget::keyPressEvent(event);
    moveTo(m_drawn.value_or(1.0) + way * step);
    Q_EMIT drawnTo(*m_drawn);
}

void DrawingBar::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void DrawingBar::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

int DrawingBar::rowHeight() const
{
    return fontMetrics().height();
}

QRectF DrawingBar::barRect(int row, double length) const
{
    const int height = rowHeight();
    const double room = width() - 2.0 * gap;
    return {static_cast<double>(gap), row * (2.0 * height + gap) + height,
            room * std::min(length, longest) / longest, static_cast<double>(height)};
}

double DrawingBar::lengthAt(double x) const
{
    return longest * (x - gap) / std::max(1.0, width() - 2.0 * gap);
}

void DrawingBar::paintRow(QPainter& painter, int row, const Row& look) const
{
    const QRectF bar = barRect(row, look.length.value_or(longest));
    const QRectF label(bar.left(), bar.top() - rowHeight(), width() - 2.0 * gap, rowHeight());
    painter.setPen(palette().color(QPalette::Text));
    const double room = label.width() - fontMetrics().horizontalAdvance(look.figure) - gap;
    painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(look.name, Qt::ElideRight, qRound(room)));
    painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter, look.figure);
    if (!look.length && !look.isOutlined)
        return;
    painter.setBrush(look.length ? look.fill : QColor(Qt::transparent));
    painter.setPen(look.isOutlined ? QPen(palette().color(QPalette::Highlight), 2, Qt::DashLine)
                                   : QPen(Qt::NoPen));
    painter.drawRect(bar.adjusted(0, 1, 0, -1));
}

void DrawingBar::moveTo(double length)
{
    setDrawn(std::clamp(length, shortest, longest));
    Q_EMIT dragged(*m_drawn);
}

void DrawingBar::tell()
{
    const QLocale locale;
    const auto share = [&](double length) { return locale.toString(length, 'f', 2); };
    QString text =
        m_drawn ? tr("%1: %2 times the bar of %3").arg(m_drawnName, share(*m_drawn), m_knownName)
                : tr("%1: not drawn yet").arg(m_drawnName);
    if (m_measured)
        text += tr("; measured: %1 times").arg(share(*m_measured));
    setAccessibleName(text);
}

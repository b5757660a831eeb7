#include "app/timeline/hoverbox.h"

#include "app/timeline/timelinesettings.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

constexpr int padding = 9;
constexpr int stripe = 4;
constexpr QPoint besidePointer(16, 18);

}  // namespace

HoverBox::HoverBox(const TimelineSettings& settings, QWidget* parent)
    : QWidget(parent),
      m_settings(settings)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

QSize HoverBox::sizeFor(const HoverText& text) const
{
    const QFontMetricsF strong(m_settings.style.strong);
    const QFontMetricsF detail(m_settings.style.detail);
    double width = strong.horizontalAdvance(text.headline);
    for (const QString& line : text.lines)
        width = std::max(width, detail.horizontalAdvance(line));
    const double height =
        strong.height() + static_cast<double>(text.lines.size()) * detail.height();
    return {static_cast<int>(std::ceil(width)) + 2 * padding + stripe,
            static_cast<int>(std::ceil(height)) + 2 * padding - 4};
}

void HoverBox::showText(const HoverText& text, QPoint position)
{
    m_text = text;
    const QSize size = sizeFor(text).boundedTo(parentWidget()->size());
    QPoint corner = position + besidePointer;
    if (corner.x() + size.width() > parentWidget()->width())
        corner.setX(position.x() - besidePointer.x() - size.width());
    if (corner.y() + size.height() > parentWidget()->height())
        corner.setY(position.y() - besidePointer.y() - size.height());
    setGeometry(QRect({std::max(0, corner.x()), std::max(0, corner.y())}, size));
    raise();
    show();
    update();
}

void HoverBox::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_settings.theme;
    const TimelineStyle& style = m_settings.style;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.mutedText, style.outline));
    painter.setBrush(theme.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.fillRect(QRectF(padding - 4, padding - 1, stripe, height() - 2 * padding + 2),
                     theme.hueOf(m_text.task));

    QRectF line(padding + stripe, padding - 2, width() - padding, 0);
    const auto write = [&](const QString& text, const QFont& font, const QColor& colour) {
        line.setHeight(QFontMetricsF(font).height());
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, text);
        line.translate(0, line.height());
    };
    write(m_text.headline, style.strong, theme.text);
    for (const QString& text : m_text.lines)
        write(text, style.detail, theme.mutedText);
}

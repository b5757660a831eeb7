#include "app/timeline/hoverbox.h"

#include "app/timeline/timelinesettings.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

constexpr int padding = 9;
constexpr int stripe = 4;
constexpr double widest = 480;  ///< what is longer, as reasons of failures may be, is wrapped
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

QSizeF HoverBox::sizeOf(const QString& text, const QFont& font) const
{
    const double most =
        std::min(widest * m_settings.style.unit, parentWidget()->width() - 2.0 * padding - stripe);
    return QFontMetricsF(font)
        .boundingRect({0, 0, most, 10'000}, Qt::AlignLeft | Qt::TextWordWrap, text)
        .size();
}

QSize HoverBox::sizeFor(const HoverText& text) const
{
    QSizeF size = sizeOf(text.headline, m_settings.style.strong);
    for (const QString& line : text.lines) {
        const QSizeF more = sizeOf(line, m_settings.style.detail);
        size = {std::max(size.width(), more.width()), size.height() + more.height()};
    }
    return {static_cast<int>(std::ceil(size.width())) + 2 * padding + stripe + 1,
            static_cast<int>(std::ceil(size.height())) + 2 * padding - 4};
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

    QRectF line(padding + stripe, padding - 2, width() - 2 * padding - stripe + 1, 0);
    const auto write = [&](const QString& text, const QFont& font, const QColor& colour) {
        line.setHeight(sizeOf(text, font).height());
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(line, Qt::AlignLeft | Qt::TextWordWrap, text);
        line.translate(0, line.height());
    };
    write(m_text.headline, style.strong, theme.text);
    for (const QString& text : m_text.lines)
        write(text, style.detail, theme.mutedText);
}

#include "app/replay/chiprow.h"

#include "app/timeline/cachedtext.h"
#include "app/timeline/timelinestyle.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

QString moreText(std::size_t count)
{
    return u'+' + QLocale().toString(static_cast<qulonglong>(count));
}

ChipRow::ChipRow(InstantBox& box, const TimelineStyle& style)
    : m_box(box),
      m_style(style),
      m_left(box.rect.left() + style.gap)
{}

double ChipRow::padding(const TimelineStyle& style)
{
    return 6 * style.unit;
}

double ChipRow::chipWidth(const QString& text) const
{
    const double width = std::ceil(textWidth(m_style.strong, text)) + 2 * padding(m_style);
    return std::max(width, 22 * m_style.unit);
}

double ChipRow::right() const
{
    return m_box.rect.right() - m_style.gap;
}

QRectF ChipRow::place(double width) const
{
    const double top = m_box.captionRect.bottom() + 3 * m_style.unit;
    const double height = m_box.rect.bottom() - 5 * m_style.unit - top;
    return {m_left, top, width, height};
}

void ChipRow::add(const QString& text, TaskId hue)
{
    const double width = chipWidth(text);
    if (m_dropped > 0 || m_left + width > right()) {
        ++m_dropped;
        return;
    }
    m_box.chips.push_back({InstantChip::Kind::Waiting, place(width), text, hue});
    m_left += width + 4 * m_style.unit;
}

void ChipRow::addReason(const QString& text, WorkState state)
{
    const double swatch = 12 * m_style.unit;
    const double width = swatch + 4 * m_style.unit + std::ceil(textWidth(m_style.small, text)) + 1;
    if (m_dropped > 0 || m_left + width > right())
        return;
    m_box.reasons.push_back({place(width), text, state});
    m_left += width + m_style.gap;
}

void ChipRow::addFilling(const QString& text, TaskId hue)
{
    const double width = right() - m_left;
    const double room = width - 2 * padding(m_style);
    m_box.chips.push_back({InstantChip::Kind::Running, place(width),
                           elidedText(m_style.strong, text, Qt::ElideRight, room), hue});
    m_left += width;
}

void ChipRow::addPlain(const QString& text)
{
    const double width = std::min(right() - m_left, chipWidth(text));
    m_box.chips.push_back({InstantChip::Kind::Plain, place(width), text, TaskId::None});
    m_left += width;
}

void ChipRow::drop()
{
    const double left = m_box.chips.back().rect.left();
    m_box.chips.pop_back();
    std::erase_if(m_box.reasons,
                  [left](const InstantReason& reason) { return reason.rect.left() > left; });
    m_left = left;
    ++m_dropped;
}

void ChipRow::finish()
{
    if (m_box.chips.empty() && m_dropped == 0)
        return addPlain(QStringLiteral("–"));
    if (m_dropped == 0)
        return;
    while (!m_box.chips.empty() && m_left + chipWidth(moreText(m_dropped)) > right())
        drop();
    addPlain(moreText(m_dropped));
}

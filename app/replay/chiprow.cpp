#include "app/replay/chiprow.h"

#include "app/timeline/cachedtext.h"
#include "app/timeline/timelinestyle.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace {

constexpr double betweenChips = 3;
constexpr double narrowestChip = 20;
constexpr double swatch = 12;
constexpr double beforeWord = 4;
constexpr double betweenReasons = 5;
/// Rather than fewer, reasons have no words.
constexpr std::size_t fewest = 3;

}  // namespace

QString moreText(std::size_t count)
{
    return u'+' + QLocale().toString(static_cast<qulonglong>(count));
}

ChipRow::ChipRow(InstantBox& box, const TimelineStyle& style)
    : m_box(box),
      m_style(style),
      m_left(box.rect.left() + margin(style))
{}

double ChipRow::margin(const TimelineStyle& style)
{
    return 5 * style.unit;
}

double ChipRow::padding(const TimelineStyle& style)
{
    return 5 * style.unit;
}

void ChipRow::add(const QString& text, TaskId hue)
{
    m_waiting.push_back({text, hue, m_reasons.size()});
}

void ChipRow::addReason(const QString& text, WorkState state)
{
    m_reasons.push_back({{}, text, state});
}

void ChipRow::finish()
{
    if (m_waiting.empty())
        return put(QStringLiteral("–"));
    if (fittingCount() < std::min(m_waiting.size(), fewest))
        dropWords();
    const std::size_t shown = fittingCount();
    for (std::size_t i = 0; i < shown; ++i) {
        const Waiting& waiting = m_waiting[i];
        addChip(InstantChip::Kind::Waiting, waiting.text, waiting.hue);
        const bool isLast = i + 1 == shown || m_waiting[i + 1].group != waiting.group;
        if (!isLast || waiting.group >= m_reasons.size())
            continue;
        m_box.reasons.push_back(m_reasons[waiting.group]);
        m_box.reasons.back().rect = place(reasonStep(waiting.group));
    }
    if (shown < m_waiting.size())
        addChip(InstantChip::Kind::Plain, moreText(m_waiting.size() - shown), TaskId::None);
}

void ChipRow::fill(const QString& text, TaskId hue)
{
    const QString elided =
        elidedText(m_style.strong, text, Qt::ElideRight, room() - 2 * padding(m_style));
    m_box.chips.push_back(
        {InstantChip::Kind::Running, place(room() + betweenChips * m_style.unit), elided, hue});
}

bool ChipRow::canFill(const QString& text) const
{
    return textWidth(m_style.strong, text) <= room() - 2 * padding(m_style);
}

void ChipRow::put(const QString& text)
{
    addChip(InstantChip::Kind::Plain, text, TaskId::None);
}

double ChipRow::room() const
{
    return m_box.rect.right() - margin(m_style) - m_left;
}

/// A chip and the space after it.
double ChipRow::chipStep(const QString& text) const
{
    const double width = std::ceil(textWidth(m_style.strong, text)) + 2 * padding(m_style);
    return std::max(width, narrowestChip * m_style.unit) + betweenChips * m_style.unit;
}

double ChipRow::reasonStep(std::size_t group) const
{
    if (group >= m_reasons.size())
        return 0;
    const QString& text = m_reasons[group].text;
    const double word =
        text.isEmpty() ? 0
                       : beforeWord * m_style.unit + std::ceil(textWidth(m_style.small, text)) + 1;
    return (swatch + betweenChips) * m_style.unit + word + betweenReasons * m_style.unit;
}

double ChipRow::moreStep(std::size_t count) const
{
    return count == 0 ? 0 : chipStep(moreText(count));
}

/// How many of those who wait have room, with their reasons and the count of the others.
std::size_t ChipRow::fittingCount() const
{
    const double available = room() + betweenChips * m_style.unit;
    const std::size_t total = m_waiting.size();
    double used = 0;
    std::size_t fitting = 0;
    for (std::size_t i = 0; i < total && used <= available; ++i) {
        const bool isFirst = i == 0 || m_waiting[i - 1].group != m_waiting[i].group;
        used += chipStep(m_waiting[i].text) + (isFirst ? reasonStep(m_waiting[i].group) : 0);
        if (used + moreStep(total - i - 1) <= available)
            fitting = i + 1;
    }
    return fitting;
}

void ChipRow::dropWords()
{
    for (InstantReason& reason : m_reasons)
        reason.text.clear();
}

/// The next place for something that takes `step` with the space after it.
QRectF ChipRow::place(double step)
{
    const double top = m_box.captionRect.bottom() + 3 * m_style.unit;
    const double height = m_box.rect.bottom() - 5 * m_style.unit - top;
    const QRectF rect(m_left, top, step - betweenChips * m_style.unit, height);
    m_left += step;
    return rect;
}

void ChipRow::addChip(InstantChip::Kind kind, const QString& text, TaskId hue)
{
    const double step = std::min(chipStep(text), room() + betweenChips * m_style.unit);
    m_box.chips.push_back({kind, place(step), text, hue});
}

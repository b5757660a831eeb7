#include "app/timeline/panellayout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace {

constexpr double aboveStrips = 4;
constexpr double betweenStrips = 3;
constexpr double belowStrips = 8;

constexpr double aboveGhosts = 1;
constexpr double ghostShare = 0.34;  ///< of a bar's height
constexpr double lowestGhost = 3;
constexpr double moreForGhosts = 4;  ///< height of a row in which another run is drawn too

double spaced(double distance, const TimelineStyle& style)
{
    return distance * style.unit * style.spacing;
}

double stripsHeight(const TimelineStyle& style)
{
    return spaced(aboveStrips + betweenStrips + belowStrips, style) + 2 * style.strip;
}

double marginsHeight(std::size_t cards, const TimelineStyle& style)
{
    return 2 * style.margin + static_cast<double>(cards > 0 ? cards - 1 : 0) * style.gap;
}

}  // namespace

QRectF PanelLayout::rowRect(std::size_t row) const
{
    return {rows.left(), rows.top() + static_cast<double>(row) * rowPitch, rows.width(), rowPitch};
}

QRectF PanelLayout::barRect(std::size_t row) const
{
    const QRectF rect = rowRect(row);
    const double ghost = ghostHeight > 0 ? aboveGhosts + ghostHeight : 0;
    return {rect.left(), rect.top() + std::floor((rowPitch - barHeight - ghost) / 2), rect.width(),
            barHeight};
}

QRectF PanelLayout::ghostRect(std::size_t row) const
{
    const QRectF bar = barRect(row);
    return {bar.left(), bar.bottom() + aboveGhosts, bar.width(), ghostHeight};
}

int PanelLayout::rowAt(double y) const
{
    if (y < rows.top() || y >= rows.bottom() || rowPitch <= 0)
        return -1;
    return static_cast<int>((y - rows.top()) / rowPitch);
}

PlotSpan plotSpanIn(const QRectF& card, double labelWidth, const TimelineStyle& style)
{
    const double left = std::round(card.left() + style.padding + labelWidth + style.gap);
    const double right = std::floor(card.right() - style.padding);
    return {left, std::max(1.0, right - left)};
}

PanelLayout layOutPanel(const QRectF& card, std::size_t rows, double labelWidth,
                        const TimelineStyle& style)
{
    const PlotSpan span = plotSpanIn(card, labelWidth, style);
    const double rowsTop = std::round(card.top() + style.header);
    const double available = card.bottom() - rowsTop - stripsHeight(style);

    PanelLayout layout;
    layout.card = card;
    layout.header = QRectF(card.left() + style.padding, card.top(),
                           card.width() - 2 * style.padding - style.closer, style.header);
    layout.rowPitch = rows > 0 ? std::floor(available / static_cast<double>(rows)) : 0;
    layout.barHeight = std::max(1.0, std::round(layout.rowPitch * style.barShare));
    layout.rows =
        QRectF(span.left, rowsTop, span.width, layout.rowPitch * static_cast<double>(rows));
    const double strips = std::round(layout.rows.bottom() + spaced(aboveStrips, style));
    layout.inProgress = QRectF(span.left, strips, span.width, style.strip);
    layout.running =
        layout.inProgress.translated(0, std::round(style.strip + spaced(betweenStrips, style)));
    layout.plot = QRectF(layout.rows.topLeft(), layout.running.bottomRight());
    layout.labels = QRectF(card.left() + style.padding, rowsTop, labelWidth, layout.plot.height());
    return layout;
}

void makeRoomForGhosts(TimelineStyle& style)
{
    style.minRow += std::round(moreForGhosts * style.unit);
}

void makeRoomForGhosts(PanelLayout& layout)
{
    const double whole = layout.barHeight;
    layout.ghostHeight = std::max(lowestGhost, std::round(whole * ghostShare));
    layout.barHeight = std::max(1.0, whole - layout.ghostHeight - aboveGhosts);
}

double cardHeight(std::size_t rows, double rowPitch, const TimelineStyle& style)
{
    return std::ceil(style.header + static_cast<double>(rows) * rowPitch + stripsHeight(style));
}

double rowPitchFor(double available, const std::vector<std::size_t>& rowsOfCards,
                   const TimelineStyle& style)
{
    const auto rows = std::accumulate(rowsOfCards.begin(), rowsOfCards.end(), std::size_t{});
    const double others = stackHeight(0, rowsOfCards, style);
    const double pitch =
        std::floor((available - others) / static_cast<double>(std::max<std::size_t>(1, rows)));
    return std::clamp(pitch, style.minRow, style.maxRow);
}

TimelineStyle styleFor(double available, const std::vector<std::size_t>& rowsOfCards,
                       const TimelineStyle& style)
{
    const double comfortable = style.minRow + 2 * style.unit;
    return stackHeight(comfortable, rowsOfCards, style) <= available ? style : compact(style);
}

std::vector<QRectF> stackCards(double width, double rowPitch,
                               const std::vector<std::size_t>& rowsOfCards,
                               const TimelineStyle& style)
{
    std::vector<QRectF> cards;
    double top = style.margin;
    for (const std::size_t rows : rowsOfCards) {
        const double height = cardHeight(rows, rowPitch, style);
        cards.emplace_back(style.margin, top, std::max(1.0, width - 2 * style.margin), height);
        top += height + style.gap;
    }
    return cards;
}

double stackHeight(double rowPitch, const std::vector<std::size_t>& rowsOfCards,
                   const TimelineStyle& style)
{
    double height = marginsHeight(rowsOfCards.size(), style);
    for (const std::size_t rows : rowsOfCards)
        height += cardHeight(rows, rowPitch, style);
    return height;
}

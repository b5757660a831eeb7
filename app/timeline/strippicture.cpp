#include "app/timeline/strippicture.h"

#include "app/theme/contrast.h"
#include "app/theme/theme.h"
#include "app/timeline/cachedtext.h"
#include "app/timeline/timelinestyle.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <span>

namespace {

/// Counts that differ by less are drawn alike.
constexpr float alike = 0.004F;

struct StripColours {
    QColor fill;
    QColor edge;
};

StripColours coloursOf(StripPicture::Kind kind, const Theme& theme)
{
    if (kind == StripPicture::Kind::Running)
        return {theme.neutral, theme.neutral};
    return {mixed(theme.card, theme.neutral, 0.25), theme.neutral};
}

/// The area of a step; what is present is at least a pixel high.
QRectF areaOf(const StripStep& step, const StripPicture& strip, const QRectF& rect,
              double pixelsPerColumn)
{
    const double share = std::min(1.0, static_cast<double>(step.count) / strip.top);
    const double height = std::max(1.0, std::round(share * rect.height()));
    const double left = rect.left() + step.first * pixelsPerColumn;
    const double right = std::min(rect.right(), rect.left() + step.last * pixelsPerColumn);
    return {left, rect.bottom() - height, right - left, height};
}

/// Where the number of a step goes: in its area, or above where that is low; empty for no room.
QRectF numberRoom(const QRectF& area, const QRectF& rect, double needed)
{
    if (area.height() >= needed)
        return area;
    const QRectF above(area.left(), rect.top(), area.width(), area.top() - rect.top());
    return above.height() >= needed ? above : QRectF();
}

void paintNumber(QPainter& painter, const StripStep& step, const QRectF& area, const QRectF& rect,
                 const QColor& onArea, const QColor& onCard)
{
    const auto whole = std::round(step.count);
    constexpr double narrowest = 12;  // of any number; sorts most steps out soonest
    if (area.width() < narrowest || std::abs(step.count - whole) > 0.05F)
        return;
    const QString text = QLocale().toString(static_cast<int>(whole));
    const QFontMetricsF metrics(painter.font());
    const QRectF room = numberRoom(area, rect, metrics.capHeight() + 1);
    if (room.isEmpty() || area.width() < textWidth(painter.font(), text) + 8)
        return;
    painter.setPen(room == area ? onArea : onCard);
    painter.drawText(QPointF(room.left() + 4, room.center().y() + metrics.capHeight() / 2), text);
}

/// Those that the clip leaves any of.
std::span<const StripStep> stepsToPaint(const QPainter& painter, const StripPicture& strip,
                                        const QRectF& rect, double pixelsPerColumn)
{
    if (!painter.hasClipping())
        return strip.steps;
    const double column = (painter.clipBoundingRect().left() - rect.left()) / pixelsPerColumn;
    return {std::ranges::lower_bound(strip.steps, column, {}, &StripStep::last), strip.steps.end()};
}

void paintLine(QPainter& painter, double y, const QRectF& rect, const Theme& theme)
{
    QPen pen(theme.mutedText, 1, Qt::CustomDashLine);
    pen.setDashPattern({3, 4});
    painter.setPen(pen);
    painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));
}

/// The count of a column; where it lies between those of its neighbours, an edge, the nearer one.
float sharpened(const std::vector<float>& counts, std::size_t i)
{
    const float before = i > 0 ? counts[i - 1] : counts[i];
    const float after = i + 1 < counts.size() ? counts[i + 1] : counts[i];
    const auto [low, high] = std::minmax({before, after});
    if (counts[i] <= low || counts[i] >= high)
        return counts[i];
    return counts[i] - low < high - counts[i] ? low : high;
}

}  // namespace

std::vector<float> columnMeans(const Profile& profile, const Columns& columns)
{
    std::vector<float> means(static_cast<std::size_t>(columns.count()));
    auto step = std::ranges::upper_bound(profile, columns.visible().start, {}, &Step::time);
    int count = step == profile.begin() ? 0 : std::prev(step)->count;
    for (int c = 0; c < columns.count(); ++c) {
        const TimeRange range = columns.rangeOf(c);
        if (step == profile.end() || step->time >= range.end) {
            means[static_cast<std::size_t>(c)] = static_cast<float>(count);
            continue;
        }
        double sum = 0;
        Nanoseconds from = range.start;
        for (; step != profile.end() && step->time < range.end; ++step) {
            sum += count * static_cast<double>((step->time - from).count());
            from = step->time;
            count = step->count;
        }
        sum += count * static_cast<double>((range.end - from).count());
        const auto length = static_cast<double>(range.length().count());
        means[static_cast<std::size_t>(c)] = static_cast<float>(length > 0 ? sum / length : count);
    }
    return means;
}

std::vector<StripStep> stepsOf(const std::vector<float>& counts)
{
    std::vector<StripStep> steps;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const int column = static_cast<int>(i);
        const float count = sharpened(counts, i);
        if (count < alike)
            continue;
        if (!steps.empty() && steps.back().last == column &&
            std::abs(steps.back().count - count) < alike)
            steps.back().last = column + 1;
        else
            steps.push_back({column, column + 1, count});
    }
    return steps;
}

void paintStrip(QPainter& painter, const StripPicture& strip, const QRectF& rect,
                double pixelsPerColumn, const Theme& theme, const TimelineStyle& style)
{
    const StripColours colours = coloursOf(strip.kind, theme);
    painter.fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), 1), theme.grid);
    const std::span steps = stepsToPaint(painter, strip, rect, pixelsPerColumn);
    for (const StripStep& step : steps) {
        const QRectF area = areaOf(step, strip, rect, pixelsPerColumn);
        painter.fillRect(area, colours.fill);
        painter.fillRect(QRectF(area.left(), area.top(), area.width(), 1), colours.edge);
    }
    painter.setFont(style.small);
    const QColor onArea = textOn(colours.fill);
    for (const StripStep& step : steps)
        paintNumber(painter, step, areaOf(step, strip, rect, pixelsPerColumn), rect, onArea,
                    theme.text);
    if (strip.line > 0 && strip.line <= strip.top) {
        const double y = rect.bottom() - std::round(strip.line / strip.top * rect.height());
        paintLine(painter, std::max(rect.top(), y) + 0.5, rect, theme);
    }
}

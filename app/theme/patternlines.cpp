#include "app/theme/patternlines.h"

#include <algorithm>
#include <cmath>

namespace {

/// From one line of a pair to the other, along x.
constexpr double betweenPair = 2.5;

/// Calls `visit` with each multiple of the pitch, plus `offset`, in [low, high).
template <typename Visit>
void forEachStep(double low, double high, double offset, Visit visit)
{
    const double pitch = patternPitch;
    for (double at = std::ceil((low - offset) / pitch) * pitch + offset; at < high; at += pitch)
        visit(at);
}

/// Lines x + y = k × pitch, cut to `rect`.
void addRising(std::vector<QLineF>& lines, const QRectF& rect)
{
    forEachStep(rect.left() + rect.top(), rect.right() + rect.bottom(), 0, [&](double sum) {
        const double x0 = std::max(rect.left(), sum - rect.bottom());
        const double x1 = std::min(rect.right(), sum - rect.top());
        lines.emplace_back(x0, sum - x0, x1, sum - x1);
    });
}

/// Lines x − y = k × pitch + offset, cut to `rect`.
void addFalling(std::vector<QLineF>& lines, const QRectF& rect, double offset)
{
    const double low = rect.left() - rect.bottom();
    forEachStep(low, rect.right() - rect.top(), offset, [&](double difference) {
        const double x0 = std::max(rect.left(), difference + rect.top());
        const double x1 = std::min(rect.right(), difference + rect.bottom());
        lines.emplace_back(x0, x0 - difference, x1, x1 - difference);
    });
}

/// A line at half height; dashes lie on the grid.
void addMiddle(std::vector<QLineF>& lines, const QRectF& rect, Pattern pattern)
{
    const double y = rect.center().y();
    if (pattern != Pattern::Dashes) {
        lines.emplace_back(rect.left(), y, rect.right(), y);
        return;
    }
    forEachStep(rect.left() - patternPitch, rect.right(), 0, [&](double x) {
        const double from = std::max(x, rect.left());
        const double to = std::min(x + patternPitch / 2.0, rect.right());
        if (from < to)
            lines.emplace_back(from, y, to, y);
    });
}

}  // namespace

double patternLineWidth(Pattern pattern, double height) noexcept
{
    constexpr double dashes = 4;
    constexpr double band = 6;
    if (pattern == Pattern::Dashes)
        return std::clamp(height / 3, 1.0, dashes);
    return pattern == Pattern::Band ? std::clamp(height / 3, 1.0, band) : 1;
}

std::vector<QLineF> patternLines(const QRectF& rect, Pattern pattern)
{
    std::vector<QLineF> lines;
    if (pattern == Pattern::Hatch || pattern == Pattern::CrossHatch)
        addRising(lines, rect);
    if (pattern == Pattern::CrossHatch || pattern == Pattern::BackHatch)
        addFalling(lines, rect, 0);
    if (pattern == Pattern::BackHatch)
        addFalling(lines, rect, betweenPair);
    if (pattern == Pattern::ThinLine || pattern == Pattern::Dashes || pattern == Pattern::Band)
        addMiddle(lines, rect, pattern);
    if (pattern == Pattern::Rows)
        forEachStep(rect.top(), rect.bottom(), patternPitch / 2.0,
                    [&](double y) { lines.emplace_back(rect.left(), y, rect.right(), y); });
    if (pattern == Pattern::Columns)
        forEachStep(rect.left(), rect.right(), patternPitch / 2.0,
                    [&](double x) { lines.emplace_back(x, rect.top(), x, rect.bottom()); });
    return lines;
}

std::vector<QPointF> patternDots(const QRectF& rect)
{
    std::vector<QPointF> dots;
    forEachStep(rect.top(), rect.bottom(), patternPitch / 2.0, [&](double y) {
        forEachStep(rect.left(), rect.right(), patternPitch / 2.0,
                    [&](double x) { dots.emplace_back(x, y); });
    });
    return dots;
}

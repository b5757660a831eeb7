#include "app/study/studylook.h"

#include "app/theme/theme.h"

#include <array>

namespace {

constexpr double curveWidth = 2;
constexpr double lawWidth = 1.5;

}  // namespace

QColor colourOf(WorkerKind kind, const Theme& theme)
{
    return theme.taskHues[static_cast<std::size_t>(kind)];
}

QScatterSeries::MarkerShape shapeOf(WorkerKind kind)
{
    constexpr std::array shapes{
        QScatterSeries::MarkerShapeCircle, QScatterSeries::MarkerShapeRectangle,
        QScatterSeries::MarkerShapeTriangle, QScatterSeries::MarkerShapeRotatedRectangle};
    return shapes[static_cast<std::size_t>(kind)];
}

QPen measuredPen(WorkerKind kind, const Theme& theme)
{
    return {colourOf(kind, theme), curveWidth};
}

QPen fittedPen(WorkerKind kind, const Theme& theme)
{
    return {colourOf(kind, theme), lawWidth, Qt::DashLine};
}

QPen idealPen(const Theme& theme)
{
    return {theme.mutedText, lawWidth, Qt::DotLine};
}

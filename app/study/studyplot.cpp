#include "app/study/studyplot.h"

#include <algorithm>
#include <cmath>

namespace {

constexpr double nanosecondsPerMillisecond = 1e6;
constexpr double percent = 100;
constexpr double shiftBetweenKinds = 0.1;  ///< workers

/// The figure of a point in the chart's unit.
std::optional<Estimate> estimateOf(const StudyPoint& point, StudyFigure figure)
{
    const auto scaled = [](const Estimate& estimate, double factor) {
        return Estimate{estimate.value * factor, estimate.low * factor, estimate.high * factor};
    };
    switch (figure) {
    case StudyFigure::Time:
        return scaled(point.wall, 1 / nanosecondsPerMillisecond);
    case StudyFigure::Speedup:
        return point.speedup;
    case StudyFigure::Efficiency:
        break;
    }
    return point.efficiency ? std::optional(scaled(*point.efficiency, percent)) : std::nullopt;
}

/// What a speedup would make of the figure.
std::optional<double> figureAt(const StudyPoint& point, double speedup, StudyFigure figure)
{
    const auto estimate = estimateOf(point, figure);
    if (!estimate || !point.speedup)
        return std::nullopt;
    const double factor = speedup / point.speedup->value;
    return figure == StudyFigure::Time ? estimate->value / factor : estimate->value * factor;
}

/// `shift` keeps kinds that are equal beside each other.
PlotCurve curveOf(const StudyCurve& curve, double shift, StudyFigure figure)
{
    PlotCurve plot{.with = curve.with};
    for (const StudyPoint& point : curve.points) {
        const auto estimate = estimateOf(point, figure);
        if (!estimate)
            continue;
        const double x = point.workers + shift;
        plot.measured.append({x, estimate->value});
        if (estimate->width() > 0)
            plot.whiskers.push_back({x, estimate->low, estimate->high});
        if (const auto fitted =
                point.fitted ? figureAt(point, *point.fitted, figure) : std::nullopt)
            plot.fitted.append({x, *fitted});
    }
    return plot;
}

/// Only the speedup has an ideal that all kinds share.
QList<QPointF> idealOf(const Study& study, StudyFigure figure)
{
    QList<QPointF> best;
    if (figure != StudyFigure::Speedup)
        return best;
    for (const StudyCurve& curve : study.curves) {
        QList<QPointF> points;
        for (const StudyPoint& point : curve.points)
            points.append({static_cast<double>(point.workers), point.ideal});
        if (best.isEmpty() || points.last().y() > best.last().y())
            best = points;
    }
    return best;
}

void measure(StudyPlot& plot)
{
    const auto include = [&](double workers, double value) {
        plot.mostWorkers = std::max(plot.mostWorkers, workers);
        plot.highest = std::max(plot.highest, value);
    };
    for (const PlotCurve& curve : plot.curves) {
        for (const QPointF& point : curve.measured + curve.fitted)
            include(point.x(), point.y());
        for (const Whisker& whisker : curve.whiskers)
            include(whisker.workers, whisker.high);
    }
    for (const QPointF& point : plot.ideal)
        include(point.x(), point.y());
}

}  // namespace

StudyPlot plotOf(const Study& study, StudyFigure figure)
{
    StudyPlot plot;
    const double middle = (static_cast<double>(study.curves.size()) - 1) / 2;
    for (std::size_t i = 0; i < study.curves.size(); ++i)
        plot.curves.push_back(curveOf(
            study.curves[i], (static_cast<double>(i) - middle) * shiftBetweenKinds, figure));
    plot.ideal = idealOf(study, figure);
    measure(plot);
    return plot;
}

double roundStep(double step)
{
    const double power = std::pow(10.0, std::floor(std::log10(step)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (step <= factor * power)
            return factor * power;
    }
    return 10 * power;
}

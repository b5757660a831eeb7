#pragma once

#include "core/analysis/study.h"

#include <QList>
#include <QPointF>
#include <QString>

#include <vector>

// What the charts of a study draw, before anything is drawn.

/// What a chart shows over the number of workers.
enum class StudyFigure { Time, Speedup, Efficiency };

/// The vertical line that shows an interval.
struct Whisker {
    double workers = 0;
    double low = 0;
    double high = 0;
    bool operator==(const Whisker&) const = default;
};

/// One kind of worker in one chart. Times are milliseconds, efficiencies percent.
struct PlotCurve {
    WorkerKind with = WorkerKind::Threads;
    QList<QPointF> measured{};
    QList<QPointF> fitted{};  ///< by Amdahl's law; empty where there is no fit
    std::vector<Whisker> whiskers{};
};

/// A chart's content.
struct StudyPlot {
    std::vector<PlotCurve> curves;
    QList<QPointF> ideal;  ///< of the kind that could gain the most
    double mostWorkers = 1;
    double highest = 0;  ///< of all that is drawn
};

/// The figure's curves. Those of several kinds are a little beside each other. What is not known
/// has no point; one worker's speedup has no whisker.
[[nodiscard]] StudyPlot plotOf(const Study& study, StudyFigure figure);

/// The smallest of 1, 2, 5, 10, 20 … that is at least `step`, which is above 0.
[[nodiscard]] double roundStep(double step);

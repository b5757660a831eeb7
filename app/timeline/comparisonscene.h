#pragma once

#include "app/timeline/bookmarkpicture.h"
#include "app/timeline/comparisonsight.h"
#include "app/timeline/legendpicture.h"
#include "app/timeline/panelpicture.h"

#include <QSizeF>

class QPainter;
struct Comparison;
struct Theme;

/// A whole comparison outside a window, computed and ready to be painted.
struct ComparisonScene {
    QSizeF size;
    TimelineStyle style;
    QString title;  ///< the experiment
    QString machine;
    QRectF titleRect;
    TimeRange visible;
    std::vector<PanelPicture> panels;
    std::vector<std::vector<BookmarkFlag>> flags;  ///< in each of the panels
    PlotSpan span;
    QRectF axis;
    LegendLayout legend;
    ColourBy legendColours = ColourBy::Task;
    QPointF legendCorner;
};

/// Lays out the runs of `comparison` that `sight` names in `least`, or in more height where they
/// need it. `columnsPerPixel` is the resolution of what is drawn column by column.
[[nodiscard]] ComparisonScene sceneOf(const Comparison& comparison, const ComparisonSight& sight,
                                      QSizeF least, double columnsPerPixel,
                                      const TimelineStyle& style);

void paintScene(QPainter& painter, const ComparisonScene& scene, const Theme& theme);

/// "4 tasks of 60.0 ms · compute", "35 tasks of download", "2 tasks of append, 1,000,000 items
/// each"
[[nodiscard]] QString experimentText(const Experiment& experiment);

/// What was run: the experiment, or the command line of an observed program.
[[nodiscard]] QString subjectText(const RunStart& start);

/// "Intel Core i5 · 2 cores"
[[nodiscard]] QString machineText(const Machine& machine);

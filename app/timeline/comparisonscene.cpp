#include "app/timeline/comparisonscene.h"

#include "app/theme/theme.h"
#include "app/timeline/coordinates.h"
#include "app/timeline/plantext.h"
#include "app/timeline/timelinewords.h"
#include "app/timeline/timetext.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

/// What a panel is made from.
struct PreparedRun {
    const Recording* recording = nullptr;  ///< borrowed
    PanelModel model;
    PanelText text;

    [[nodiscard]] RowSource source() const { return {*recording, model, RowsBy::Tasks}; }
};

std::vector<PreparedRun> prepared(const Comparison& comparison)
{
    std::vector<PreparedRun> runs(comparison.runs.size());
    for (std::size_t i = 0; i < runs.size(); ++i) {
        runs[i].recording = &comparison.runs[i];
        runs[i].model.update(comparison.runs[i]);
        runs[i].text = textOf(comparison, i, runs[i].model.judgement(), Feed::Ended);
    }
    return runs;
}

double titleHeight(const TimelineStyle& style)
{
    return std::round(40 * style.unit);
}

void placeLegend(ComparisonScene& scene, const Comparison& comparison, const TimelineStyle& style)
{
    LegendUse use;
    for (const PanelPicture& panel : scene.panels)
        use.add(panel.use);
    const double left = style.margin + style.padding;
    scene.legend =
        layOutLegend(use, provenanceOf(comparison), scene.size.width() - 2 * left, style);
    scene.legendCorner = {left, scene.axis.bottom()};
    scene.size.setHeight(
        std::max(scene.size.height(), scene.axis.bottom() + scene.legend.height + style.margin));
}

}  // namespace

ComparisonScene sceneOf(const Comparison& comparison, QSizeF least, double columnsPerPixel,
                        const TimelineStyle& style)
{
    const std::vector<PreparedRun> runs = prepared(comparison);
    std::vector<std::size_t> rows;
    Nanoseconds end{};
    double labels = 0;
    for (const PreparedRun& run : runs) {
        rows.push_back(groupRows(run.source().count()).size());
        end = std::max(end, run.recording->wall());
        labels = std::max(labels, labelWidthFor(run.source(), style));
    }
    const double top = titleHeight(style);
    const double legendRoom = 2 * 22 * style.unit + style.margin;
    const double pitch = rowPitchFor(least.height() - top - style.axis - legendRoom, rows, style);

    ComparisonScene scene;
    scene.size = least;
    scene.visible = fittingRange(end);
    scene.machine = machineText(comparison.machine);
    if (!comparison.runs.empty())
        scene.title = experimentText(comparison.runs.front().start.experiment);
    const double left = style.margin + style.padding;
    scene.titleRect = QRectF(left, 0, least.width() - 2 * left, top).adjusted(0, 6, 0, 6);
    const PanelView view{scene.visible, ColourBy::Task, columnsPerPixel};
    const auto cards = stackCards(least.width(), pitch, rows, style);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto layout = layOutPanel(cards[i].translated(0, top), rows[i], labels, style);
        scene.panels.push_back(pictureOfPanel(runs[i].source(), runs[i].text, layout, view, style));
    }
    const QRectF anyCard(style.margin, 0, least.width() - 2 * style.margin, 1);
    scene.span = plotSpanIn(anyCard, labels, style);
    scene.axis = QRectF(0, top + stackHeight(pitch, rows, style) - style.margin + style.gap / 2,
                        least.width(), style.axis);
    placeLegend(scene, comparison, style);
    return scene;
}

void paintScene(QPainter& painter, const ComparisonScene& scene, const Theme& theme,
                const TimelineStyle& style)
{
    painter.fillRect(QRectF(QPointF(), scene.size), theme.ground);
    const QFontMetricsF metrics(style.title);
    const double title = metrics.horizontalAdvance(scene.title);
    painter.setFont(style.title);
    painter.setPen(theme.text);
    painter.drawText(scene.titleRect, Qt::AlignLeft | Qt::AlignVCenter, scene.title);
    const double room = scene.titleRect.width() - title - 2 * style.gap;
    painter.setFont(style.detail);
    painter.setPen(theme.mutedText);
    painter.drawText(scene.titleRect, Qt::AlignRight | Qt::AlignVCenter,
                     QFontMetricsF(style.detail).elidedText(scene.machine, Qt::ElideRight, room));
    for (const PanelPicture& panel : scene.panels)
        paintPanel(painter, panel, theme, style);
    paintAxis(painter, scene.axis, scene.span, scene.visible, {}, theme, style);
    painter.save();
    painter.translate(scene.legendCorner);
    paintLegend(painter, scene.legend, ColourBy::Task, theme, style);
    painter.restore();
}

QString experimentText(const Experiment& experiment)
{
    const QString tasks = experiment.tasks == 1
                              ? TimelineWords::tr("1 task")
                              : TimelineWords::tr("%n tasks", nullptr, experiment.tasks);
    return TimelineWords::tr("%1 of %2 · %3", "4 tasks of 60 ms · compute")
        .arg(tasks, durationText(experiment.taskLength),
             QString::fromStdString(experiment.workload.substr(0, 60)));
}

QString machineText(const Machine& machine)
{
    const QString model = QString::fromStdString(machine.model).simplified();
    const QString cores = coresText(machine.cores);
    return model.isEmpty() ? cores : model + QStringLiteral(" · ") + cores;
}

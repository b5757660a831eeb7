#include "app/timeline/comparisonscene.h"

#include "app/theme/theme.h"
#include "app/timeline/coordinates.h"
#include "app/timeline/differencetext.h"
#include "app/timeline/ghostpicture.h"
#include "app/timeline/paintpanel.h"
#include "app/timeline/plantext.h"
#include "app/timeline/timelinewords.h"
#include "app/timeline/timetext.h"
#include "core/model/workloadtraits.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

/// What a panel is made from.
struct PreparedRun {
    const Recording* recording = nullptr;  ///< borrowed
    int machineCores = 1;
    PanelModel model;
    PanelText text;
    RowsBy rows = RowsBy::Tasks;
    std::optional<RowGroup> opened{};
    const SeenGhost* ghost = nullptr;  ///< borrowed; null for none
    PanelModel modelOfGhost;

    [[nodiscard]] RowSource source() const
    {
        RowSource source{*recording, model, rowsFor(*recording, rows), machineCores};
        source.opened = opened;
        return source;
    }
    [[nodiscard]] RowSource sourceOfGhost() const
    {
        return {ghost->recording, modelOfGhost, rowsFor(ghost->recording, rows),
                ghost->machineCores};
    }
};

/// All runs, and what their panels must agree on.
struct Preparation {
    std::vector<PreparedRun> runs;
    std::vector<std::size_t> rows;
    double labelWidth = 0;
};

void takeGhost(PreparedRun& run, const std::optional<SeenGhost>& ghost)
{
    if (!ghost)
        return;
    run.ghost = &*ghost;
    run.modelOfGhost.update(ghost->recording, run.rows);
    addDifference(run.text, differenceTextOf(ghost->recording, *run.recording));
}

Preparation prepare(const Comparison& comparison, const ComparisonSight& sight,
                    const TimelineStyle& style)
{
    Preparation all;
    all.runs.resize(sight.runs.size());
    for (std::size_t i = 0; i < all.runs.size(); ++i) {
        const std::size_t index = sight.runs[i];
        PreparedRun& run = all.runs[i];
        run.recording = &comparison.runs[index];
        run.rows = sight.rows;
        run.machineCores = comparison.machine.cores;
        run.model.update(*run.recording, sight.rows);
        run.text = textOf(comparison, index, run.model.judgement(), Feed::Ended);
        if (i < sight.opened.size())
            run.opened = sight.opened[i];
        if (i < sight.ghosts.size())
            takeGhost(run, sight.ghosts[i]);
        all.rows.push_back(run.source().groups().size());
        all.labelWidth = std::max(all.labelWidth, labelWidthFor(run.source(), style));
    }
    return all;
}

double titleHeight(const TimelineStyle& style)
{
    return std::round(40 * style.unit);
}

void placeTitle(ComparisonScene& scene, const Comparison& comparison)
{
    const TimelineStyle& style = scene.style;
    const double left = style.margin + style.padding;
    scene.titleRect =
        QRectF(left, std::round(6 * style.unit), scene.size.width() - 2 * left, titleHeight(style));
    scene.machine = machineText(comparison.machine);
    if (!comparison.runs.empty())
        scene.title = subjectText(comparison.runs.front().start);
}

PanelPicture pictureOf(const PreparedRun& run, PanelLayout layout, const PanelView& view,
                       const TimelineStyle& style)
{
    if (run.ghost)
        makeRoomForGhosts(layout);
    PanelPicture picture = pictureOfPanel(run.source(), run.text, layout, view, style);
    if (run.ghost)
        addGhost(picture, run.source(), run.sourceOfGhost(), run.ghost->name, view);
    return picture;
}

/// The bookmarks of a run in a plot over `span`.
std::vector<BookmarkFlag> flagsOf(std::size_t run, const ComparisonSight& sight, PlotSpan span)
{
    std::vector<BookmarkFlag> flags;
    for (const Bookmark& bookmark : sight.bookmarks) {
        if (bookmark.run == static_cast<RunId>(run))
            flags.push_back({span.left + timeToPixel(bookmark.time, sight.visible, span.width),
                             QString::fromStdString(bookmark.note)});
    }
    std::ranges::sort(flags, {}, &BookmarkFlag::x);
    return flags;
}

/// The cards below the title, then the axis.
void placePanels(ComparisonScene& scene, const Preparation& all, const ComparisonSight& sight,
                 double available, double columnsPerPixel)
{
    const TimelineStyle& style = scene.style;
    const double width = scene.size.width();
    const double pitch = rowPitchFor(available, all.rows, style);
    const double top = scene.titleRect.height();
    const auto cards = stackCards(width, pitch, all.rows, style);
    scene.span = plotSpanIn({style.margin, 0, width - 2 * style.margin, 1}, all.labelWidth, style);
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const auto layout =
            layOutPanel(cards[i].translated(0, top), all.rows[i], all.labelWidth, style);
        const PanelView view{scene.visible, sight.colourByOf(*all.runs[i].recording),
                             columnsPerPixel};
        scene.panels.push_back(pictureOf(all.runs[i], layout, view, style));
        scene.flags.push_back(flagsOf(sight.runs[i], sight, scene.span));
    }
    const double bottom = top + stackHeight(pitch, all.rows, style) - style.margin;
    scene.axis = QRectF(0, bottom + 4 * style.unit, width, style.axis);
}

void placeLegend(ComparisonScene& scene, const Comparison& comparison, const ComparisonSight& sight)
{
    const TimelineStyle& style = scene.style;
    LegendUse use;
    for (const PanelPicture& panel : scene.panels)
        use.add(panel.use);
    if (!sight.runs.empty())
        scene.legendColours = sight.colourByOf(comparison.runs[sight.runs.front()]);
    const double left = style.margin + style.padding;
    scene.legend =
        layOutLegend(use, provenanceOf(comparison), scene.size.width() - 2 * left, style);
    scene.legendCorner = {left, scene.axis.bottom()};
    scene.size.setHeight(
        std::max(scene.size.height(), scene.axis.bottom() + scene.legend.height + style.margin));
}

void paintPanels(QPainter& painter, const ComparisonScene& scene, const Theme& theme)
{
    for (std::size_t i = 0; i < scene.panels.size(); ++i) {
        paintPanel(painter, scene.panels[i], theme, scene.style);
        paintBookmarks(painter, scene.panels[i].layout, scene.flags[i], theme, scene.style);
    }
}

}  // namespace

ComparisonScene sceneOf(const Comparison& comparison, const ComparisonSight& sight, QSizeF least,
                        double columnsPerPixel, const TimelineStyle& style)
{
    const Preparation all = prepare(comparison, sight, style);
    ComparisonScene scene;
    scene.size = least;
    scene.style = style;
    scene.visible = sight.visible;
    const double legendRoom = 2 * 22 * style.unit + style.margin;
    const double available = least.height() - titleHeight(style) - style.axis - legendRoom;
    TimelineStyle usual = style;
    if (std::ranges::any_of(all.runs, [](const PreparedRun& run) { return run.ghost; }))
        makeRoomForGhosts(usual);
    scene.style = styleFor(available, all.rows, usual);
    placeTitle(scene, comparison);
    placePanels(scene, all, sight, available, columnsPerPixel);
    placeLegend(scene, comparison, sight);
    return scene;
}

void paintScene(QPainter& painter, const ComparisonScene& scene, const Theme& theme)
{
    const TimelineStyle& style = scene.style;
    painter.fillRect(QRectF(QPointF(), scene.size), theme.ground);
    const double title = QFontMetricsF(style.title).horizontalAdvance(scene.title);
    painter.setFont(style.title);
    painter.setPen(theme.text);
    painter.drawText(scene.titleRect, Qt::AlignLeft | Qt::AlignVCenter, scene.title);
    const double room = scene.titleRect.width() - title - 2 * style.gap;
    painter.setFont(style.detail);
    painter.setPen(theme.mutedText);
    painter.drawText(scene.titleRect, Qt::AlignRight | Qt::AlignVCenter,
                     QFontMetricsF(style.detail).elidedText(scene.machine, Qt::ElideRight, room));
    paintPanels(painter, scene, theme);
    paintAxis(painter, scene.axis, scene.span, scene.visible, {}, theme, style);
    painter.save();
    painter.translate(scene.legendCorner);
    paintLegend(painter, scene.legend, scene.legendColours, theme, style);
    painter.restore();
}

QString experimentText(const Experiment& experiment)
{
    const QString name = QString::fromStdString(experiment.workload.substr(0, 60)).simplified();
    const WorkloadTraits* const traits = workloadTraitsOf(experiment.workload);
    const QString tasks = experiment.tasks == 1
                              ? TimelineWords::tr("1 task")
                              : TimelineWords::tr("%n tasks", nullptr, experiment.tasks);
    if (traits && traits->takesLength)
        return TimelineWords::tr("%1 of %2 · %3", "4 tasks of 60 ms · compute")
            .arg(tasks, durationText(experiment.taskLength), name);
    const QString text = TimelineWords::tr("%1 of %2", "35 tasks of download").arg(tasks, name);
    if (!traits || !traits->has(Setting::Items))
        return text;
    const QString items =
        QLocale().toString(static_cast<qlonglong>(experiment.settings[Setting::Items]));
    return (experiment.tasks == 1
                ? TimelineWords::tr("%1, %2 items", "1 task of append, 1,000,000 items")
                : TimelineWords::tr("%1, %2 items each", "2 tasks of append, 1,000,000 items each"))
        .arg(text, items);
}

QString subjectText(const RunStart& start)
{
    constexpr qsizetype longest = 100;
    return start.isObserved() ? commandText(start.command, longest)
                              : experimentText(start.experiment);
}

QString machineText(const Machine& machine)
{
    const QString model = QString::fromStdString(machine.model).simplified();
    const QString cores = coresText(machine.cores);
    return model.isEmpty() ? cores : model + QStringLiteral(" · ") + cores;
}

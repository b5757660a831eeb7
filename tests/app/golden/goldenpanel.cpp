#include "tests/app/golden/goldenpanel.h"

#include "app/timeline/bookmarks.h"
#include "app/timeline/comparisonscene.h"
#include "app/timeline/coordinates.h"
#include "app/timeline/panelwidget.h"
#include "app/timeline/viewport.h"
#include "tests/app/golden/blankfont.h"

#include <QPainter>

namespace {

constexpr int deskWidth = 720;
constexpr int wallWidth = 1040;
constexpr QSizeF wall(1920, 1080);
constexpr double deskRow = 24;
/// Left of the plot, where labels are cut off.
constexpr double labelWidth = 60;
/// Between the labels and the plot, where brackets are.
constexpr double bracketWidth = 8;

TimelineSettings settingsFor(const GoldenView& view)
{
    TimelineSettings settings;
    settings.rows = view.rows;
    settings.colourBy = settings.observedColourBy = view.colourBy;
    settings.feed = view.feed;
    settings.theme = view.isProjected ? projected(view.theme) : view.theme;
    settings.style = view.isProjected ? projectorStyle(blankFont(13), wall)
                                      : timelineStyle(blankFont(13), settings.theme.outlineWidth);
    settings.labelWidth = labelWidth;
    return settings;
}

QSize sizeFor(const PanelWidget& panel, const TimelineStyle& style)
{
    const double row = style.isProjected ? style.minRow : deskRow;
    return {style.isProjected ? wallWidth : deskWidth,
            static_cast<int>(cardHeight(panel.rows(), row, style))};
}

QRect plotIn(const PanelLayout& layout)
{
    return layout.plot.adjusted(-bracketWidth, 0, 0, 0).toAlignedRect();
}

/// Points and selects as a user would.
void handle(PanelWidget& panel, const GoldenView& view)
{
    panel.viewport().select(view.selection);
    if (!view.pointedAt)
        return;
    const auto [row, time] = *view.pointedAt;
    const PanelLayout layout = panel.geometryOfParts();
    const double x = timeToPixel(time, panel.viewport().visible(), layout.plot.width());
    panel.pointAt({layout.plot.left() + x, layout.barRect(row).center().y()});
}

}  // namespace

QImage panelPicture(const Comparison& comparison, std::size_t run, const GoldenView& view)
{
    const Recording& recording = comparison.runs[run];
    const TimelineSettings settings = settingsFor(view);
    Viewport viewport;
    viewport.setContentEnd(recording.span().end - recording.start.origin);
    PanelWidget panel(settings, viewport, nullptr);
    panel.setRun(&comparison, run);
    panel.resize(sizeFor(panel, settings.style));
    Comparison before;
    if (view.ghost) {
        before.runs = {*view.ghost};
        panel.setGhost(GhostRef{&before, 0, {}});
        panel.refresh();
    }
    if (view.visible)
        viewport.zoomTo(*view.visible);
    Bookmarks bookmarks;
    for (const Nanoseconds time : view.bookmarks)
        bookmarks.add(panel.runId(), time);
    panel.setBookmarks(&bookmarks);
    handle(panel, view);
    return panel.grab().toImage().copy(plotIn(panel.geometryOfParts()));
}

QImage comparisonPicture(const Comparison& comparison, const Theme& theme)
{
    const TimelineStyle style = timelineStyle(blankFont(13), theme.outlineWidth);
    const ComparisonScene scene =
        sceneOf(comparison, wholeOf(comparison), {deskWidth, 560}, 1, style);
    QImage whole(scene.size.toSize(), QImage::Format_RGB32);
    QPainter painter(&whole);
    paintScene(painter, scene, theme);
    painter.end();
    int height = 0;
    for (const PanelPicture& panel : scene.panels)
        height += plotIn(panel.layout).height();
    QImage plots(plotIn(scene.panels.front().layout).width(), height, QImage::Format_RGB32);
    QPainter joiner(&plots);
    int top = 0;
    for (const PanelPicture& panel : scene.panels) {
        const QRect plot = plotIn(panel.layout);
        joiner.drawImage(QPoint(0, top), whole, plot);
        top += plot.height();
    }
    return plots;
}

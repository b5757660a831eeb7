#include "app/timeline/panelpicture.h"

#include "app/timeline/cachedtext.h"
#include "app/timeline/runningcolumns.h"
#include "app/timeline/timelinewords.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace {

/// Counts up to this share a scale, so that the strips can be compared by eye.
constexpr double largestSharedScale = 16;

/// A label that needs more, as names of programs may, is cut in its middle.
constexpr double widestLabel = 190;

QString stripLabel(StripPicture::Kind kind)
{
    return kind == StripPicture::Kind::InProgress ? TimelineWords::tr("in progress")
                                                  : TimelineWords::tr("running");
}

StripPicture stripOf(StripPicture::Kind kind, const std::vector<float>& counts)
{
    StripPicture strip{.kind = kind, .label = stripLabel(kind), .steps = stepsOf(counts)};
    for (const StripStep& step : strip.steps)
        strip.top = std::max(strip.top, std::ceil(static_cast<double>(step.count) - 0.01));
    return strip;
}

/// Gives the strips their scales: one for both unless that would flatten the lower.
void scaleStrips(PanelPicture& picture, const RowSource& source)
{
    const int planned = source.hasTasks() ? source.recording.start.plan.inProgress : 0;
    picture.inProgress.top = std::max<double>(picture.inProgress.top, planned);
    picture.running.top = std::max<double>(picture.running.top, source.usableCores());
    picture.running.line = source.usableCores();
    const double both = std::max(picture.inProgress.top, picture.running.top);
    if (both <= largestSharedScale)
        picture.inProgress.top = picture.running.top = both;
    picture.use.add(source.hasTasks() ? LegendExtra::CoresLine : LegendExtra::MachineLine);
}

/// The rows, and how many workers run in each column.
std::vector<float> addRows(PanelPicture& picture, const RowSource& source, const Columns& columns)
{
    RunningColumns own;
    RunningColumns& running = source.running ? *source.running : own;
    running.begin(columns.count());
    for (const RowGroup group : source.groups()) {
        picture.rows.push_back(
            pictureOfRow(source, group, columns, picture.layout.barHeight, running));
        picture.labels.push_back(labelOf(source, group));
        picture.use.add(picture.rows.back(), picture.colourBy);
        if (picture.colourBy == ColourBy::Task)
            picture.use.addProcesses(picture.rows.back(), source);
    }
    if (source.rows == RowsBy::Cores)
        addRunningOfWorkers(source, columns, running);
    return running.counts();
}

}  // namespace

Columns columnsOf(const RowSource& source, const PanelLayout& layout, const PanelView& view)
{
    const auto origin = source.recording.start.origin;
    constexpr double rounding = 1e-6;
    const double room = layout.plot.width() * view.columnsPerPixel;
    const double count = std::max(1.0, std::ceil(room - rounding));
    const double length = static_cast<double>(view.visible.length().count()) * count / room;
    const Nanoseconds end = view.visible.start + Nanoseconds(std::llround(length));
    return {{view.visible.start + origin, end + origin}, static_cast<int>(count)};
}

PanelPicture pictureOfPanel(const RowSource& source, const PanelText& text,
                            const PanelLayout& layout, const PanelView& view,
                            const TimelineStyle& style)
{
    PanelPicture picture{.layout = layout, .text = text};
    const Columns columns = columnsOf(source, layout, view);
    picture.colourBy = view.colourBy;
    picture.pixelsPerColumn = 1 / view.columnsPerPixel;
    picture.isMoving = view.isMoving;
    picture.ticks = axisTicks(view.visible, {layout.plot.left(), layout.plot.width()}, style);
    picture.processes = processRowsOf(source);
    const std::vector<float> running = addRows(picture, source, columns);
    picture.circles = circlesOf(source, columns);
    if (!picture.circles.empty())
        picture.use.add(LegendExtra::Circle);
    picture.inProgress =
        stripOf(StripPicture::Kind::InProgress, columnMeans(source.model.inProgress(), columns));
    picture.running = stripOf(StripPicture::Kind::Running, running);
    scaleStrips(picture, source);
    return picture;
}

double labelWidthFor(const RowSource& source, const TimelineStyle& style)
{
    double width = std::max(textWidth(style.small, stripLabel(StripPicture::Kind::InProgress)),
                            textWidth(style.small, stripLabel(StripPicture::Kind::Running)));
    for (const RowGroup group : source.groups())
        width = std::max(width, textWidth(style.label, labelOf(source, group)));
    return std::min(std::ceil(width) + 1, std::round(widestLabel * style.unit));
}

#include "app/timeline/panelpicture.h"

#include "app/theme/theme.h"
#include "app/timeline/cachedtext.h"
#include "app/timeline/ghostpicture.h"
#include "app/timeline/paintheader.h"
#include "app/timeline/paintrow.h"
#include "app/timeline/timelinewords.h"

#include <QFontMetricsF>
#include <QPainter>

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

Columns columnsOf(const RowSource& source, const PanelLayout& layout, const PanelView& view)
{
    const auto origin = source.recording.start.origin;
    const int count =
        std::max(1, static_cast<int>(std::lround(layout.plot.width() * view.columnsPerPixel)));
    return {{view.visible.start + origin, view.visible.end + origin}, count};
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

void paintCard(QPainter& painter, const QRectF& card, const Theme& theme,
               const TimelineStyle& style)
{
    const double half = style.outline / 2;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.border, style.outline));
    painter.setBrush(theme.card);
    painter.drawRoundedRect(card.adjusted(half, half, -half, -half), style.radius, style.radius);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void paintGrid(QPainter& painter, const PanelPicture& picture, const Theme& theme)
{
    const PanelLayout& layout = picture.layout;
    for (const AxisTick& tick : picture.ticks)
        painter.fillRect(QRectF(tick.x, layout.plot.top(), 1, layout.plot.height()), theme.grid);
    for (std::size_t row = 1; row <= picture.rows.size(); ++row) {
        const double y = layout.rows.top() + static_cast<double>(row) * layout.rowPitch;
        painter.fillRect(QRectF(layout.plot.left(), y, layout.plot.width(), 1), theme.grid);
    }
}

void paintLabel(QPainter& painter, const QRectF& labels, const QRectF& beside, const QString& text,
                const QFont& font)
{
    const QRectF rect(labels.left(), beside.top(), labels.width(), beside.height());
    const QString shown = elidedText(font, text, Qt::ElideMiddle, rect.width());
    painter.setFont(font);
    drawWords(painter, rect, Qt::AlignRight | Qt::AlignVCenter, shown);
}

void paintLabels(QPainter& painter, const PanelPicture& picture, const TimelineStyle& style)
{
    const PanelLayout& layout = picture.layout;
    QFont font = style.label;
    const int highest = std::max(1, static_cast<int>(layout.rowPitch * 0.8));
    font.setPixelSize(std::min(font.pixelSize(), highest));
    for (std::size_t row = 0; row < picture.labels.size(); ++row)
        paintLabel(painter, layout.labels, layout.barRect(row), picture.labels[row], font);
    for (const auto& [strip, rect] : {std::pair(&picture.inProgress, layout.inProgress),
                                      std::pair(&picture.running, layout.running)})
        paintLabel(painter, layout.labels, rect, strip->label, style.small);
}

/// Brackets beside the labels of the threads of one process.
void paintProcesses(QPainter& painter, const PanelPicture& picture, const Theme& theme,
                    const TimelineStyle& style)
{
    const PanelLayout& layout = picture.layout;
    const double gap = layout.plot.left() - layout.labels.right();
    const double x = std::round(layout.labels.right() + gap / 3);
    const double arm = std::max(2.0, std::round(gap / 3));
    for (const ProcessRows& rows : picture.processes) {
        const double top = layout.barRect(rows.first).top();
        const double bottom = layout.barRect(rows.last).bottom();
        const double line = style.outline;
        painter.fillRect(QRectF(x, top, line, bottom - top), theme.mutedText);
        painter.fillRect(QRectF(x, top, arm, line), theme.mutedText);
        painter.fillRect(QRectF(x, bottom - line, arm, line), theme.mutedText);
    }
}

/// The rows, and how many workers run in each column.
std::vector<float> addRows(PanelPicture& picture, const RowSource& source, const Columns& columns)
{
    std::vector<float> running(static_cast<std::size_t>(columns.count()));
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
    return running;
}

}  // namespace

PanelPicture pictureOfPanel(const RowSource& source, const PanelText& text,
                            const PanelLayout& layout, const PanelView& view,
                            const TimelineStyle& style)
{
    PanelPicture picture{.layout = layout, .text = text};
    const Columns columns = columnsOf(source, layout, view);
    picture.colourBy = view.colourBy;
    picture.pixelsPerColumn = layout.plot.width() / columns.count();
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

void paintPanel(QPainter& painter, const PanelPicture& picture, const Theme& theme,
                const TimelineStyle& style)
{
    painter.save();
    paintCard(painter, picture.layout.card, theme, style);
    paintHeader(painter, picture.layout.header, picture.text, theme, style);
    paintGrid(painter, picture, theme);
    painter.setPen(theme.mutedText);
    paintLabels(painter, picture, style);
    paintProcesses(painter, picture, theme, style);
    const RowPaint paint{theme, style, picture.colourBy, picture.pixelsPerColumn};
    for (std::size_t row = 0; row < picture.rows.size(); ++row)
        paintRow(painter, picture.rows[row], picture.layout.barRect(row), paint);
    paintGhosts(painter, picture, theme, style);
    for (const CirclePicture& circle : picture.circles)
        paintCircle(painter, circle, picture.layout, picture.pixelsPerColumn, theme, style);
    paintStrip(painter, picture.inProgress, picture.layout.inProgress, picture.pixelsPerColumn,
               theme, style);
    paintStrip(painter, picture.running, picture.layout.running, picture.pixelsPerColumn, theme,
               style);
    painter.restore();
}

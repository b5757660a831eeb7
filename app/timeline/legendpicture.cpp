#include "app/timeline/legendpicture.h"

#include "app/theme/contrast.h"
#include "app/theme/theme.h"
#include "app/timeline/cachedtext.h"
#include "app/timeline/circlepicture.h"
#include "app/timeline/ghostpicture.h"
#include "app/timeline/paintrow.h"
#include "app/timeline/timelinestyle.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace {

constexpr double betweenEntries = 18;
constexpr double betweenTasks = 4;

/// Places rectangles one after another, in as many lines as they need.
class LineFlow {
public:
    LineFlow(double width, double line) : m_width(width), m_line(line) {}

    /// Goes on in a new line if this much does not fit in the one begun.
    void keepTogether(double wanted)
    {
        if (m_x <= 0 || m_x + wanted <= m_width)
            return;
        m_x = 0;
        m_y += m_line;
    }
    QRectF place(double wanted, double gap)
    {
        keepTogether(wanted);
        const QRectF rect(m_x, m_y, std::min(wanted, m_width), m_line);
        m_x += wanted + gap;
        return rect;
    }
    [[nodiscard]] double height() const { return m_y + m_line; }

private:
    double m_width;
    double m_line;
    double m_x = 0;
    double m_y = 0;
};

double sampleWidth(const LegendEntry& entry, const TimelineStyle& style)
{
    return std::round((entry.task == TaskId::None ? 26 : 0) * style.legendUnit);
}

double entryWidth(const LegendEntry& entry, const TimelineStyle& style)
{
    const double text = std::ceil(textWidth(style.legend, entry.text)) + 1;
    return entry.task == TaskId::None
               ? sampleWidth(entry, style) + 6 * style.legendUnit + text
               : std::max(text + 10 * style.legendUnit, 20 * style.legendUnit);
}

/// A sample of a state as it looks within a bar.
void paintStateSample(QPainter& painter, const QRectF& rect, WorkState state, const RowPaint& paint)
{
    const auto task = static_cast<TaskId>(1);
    if (state == WorkState::NotStarted) {
        const double line = std::max(1.0, std::round(paint.style.patternUnit));
        painter.fillRect(QRectF(rect.left(), std::floor(rect.center().y()), rect.width(), line),
                         paint.theme.lookOf(state).fill);
        return;
    }
    paintBarGround(painter, rect, task, paint);
    if (state == WorkState::Running)
        painter.fillRect(rect, runningColour(task, false, paint));
    else
        paintState(painter, rect, state, task, paint);
    paintBarOutline(painter, rect, {.task = task, .ends = true}, paint);
}

void paintGroupSample(QPainter& painter, const QRectF& rect, const RowPaint& paint)
{
    paintBarGround(painter, rect, TaskId::None, paint);
    constexpr int shades = 3;
    for (int i = 0; i < shades; ++i) {
        QColor colour = runningColour(TaskId::None, true, paint);
        colour.setAlphaF(static_cast<float>(0.25 + 0.75 * (i + 1) / shades));
        const double width = rect.width() / shades;
        painter.fillRect(QRectF(rect.left() + i * width, rect.top(), width, rect.height()), colour);
    }
    paintBarOutline(painter, rect, {.ends = true}, paint);
}

void paintExtraSample(QPainter& painter, const QRectF& rect, LegendExtra extra,
                      const RowPaint& paint)
{
    const auto task = static_cast<TaskId>(1);
    if (extra == LegendExtra::Between)
        painter.fillRect(rect, paint.theme.neutral);
    if (extra == LegendExtra::Group)
        paintGroupSample(painter, rect, paint);
    if (extra == LegendExtra::Ghost)
        paintGhostSample(painter, rect, paint.theme, paint.style);
    if (extra == LegendExtra::Idle) {
        paintBarGround(painter, rect, TaskId::None, paint);
        paintBarOutline(painter, rect, {.ends = true}, paint);
    }
    if (extra == LegendExtra::Circle)
        paintArrow(
            painter,
            {QPointF(rect.left() + 4, rect.center().y()), QPointF(rect.right(), rect.center().y())},
            paint.theme, paint.style);
    if (extra == LegendExtra::Change) {
        paintBarGround(painter, rect, task, paint);
        paintWorkerChange(painter, rect, rect.left() + 4, static_cast<WorkerId>(2), paint);
    }
    if (extra == LegendExtra::CoresLine || extra == LegendExtra::MachineLine) {
        QPen pen(paint.theme.mutedText, 1, Qt::CustomDashLine);
        pen.setDashPattern({3, 4});
        painter.setPen(pen);
        const double y = std::floor(rect.center().y()) + 0.5;
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));
    }
    if (extra == LegendExtra::Failed || extra == LegendExtra::Cancelled) {
        const Mark mark = extra == LegendExtra::Failed ? Mark::Failed : Mark::Cancelled;
        const QRectF at = rect.adjusted(0, 0, -rect.height() / 2, 0);
        paintBarGround(painter, at, task, paint);
        paintBarOutline(painter, at, {.task = task, .mark = mark, .ends = true}, paint);
        paintMark(painter, at, mark, paint);
    }
}

void paintTaskSample(QPainter& painter, const QRectF& rect, const LegendEntry& entry,
                     const RowPaint& paint)
{
    const QColor hue = paint.theme.pillOf(entry.task);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(hue);
    painter.drawRoundedRect(rect, 4, 4);
    painter.setPen(textOn(hue));
    drawWords(painter, rect, Qt::AlignCenter, entry.text);
    painter.restore();
}

void paintEntry(QPainter& painter, const LegendEntry& entry, const QRectF& rect,
                const RowPaint& paint)
{
    const double height = std::round(12 * paint.style.legendUnit);
    const QRectF sample(rect.left(), std::round(rect.center().y() - height / 2),
                        sampleWidth(entry, paint.style), height);
    if (entry.task != TaskId::None) {
        paintTaskSample(painter, rect.adjusted(0, 2, 0, -2), entry, paint);
        return;
    }
    if (entry.state)
        paintStateSample(painter, sample, *entry.state, paint);
    if (entry.extra)
        paintExtraSample(painter, sample, *entry.extra, paint);
    painter.setPen(paint.theme.text);
    drawWords(painter, rect, Qt::AlignRight | Qt::AlignVCenter, entry.text);
}

}  // namespace

LegendLayout layOutLegend(const LegendUse& use, const QString& note, double width,
                          const TimelineStyle& style)
{
    LegendLayout layout;
    layout.entries = legendEntries(use, style.isProjected ? LegendWords::Few : LegendWords::Full);
    layout.note = note;
    LineFlow flow(width, std::round(22 * style.legendUnit));
    double tasks = 0;
    for (const LegendEntry& entry : layout.entries)
        tasks += entry.task == TaskId::None ? 0 : entryWidth(entry, style) + betweenTasks;
    for (const LegendEntry& entry : layout.entries) {
        const bool isTask = entry.task != TaskId::None;
        if (isTask)
            flow.keepTogether(std::exchange(tasks, 0));
        layout.rects.push_back(flow.place(
            entryWidth(entry, style), isTask ? betweenTasks : betweenEntries * style.legendUnit));
    }
    if (!note.isEmpty()) {
        layout.noteRect = flow.place(textWidth(style.legend, note) + 2, 0);
        layout.noteRect.moveRight(std::max(width, layout.noteRect.width()));
    }
    layout.height = flow.height();
    return layout;
}

void paintLegend(QPainter& painter, const LegendLayout& layout, ColourBy colourBy,
                 const Theme& theme, const TimelineStyle& style)
{
    const RowPaint paint{theme, style, colourBy, 1};
    painter.save();
    painter.setFont(style.legend);
    for (std::size_t i = 0; i < layout.entries.size(); ++i)
        paintEntry(painter, layout.entries[i], layout.rects[i], paint);
    painter.setPen(theme.mutedText);
    drawWords(painter, layout.noteRect, Qt::AlignRight | Qt::AlignVCenter, layout.note);
    painter.restore();
}

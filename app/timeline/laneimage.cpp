#include "app/timeline/laneimage.h"

#include "app/theme/paintpattern.h"
#include "app/theme/patternlines.h"
#include "app/timeline/paintrow.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace {

/// From so many spans on, putting pixels together is faster than a rectangle for each.
constexpr std::size_t denseSpans = 24;

/// Lines of pixels that all rows of the lane are made of.
struct Lines {
    std::vector<QRgb> runs;     ///< what runs
    std::vector<QRgb> middle;   ///< narrow states, in the rows that every pattern takes
    std::vector<QRgb> edges;    ///< the same in the rows above and below
    std::vector<QRgb> states;   ///< all states of one row
    std::vector<QRgb> ground;   ///< what all lies on
    std::vector<QRgb> results;  ///< of rows, one after the other
};

Lines& lines()
{
    static Lines lines;
    return lines;
}

bool isWhole(double value)
{
    return std::abs(value - std::round(value)) < 1e-3;
}

/// Copies `count` pixels of a line that repeats after `period`, from its pixel `phase` on.
void copyRepeated(const QRgb* from, int period, int phase, QRgb* to, int count)
{
    for (int at = phase % period; count > 0; at = 0) {
        const int length = std::min(count, period - at);
        std::copy_n(from + at, length, to);
        to += length;
        count -= length;
    }
}

/// Lines of pixels as an image, which borrows them.
QImage asImage(std::vector<QRgb>& lines, int width, int height, QImage::Format format)
{
    return {reinterpret_cast<uchar*>(lines.data()), width, height,
            width * static_cast<qsizetype>(sizeof(QRgb)), format};
}

/// The first of `spans`, in order, that reaches beyond `column`.
template <typename Span>
auto firstBeyond(const std::vector<Span>& spans, int column)
{
    return std::partition_point(spans.begin(), spans.end(),
                                [column](const Span& span) { return span.last <= column; });
}

/// The first column in which anything is drawn, and the one behind the last.
std::pair<int, int> columnsOf(const LaneSpans& spans)
{
    int first = std::numeric_limits<int>::max();
    int last = 0;
    const auto extend = [&](const auto& list) {
        if (list.empty())
            return;
        first = std::min(first, list.front().first);
        last = std::max(last, list.back().last);
    };
    extend(spans.states);
    extend(spans.runs);
    return {first, last};
}

/// The image that a painter writes to, where it is one that pixels can be put into: that of a
/// widget's window, too.
QImage* imageOf(const QPainter& painter)
{
    const QPaintEngine* const engine = painter.paintEngine();
    QPaintDevice* const device = engine ? engine->paintDevice() : nullptr;
    if (!device || device->devType() != QInternal::Image)
        return nullptr;
    auto* const image = static_cast<QImage*>(device);
    const bool fits = image->format() == QImage::Format_RGB32 ||
                      image->format() == QImage::Format_ARGB32_Premultiplied;
    return fits ? image : nullptr;
}

/// What may be painted, in pixels of the image.
QRect clipOf(const QPainter& painter, const QImage& image)
{
    if (!painter.hasClipping())
        return image.rect();
    return painter.deviceTransform().mapRect(painter.clipBoundingRect()).toRect() & image.rect();
}

}  // namespace

bool LaneImage::isFor(const QPainter& painter, const LaneSpans& spans, const QRectF& rect,
                      const RowPaint& paint)
{
    if (spans.runs.size() + spans.states.size() < denseSpans || !imageOf(painter))
        return false;
    const double ratio = painter.device()->devicePixelRatioF();
    const QTransform& device = painter.deviceTransform();
    const QPointF corner = device.map(rect.topLeft());
    return device.type() <= QTransform::TxScale && device.m11() == ratio && device.m22() == ratio &&
           isWhole(paint.pixelsPerColumn * ratio) && paint.pixelsPerColumn * ratio > 0.5 &&
           isWhole(corner.x()) && isWhole(corner.y()) && isWhole(rect.height() * ratio);
}

LaneImage::LaneImage(QPainter& painter, const RowPicture& row, const LaneSpans& spans,
                     const QRectF& rect, const RowPaint& rowPaint)
    : m_painter(painter),
      m_row(row),
      m_spans(spans),
      m_rect(rect),
      m_paint(rowPaint),
      m_image(*imageOf(painter)),
      m_clip(clipOf(painter, m_image)),
      m_ratio(painter.device()->devicePixelRatioF()),
      m_step(static_cast<int>(std::lround(rowPaint.pixelsPerColumn * m_ratio))),
      m_corner(painter.deviceTransform().map(rect.topLeft()).toPoint()),
      m_height(static_cast<int>(std::lround(rect.height() * m_ratio)))
{
    const auto [first, last] = columnsOf(spans);
    setColumns(first, last);
    const QRectF middle = patternRect(rect, Pattern::Dots);
    m_middleTop = static_cast<int>(std::lround((middle.top() - rect.top()) * m_ratio));
    m_middleEnd = static_cast<int>(std::lround((middle.bottom() - rect.top()) * m_ratio));
}

void LaneImage::setColumns(int first, int last)
{
    const int width = static_cast<int>(std::lround(m_rect.width() * m_ratio));
    m_first = std::max(first * m_step, m_clip.left() - m_corner.x());
    m_count = std::min({last * m_step, width, m_clip.right() + 1 - m_corner.x()}) - m_first;
}

int LaneImage::firstRow() const
{
    return std::max(0, m_clip.top() - m_corner.y());
}

int LaneImage::lastRow() const
{
    return std::min(m_height, m_clip.bottom() + 1 - m_corner.y());
}

void LaneImage::paintWithGround(const std::vector<Bar>& bars)
{
    auto [first, last] = columnsOf(m_spans);
    const double top = m_rect.top() + (lastRow() - 1) / m_ratio;
    for (const Bar& bar : bars) {
        first = std::min(first, ::firstColumn(bar));
        last = std::max(last, ::lastColumn(bar));
        QRectF line = barRect(bar, m_rect, m_paint);
        line.setRect(line.left(), top, line.width(), 1 / m_ratio);
        paintBarGround(m_painter, line, bar.task, m_paint);
    }
    setColumns(first, last);
    paint();
}

void LaneImage::paint()
{
    if (m_count <= 0 || firstRow() >= lastRow())
        return;
    for (auto* const line : {&lines().runs, &lines().middle, &lines().edges, &lines().states})
        line->assign(static_cast<std::size_t>(m_count), 0);
    addNarrowStates();
    addRuns();
    findWideStates();
    fillRows();
    for (auto span = firstBeyond(m_spans.states, firstColumn()); span != m_spans.states.end();
         ++span) {
        if (span->state == WorkState::Lock && !isNarrow(span->last - span->first, m_paint))
            paintPadlockOf(m_painter, spanRect(span->first, span->last, m_rect, m_paint),
                           span->state, taskOf(m_row, span->task), m_paint);
    }
}

template <typename Span>
LaneImage::Stretch LaneImage::stretchOf(const Span& span) const
{
    return {std::clamp(span.first * m_step - m_first, 0, m_count),
            std::clamp(span.last * m_step - m_first, 0, m_count)};
}

void LaneImage::addNarrowStates()
{
    WorkState state = WorkState::NotKnown;
    TaskId task = TaskId::None;
    QRgb shade = 0;
    for (auto span = firstBeyond(m_spans.states, firstColumn()); span != m_spans.states.end();
         ++span) {
        if (span->state == WorkState::NotKnown || !isNarrow(span->last - span->first, m_paint))
            continue;
        if (span->state != state || span->task != task)
            shade =
                qPremultiply(narrowShade(span->state, taskOf(m_row, span->task), m_paint).rgba());
        state = span->state;
        task = span->task;
        const auto [first, last] = stretchOf(*span);
        std::fill(lines().middle.begin() + first, lines().middle.begin() + last, shade);
        if (patternOf(span->state) != Pattern::Dots)
            std::fill(lines().edges.begin() + first, lines().edges.begin() + last, shade);
    }
}

void LaneImage::addRuns()
{
    auto& runs = lines().runs;
    const auto from =
        static_cast<std::size_t>(firstBeyond(m_spans.runs, firstColumn()) - m_spans.runs.begin());
    const std::vector<QRgb> colours = runColours(m_row, m_spans.runs, m_paint, from);
    for (std::size_t i = 0; i < colours.size(); ++i) {
        const auto [first, last] = stretchOf(m_spans.runs[from + i]);
        std::fill(runs.begin() + first, runs.begin() + last, colours[i]);
    }
}

void LaneImage::findWideStates()
{
    for (auto span = firstBeyond(m_spans.states, firstColumn()); span != m_spans.states.end();
         ++span) {
        if (span->state == WorkState::NotKnown || isNarrow(span->last - span->first, m_paint))
            continue;
        const Stretch at = stretchOf(*span);
        const double left = std::round(m_rect.left() * m_ratio);
        m_wide.push_back({at, stripOf(span->state, taskOf(m_row, span->task)),
                          static_cast<int>(left) + m_first + at.first});
    }
}

std::size_t LaneImage::stripOf(WorkState state, TaskId task)
{
    constexpr std::size_t few = 8;
    const std::size_t oldest = m_strips.size() - std::min(few, m_strips.size());
    for (std::size_t i = m_strips.size(); i-- > oldest;) {
        if (m_strips[i].state == state && m_strips[i].task == task)
            return i;
    }
    const StateShade shade = shadeOf(state, task, m_paint);
    const QRectF place = patternRect(m_rect, shade.pattern);
    Strip strip{state, task, stateStrip(shade, {place.top(), place.height(), m_ratio})};
    strip.pixels = reinterpret_cast<const QRgb*>(strip.image.constBits());
    strip.stride = strip.image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb));
    strip.width = strip.image.width();
    strip.isHalf = shade.pattern == Pattern::Dots;
    strip.top = strip.isHalf ? m_middleTop : 0;
    strip.bottom =
        std::min(strip.isHalf ? m_middleEnd : m_height, strip.top + strip.image.height());
    m_strips.push_back(std::move(strip));
    return m_strips.size() - 1;
}

/// Patterns repeat after some rows, and what lies below is alike in all: what has been put together
/// once is then copied.
void LaneImage::fillRows()
{
    const int period =
        m_wide.empty() ? 1 : std::max(1, static_cast<int>(std::lround(patternPitch * m_ratio)));
    const auto count = static_cast<std::size_t>(m_count);
    const auto pixelsOf = [&](int row) {
        return reinterpret_cast<QRgb*>(m_image.scanLine(m_corner.y() + row)) + m_corner.x() +
               m_first;
    };
    const QRgb* const ground = pixelsOf(lastRow() - 1);  // no line between rows is there
    lines().ground.assign(ground, ground + count);
    const auto slots = static_cast<std::size_t>(2 * period);
    lines().results.resize(std::max(lines().results.size(), count * slots));
    QImage results = asImage(lines().results, m_count, 2 * period, m_image.format());
    QPainter painter(&results);
    const bool hasHalves =
        lines().middle != lines().edges || std::ranges::any_of(m_strips, &Strip::isHalf);
    std::vector<int> filledBy(slots, -1);
    for (int row = firstRow(); row < lastRow(); ++row) {
        const int slot = row % period + (hasHalves && isMiddle(row) ? period : 0);
        int& filled = filledBy[static_cast<std::size_t>(slot)];
        QRgb* const result = lines().results.data() + static_cast<std::size_t>(slot) * count;
        if (filled < 0 || !areAlike(filled, row)) {
            std::ranges::copy(lines().ground, result);
            compose(painter, row, slot);
            filled = row;
        }
        std::copy_n(result, count, pixelsOf(row));
    }
}

bool LaneImage::isMiddle(int row) const
{
    return row >= m_middleTop && row < m_middleEnd;
}

bool LaneImage::areAlike(int row, int other) const
{
    return std::ranges::all_of(m_strips, [=](const Strip& strip) {
        const QRgb* const pixels = strip.rowOf(row);
        const QRgb* const others = strip.rowOf(other);
        return pixels == others ||
               (pixels && others && std::equal(pixels, pixels + strip.width, others));
    });
}

/// The states, then what runs, over the ground in line `slot` of what the painter writes to.
void LaneImage::compose(QPainter& painter, int row, int slot) const
{
    std::vector<QRgb>& states = lines().states;
    states = isMiddle(row) ? lines().middle : lines().edges;
    for (const Wide& wide : m_wide) {
        const Strip& strip = m_strips[wide.strip];
        if (const QRgb* const pixels = strip.rowOf(row))
            copyRepeated(pixels, strip.width, wide.phase, states.data() + wide.at.first,
                         wide.at.last - wide.at.first);
    }
    constexpr auto format = QImage::Format_ARGB32_Premultiplied;
    painter.drawImage(0, slot, asImage(states, m_count, 1, format));
    painter.drawImage(0, slot, asImage(lines().runs, m_count, 1, format));
}

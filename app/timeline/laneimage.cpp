#include "app/timeline/laneimage.h"

#include "app/theme/paintpattern.h"
#include "app/timeline/paintstate.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace {

/// From so many spans on, an image is faster than a rectangle for each.
constexpr std::size_t denseSpans = 24;

/// Made once, large enough for the largest lane so far.
QImage& scratch(int width, int height)
{
    static QImage image;
    if (image.width() < width || image.height() < height)
        image = QImage(std::max(width, image.width()), std::max(height, image.height()),
                       QImage::Format_ARGB32_Premultiplied);
    return image;
}

/// Lines of pixels that all rows of the lane are made of.
struct Lines {
    std::vector<QRgb> runs;    ///< what runs
    std::vector<QRgb> middle;  ///< the rows that every pattern takes
    std::vector<QRgb> edges;   ///< the rows above and below
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

QRgb over(QRgb above, QRgb below)
{
    const int alpha = qAlpha(above);
    if (alpha == 255 || below == 0)
        return above;
    if (alpha == 0)
        return below;
    const std::uint32_t rest = 255U - static_cast<std::uint32_t>(alpha);
    const auto scaled = [rest](std::uint32_t two) {  // two channels at once
        const std::uint32_t product = (two & 0x00ff00ffU) * rest;
        return ((product + ((product >> 8U) & 0x00ff00ffU) + 0x00800080U) >> 8U) & 0x00ff00ffU;
    };
    return above + (scaled(below) | scaled(below >> 8U) << 8U);
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

double ratioOf(const QPainter& painter)
{
    return painter.device()->devicePixelRatioF();
}

}  // namespace

bool LaneImage::isFor(const QPainter& painter, const LaneSpans& spans, const QRectF& rect,
                      const RowPaint& paint)
{
    if (spans.runs.size() + spans.states.size() < denseSpans ||
        painter.paintEngine()->type() != QPaintEngine::Raster)
        return false;
    const double ratio = ratioOf(painter);
    const QTransform& device = painter.deviceTransform();
    const QPointF corner = device.map(rect.topLeft());
    return device.type() <= QTransform::TxScale && device.m11() == ratio && device.m22() == ratio &&
           std::abs(paint.pixelsPerColumn * ratio - 1) < 1e-6 && isWhole(corner.x()) &&
           isWhole(corner.y()) && isWhole(rect.height() * ratio);
}

LaneImage::LaneImage(QPainter& painter, const RowPicture& row, const LaneSpans& spans,
                     const QRectF& rect, const RowPaint& rowPaint)
    : m_painter(painter),
      m_row(row),
      m_spans(spans),
      m_rect(rect),
      m_paint(rowPaint),
      m_ratio(ratioOf(painter)),
      m_height(static_cast<int>(std::lround(rect.height() * m_ratio)))
{
    const auto extend = [this](const auto& list) {
        if (list.empty())
            return;
        const int end = std::max(m_first + m_count, list.back().last);
        m_first = m_count > 0 ? std::min(m_first, list.front().first) : list.front().first;
        m_count = end - m_first;
    };
    extend(spans.states);
    extend(spans.runs);
    const QRectF middle = patternRect(rect, Pattern::Dots);
    m_middleTop = static_cast<int>(std::lround((middle.top() - rect.top()) * m_ratio));
    m_middleEnd = static_cast<int>(std::lround((middle.bottom() - rect.top()) * m_ratio));
}

void LaneImage::paint()
{
    if (m_count <= 0 || m_height <= 0)
        return;
    QImage& image = scratch(m_count, m_height);
    m_pixels = reinterpret_cast<QRgb*>(image.bits());
    m_stride = image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb));
    for (auto* const line : {&lines().runs, &lines().middle, &lines().edges})
        line->assign(static_cast<std::size_t>(m_count), 0);
    addNarrowStates();
    addRuns();
    fillRows();
    addWideStates();
    m_painter.drawImage(spanRect(m_first, m_first + m_count, m_rect, m_paint), image,
                        QRectF(0, 0, m_count, m_height));
    for (const StateSpan& span : m_spans.states)
        paintPadlockOf(m_painter, spanRect(span.first, span.last, m_rect, m_paint), span.state,
                       taskOf(m_row, span.task), m_paint);
}

QRgb* LaneImage::pixelsAt(int row) const
{
    return m_pixels + static_cast<std::ptrdiff_t>(row) * m_stride;
}

void LaneImage::addNarrowStates()
{
    WorkState state = WorkState::NotKnown;
    TaskId task = TaskId::None;
    QRgb shade = 0;
    for (const StateSpan& span : m_spans.states) {
        if (span.state == WorkState::NotKnown || !isNarrow(span.last - span.first, m_paint))
            continue;
        if (span.state != state || span.task != task)
            shade = qPremultiply(narrowShade(span.state, taskOf(m_row, span.task), m_paint).rgba());
        state = span.state;
        task = span.task;
        const int first = span.first - m_first;
        const int last = span.last - m_first;
        std::fill(lines().middle.begin() + first, lines().middle.begin() + last, shade);
        if (patternOf(span.state) != Pattern::Dots)
            std::fill(lines().edges.begin() + first, lines().edges.begin() + last, shade);
    }
}

void LaneImage::addRuns()
{
    auto& runs = lines().runs;
    const std::vector<QRgb> colours = runColours(m_row, m_spans.runs, m_paint);
    for (std::size_t i = 0; i < colours.size(); ++i)
        std::fill(runs.begin() + (m_spans.runs[i].first - m_first),
                  runs.begin() + (m_spans.runs[i].last - m_first), colours[i]);
    for (auto* const line : {&lines().middle, &lines().edges})
        std::transform(runs.begin(), runs.end(), line->begin(), line->begin(), over);
}

void LaneImage::fillRows()
{
    const std::size_t bytes = static_cast<std::size_t>(m_count) * sizeof(QRgb);
    for (int row = 0; row < m_height; ++row) {
        const bool isMiddle = row >= m_middleTop && row < m_middleEnd;
        std::memcpy(pixelsAt(row), (isMiddle ? lines().middle : lines().edges).data(), bytes);
    }
}

void LaneImage::addWideStates()
{
    for (const StateSpan& span : m_spans.states) {
        if (span.state != WorkState::NotKnown && !isNarrow(span.last - span.first, m_paint))
            addWide(span);
    }
}

void LaneImage::addWide(const StateSpan& span)
{
    const StateShade shade = shadeOf(span.state, taskOf(m_row, span.task), m_paint);
    const QRectF place = patternRect(m_rect, shade.pattern);
    const QImage& strip = stateStrip(shade, {place.top(), place.height(), m_ratio});
    const bool isHalf = shade.pattern == Pattern::Dots;
    const int top = isHalf ? m_middleTop : 0;
    const int bottom = std::min(isHalf ? m_middleEnd : m_height, top + strip.height());
    const int phase = static_cast<int>(std::lround(m_rect.left() * m_ratio)) + span.first;
    const QRgb* const runs = lines().runs.data() + (span.first - m_first);
    const int length = span.last - span.first;
    const bool isMixed = std::any_of(runs, runs + length, [](QRgb run) { return run != 0; });
    for (int row = top; row < bottom; ++row) {
        const auto* const from = reinterpret_cast<const QRgb*>(strip.constScanLine(row - top));
        QRgb* const to = pixelsAt(row) + (span.first - m_first);
        copyRepeated(from, strip.width(), phase, to, length);
        if (isMixed)
            std::transform(runs, runs + length, to, to, over);
    }
}

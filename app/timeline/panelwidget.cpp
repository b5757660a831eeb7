#include "app/timeline/panelwidget.h"

#include "app/timeline/coordinates.h"
#include "app/timeline/ghostpicture.h"
#include "app/timeline/paintoverlay.h"
#include "app/timeline/rangetotals.h"
#include "app/timeline/timelinesettings.h"
#include "app/timeline/viewport.h"

#include <QPaintEvent>
#include <QPainter>

#include <cmath>

namespace {

/// A recording of so many intervals is drawn in wider columns while the view moves, and in full
/// once it rests for a moment: so that it follows the hand.
constexpr std::size_t manyIntervals = 20'000;
constexpr double columnInMotion = 4;  // logical pixels
constexpr std::chrono::milliseconds restAfter{100};

/// Numbers that change more often than that cannot be read.
constexpr std::chrono::milliseconds betweenTexts{100};

std::size_t intervalsOf(const Recording& recording)
{
    std::size_t count = 0;
    for (const Worker& worker : recording.workers)
        count += worker.slices.size() + worker.waits.size();
    return count;
}

}  // namespace

PanelWidget::PanelWidget(const TimelineSettings& settings, Viewport& viewport, QWidget* parent)
    : QWidget(parent),
      m_settings(settings),
      m_viewport(viewport)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&viewport, &Viewport::visibleChanged, this, &PanelWidget::moveView);
    connect(&viewport, &Viewport::selectionChanged, this, qOverload<>(&QWidget::update));
    connect(&viewport, &Viewport::cursorChanged, this, &PanelWidget::moveCursor);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restAfter);
    connect(&m_rest, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    m_untilText.setSingleShot(true);
    m_untilText.setInterval(betweenTexts);
    connect(&m_untilText, &QTimer::timeout, this, &PanelWidget::bringText);
}

void PanelWidget::setRun(const Comparison* comparison, std::size_t run)
{
    m_comparison = comparison;
    m_run = run;
    m_model = PanelModel();
    m_lanes = LaneCache();
    m_running = RunningColumns();
    m_ghost.reset();
    m_opened.reset();
    m_untilText.stop();
    m_markedRow = -1;
    m_foundRow.reset();
    m_highlights = {};
    m_release.reset();
    ++m_dataGeneration;
    refresh();
}

void PanelWidget::setGhost(const std::optional<GhostRef>& ghost)
{
    if (m_ghost ? ghost == m_ghost->ref() : !ghost)
        return;
    m_ghost.reset();
    if (ghost)
        m_ghost.emplace(*ghost);
    ++m_dataGeneration;
    update();
}

void PanelWidget::refresh()
{
    const Recording& recording = m_comparison->runs[m_run];
    m_isLarge = intervalsOf(recording) >= manyIntervals;
    bool changed = m_model.update(recording, m_settings.rows);
    PanelText text = nextText();
    if (m_ghost) {
        changed = m_ghost->update(m_settings.rows) || changed;
        if (changed)
            m_difference = differenceTextOf(m_ghost->ref().recording(), recording);
        addDifference(text, m_difference);
    }
    const bool isNew = changed || text != m_text;
    if (text.title != m_text.title)
        setAccessibleName(text.title);
    if (text.description != m_text.description && !text.isRunning)
        setAccessibleDescription(text.description);
    m_text = std::move(text);
    if (isNew)
        repaintChanges();
}

PanelText PanelWidget::nextText()
{
    const bool isLive = m_settings.feed == Feed::Live && !m_comparison->runs[m_run].hasEnded();
    m_isTextLate = isLive && !m_ghost && m_text.isRunning && m_untilText.isActive();
    if (m_isTextLate)
        return m_text;
    PanelText text = textOf(*m_comparison, m_run, m_model.judgement(), m_settings.feed);
    if (isLive)
        m_untilText.start();
    return text;
}

void PanelWidget::bringText()
{
    if (m_isTextLate && m_run < m_comparison->runs.size())
        refresh();
}

void PanelWidget::repaintChanges()
{
    ++m_dataGeneration;
    // What lies over the picture may tell of anything in it.
    const bool isCovered = m_viewport.selection() || m_release;
    if (isCovered || visibleRegion().isEmpty())
        update();
    else
        update(updateCache());
}

RowSource PanelWidget::source() const
{
    const Recording& recording = m_comparison->runs[m_run];
    RowSource source{recording, m_model, rowsFor(recording, m_settings.rows),
                     m_comparison->machine.cores};
    source.limits = m_settings.rowLimits();
    if (m_openedBy == source.rows && !m_settings.style.isProjected)
        source.opened = m_opened;
    return source;
}

std::size_t PanelWidget::rows() const
{
    return source().groups().size();
}

double PanelWidget::neededLabelWidth() const
{
    return labelWidthFor(source(), m_settings.style);
}

PanelLayout PanelWidget::geometryOfParts() const
{
    PanelLayout layout = layOutPanel(rect(), rows(), m_settings.labelWidth, m_settings.style);
    if (m_ghost)
        makeRoomForGhosts(layout);
    return layout;
}

Nanoseconds PanelWidget::origin() const
{
    return m_comparison->runs[m_run].start.origin;
}

Nanoseconds PanelWidget::timeAt(double x) const
{
    const PlotSpan span = plotSpanIn(rect(), m_settings.labelWidth, m_settings.style);
    return pixelToTime(x - span.left, m_viewport.visible(), span.width);
}

double PanelWidget::pixelOf(Nanoseconds t) const
{
    const PlotSpan span = plotSpanIn(rect(), m_settings.labelWidth, m_settings.style);
    return span.left + timeToPixel(t, m_viewport.visible(), span.width);
}

Nanoseconds PanelWidget::snappedTimeAt(QPointF position) const
{
    const PanelLayout layout = geometryOfParts();
    const int row = layout.rowAt(position.y());
    const Nanoseconds t = timeAt(position.x());
    if (row < 0)
        return t;
    constexpr int reach = 6;  // pixels
    const auto tolerance = timePerPixel(m_viewport.visible(), layout.plot.width()) * reach;
    const RowGroup group = source().groups()[static_cast<std::size_t>(row)];
    return snapped(source(), group, t + origin(), tolerance) - origin();
}

void PanelWidget::moveCursor()
{
    const auto repaintAt = [this](double x) {
        update(QRect(static_cast<int>(std::floor(x)) - 2, 0, 5, height()));
    };
    repaintAt(m_cursorX);
    m_cursorX = m_viewport.cursor() ? pixelOf(*m_viewport.cursor()) : -10;
    repaintAt(m_cursorX);
    if (m_viewport.selection())
        update();  // its totals step aside
}

void PanelWidget::moveView()
{
    // The recording is not asked: it may be about to be replaced.
    if (m_settings.feed == Feed::Ended && m_isLarge)
        m_rest.start();
    update();
}

double PanelWidget::columnsPerPixel(double ratio) const
{
    // Where nothing may be narrower than some pixels, so many are a column.
    const double narrowest = m_settings.style.isProjected ? m_settings.style.shortestBar : 0;
    const double pixels = std::max(narrowest, m_rest.isActive() ? columnInMotion : 0);
    return ratio / std::max(1.0, std::round(pixels * ratio));
}

QRegion PanelWidget::updateCache()
{
    const double ratio = devicePixelRatioF();
    Key key{{size(), ratio, m_settings.generation},
            m_viewport.visible(),
            m_rest.isActive(),
            m_dataGeneration};
    if (key == m_key && !m_cache.hasPlot()) {  // something else moves, such as the pointer
        m_rest.stop();
        key.isMoving = false;
    }
    if (key == m_key)
        return {};
    const LegendUse before = use();
    const ColourBy colourBy = m_settings.colourByOf(m_comparison->runs[m_run]);
    const PanelView view{key.visible, colourBy, columnsPerPixel(ratio), key.isMoving};
    RowSource lanes = source();
    lanes.lanes = &m_lanes;
    lanes.running = &m_running;
    PanelPicture picture = pictureOfPanel(lanes, m_text, geometryOfParts(), view, m_settings.style);
    if (m_ghost)
        addGhost(picture, lanes, m_ghost->sourceToDraw(m_settings.rows), m_ghost->ref().name, view);
    const QRegion changed =
        m_cache.show(std::move(picture), key.ground, m_settings.theme, m_settings.style);
    m_key = key;
    if (use() != before)
        Q_EMIT useChanged();
    return changed;
}

void PanelWidget::paintEvent(QPaintEvent* event)
{
    const QRegion missed = updateCache().subtracted(event->region());
    if (!missed.isEmpty())
        update(missed);
    QPainter painter(this);
    for (const QRect& part : event->region()) {
        painter.setClipRect(part);  // one rectangle is copied at once, many through threads of Qt
        m_cache.paint(painter, part, m_settings.theme, m_settings.style);
    }
    painter.setClipping(false);
    paintOverlay(painter);
}

void PanelWidget::paintOverlay(QPainter& painter) const
{
    const PanelLayout layout = geometryOfParts();
    const OverlayPaint paint{m_settings.theme, m_settings.style};
    if (m_markedRow >= 0 && m_markedRow < static_cast<int>(rows()))
        paintMarkedRow(painter, layout, static_cast<std::size_t>(m_markedRow), paint);
    if (m_foundRow && *m_foundRow < rows())
        paintMarkedRow(painter, layout, *m_foundRow, paint);
    paintHighlights(painter, layout);
    if (m_bookmarks)
        paintFlags(painter, layout);
    if (m_viewport.selection())
        paintSelection(painter, layout);
    if (m_viewport.cursor())
        paintCursor(painter, layout, pixelOf(*m_viewport.cursor()), paint);
    if (m_release)
        paintReleaseArrow(painter, layout);
    if (hasFocus())
        paintFocus(painter, layout, paint);
}

void PanelWidget::paintHighlights(QPainter& painter, const PanelLayout& layout) const
{
    const OverlayPaint paint{m_settings.theme, m_settings.style};
    for (const std::size_t row : m_highlights.rows) {
        if (row < rows())
            paintMarkedRow(painter, layout, row, paint);
    }
    if (m_highlights.expectedEnd)
        paintExpectedEnd(painter, layout, pixelOf(*m_highlights.expectedEnd),
                         m_highlights.expectation, paint);
}

void PanelWidget::paintSelection(QPainter& painter, const PanelLayout& layout) const
{
    const TimeRange range = *m_viewport.selection();
    const TimeRange absolute{range.start + origin(), range.end + origin()};
    const RangeTotals totals = totalsOf(m_comparison->runs[m_run], m_model, absolute);
    paintSelectedRange(painter, layout, {pixelOf(range.start), pixelOf(range.end), m_cursorX},
                       linesOf(totals), {m_settings.theme, m_settings.style});
}

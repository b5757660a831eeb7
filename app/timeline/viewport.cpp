#include "app/timeline/viewport.h"

#include "app/timeline/coordinates.h"

#include <algorithm>
#include <cmath>

namespace {

constexpr Nanoseconds shortestVisible(100);
constexpr std::size_t undoDepth = 100;
constexpr qint64 oneGestureMs = 600;

}  // namespace

Viewport::Viewport(QObject* parent) : QObject(parent)
{
    m_state.visible = m_whole;
}

void Viewport::setContentEnd(Nanoseconds end, Growth growth)
{
    m_contentEnd = end;
    if (growth == Growth::Ended)
        m_whole = fittingRange(end);
    else if (end > m_whole.end)
        m_whole = roomyRange(end);
    if (m_state.following)
        setState({m_whole, true});
}

void Viewport::reset()
{
    m_undo.clear();
    m_lastChange = Change::None;
    m_contentEnd = {};
    m_whole = fittingRange({});
    setState({m_whole, true});
    setPlayhead({});
    select({});
}

void Viewport::zoomTo(TimeRange range)
{
    change(range, Change::Jump);
}

void Viewport::zoomAt(Nanoseconds t, double factor)
{
    const TimeRange visible = m_state.visible;
    const auto whole = m_whole.length();
    const double old = static_cast<double>(visible.length().count());
    const auto shortest = std::min(shortestVisible, whole);
    const double wanted = std::clamp(old / factor, static_cast<double>(shortest.count()),
                                     static_cast<double>(whole.count()));
    const double before = static_cast<double>((t - visible.start).count()) * wanted / old;
    const auto start = t - Nanoseconds(std::llround(before));
    change({start, start + Nanoseconds(std::llround(wanted))}, Change::Zoom);
}

void Viewport::panBy(Nanoseconds offset)
{
    const TimeRange visible = m_state.visible;
    change({visible.start + offset, visible.end + offset}, Change::Pan);
}

void Viewport::resizeTo(TimeRange range)
{
    change(range, Change::Zoom);
}

void Viewport::fit()
{
    change(m_whole, Change::Jump);
}

void Viewport::goToStart()
{
    const auto length = m_state.visible.length();
    change({Nanoseconds{}, length}, Change::Jump);
}

void Viewport::goToEnd()
{
    const auto end = m_whole.end;
    change({end - m_state.visible.length(), end}, Change::Jump);
}

void Viewport::reveal(Nanoseconds t)
{
    const TimeRange visible = m_state.visible;
    const auto margin = visible.length() / 20;
    if (t < visible.start + margin)
        panBy(t - visible.start - margin);
    else if (t > visible.end - margin)
        panBy(t - visible.end + margin);
}

void Viewport::undoZoom()
{
    if (m_undo.empty())
        return;
    State state = m_undo.back();
    m_undo.pop_back();
    m_lastChange = Change::None;
    if (state.following)
        state.visible = m_whole;
    setState(state);
}

TimeRange Viewport::limited(TimeRange range) const
{
    const TimeRange whole = m_whole;
    if (range.length() < shortestVisible) {
        range.start -= (shortestVisible - range.length()) / 2;
        range.end = range.start + shortestVisible;
    }
    return movedInto(range, whole);
}

void Viewport::change(TimeRange range, Change kind)
{
    const TimeRange wanted = limited(range);
    const State next{wanted, wanted == m_whole};
    if (next == m_state)
        return;
    const bool goesOn = kind != Change::Jump && kind == m_lastChange && m_sinceChange.isValid() &&
                        m_sinceChange.elapsed() < oneGestureMs;
    if (!goesOn)
        m_undo.push_back(m_state);
    if (m_undo.size() > undoDepth)
        m_undo.erase(m_undo.begin());
    m_lastChange = kind;
    m_sinceChange.start();
    setState(next);
}

void Viewport::setState(const State& state)
{
    const bool moved = state.visible != m_state.visible;
    m_state = state;
    if (moved)
        Q_EMIT visibleChanged();
}

void Viewport::showCursor(std::optional<Nanoseconds> t)
{
    if (t == m_cursor)
        return;
    m_cursor = t;
    Q_EMIT cursorChanged();
}

void Viewport::setPlayhead(std::optional<Nanoseconds> t)
{
    if (t == m_playhead && !m_cursor)
        return;
    m_playhead = t;
    m_cursor.reset();
    Q_EMIT cursorChanged();
}

void Viewport::follow(Nanoseconds t)
{
    const TimeRange visible = m_state.visible;
    if (visible.start <= t && t <= visible.end)
        return;
    const auto start = t - visible.length() / 20;
    const TimeRange page = limited({start, start + visible.length()});
    setState({page, page == m_whole});
}

void Viewport::select(std::optional<TimeRange> range)
{
    if (range == m_selection)
        return;
    m_selection = range;
    Q_EMIT selectionChanged();
}

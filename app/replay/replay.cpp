#include "app/replay/replay.h"

#include "app/replay/replaystep.h"
#include "app/timeline/viewport.h"

#include <algorithm>

namespace {

constexpr int smoothInterval = 16;     // ms
constexpr int reducedInterval = 1000;  // ms

}  // namespace

Replay::Replay(Viewport& viewport, Clock clock, QObject* parent)
    : QObject(parent),
      m_viewport(viewport),
      m_clock(std::move(clock))
{
    m_timer.setTimerType(Qt::PreciseTimer);
    setMotion(Motion::Smooth);
    connect(&m_timer, &QTimer::timeout, this, &Replay::advance);
    connect(&viewport, &Viewport::cursorChanged, this, &Replay::noteMove);
}

void Replay::setComparison(const Comparison* comparison)
{
    pause();
    m_comparison = comparison;
}

void Replay::setMotion(Motion motion)
{
    m_timer.setInterval(motion == Motion::Reduced ? reducedInterval : smoothInterval);
}

Nanoseconds Replay::position() const
{
    return std::clamp(m_viewport.playhead().value_or(Nanoseconds{}), Nanoseconds{}, length());
}

Nanoseconds Replay::length() const
{
    return std::max(Nanoseconds{}, m_viewport.contentEnd());
}

void Replay::play()
{
    if (isPlaying() || length() <= Nanoseconds{})
        return;
    const TimeRange whole = range();
    show(whole.contains(position()) ? position() : whole.start);
    startCounting();
    m_timer.start();
    Q_EMIT playingChanged(true);
}

void Replay::pause()
{
    if (!isPlaying())
        return;
    m_timer.stop();
    Q_EMIT playingChanged(false);
}

void Replay::playOrPause()
{
    if (!isPlaying())
        return play();
    advance();  // to where it is by now
    pause();
}

void Replay::advance()
{
    if (!isPlaying())
        return;
    const TimeRange whole = range();
    const Nanoseconds t = m_from + (m_clock() - m_since) / replayDivisors[m_speed];
    if (whole.contains(t))
        return show(t);
    show(m_isLooping ? whole.start : whole.end);
    if (m_isLooping)
        startCounting();
    else
        pause();
}

void Replay::toStart()
{
    seek(range().start);
}

void Replay::stepForward()
{
    pause();
    if (!m_comparison)
        return;
    const auto change = nearestChange(*m_comparison, m_runs, position(), ReplayStep::Forward);
    show(std::min(change.value_or(length()), length()));
}

void Replay::stepBack()
{
    pause();
    if (!m_comparison)
        return;
    const auto change = nearestChange(*m_comparison, m_runs, position(), ReplayStep::Back);
    show(std::max(change.value_or(Nanoseconds{}), Nanoseconds{}));
}

void Replay::slower()
{
    if (m_speed > 0)
        setSpeed(m_speed - 1);
}

void Replay::faster()
{
    if (m_speed + 1 < replayDivisors.size())
        setSpeed(m_speed + 1);
}

void Replay::setSpeed(std::size_t speed)
{
    m_isSpeedChosen = true;
    changeSpeed(speed);
}

void Replay::suggestSpeed()
{
    if (!m_isSpeedChosen)
        changeSpeed(suggestedSpeed(length()));
}

void Replay::changeSpeed(std::size_t speed)
{
    if (speed == m_speed || speed >= replayDivisors.size())
        return;
    advance();
    m_speed = speed;
    startCounting();
    Q_EMIT speedChanged();
}

void Replay::setLooping(bool isLooping)
{
    if (isLooping == m_isLooping)
        return;
    m_isLooping = isLooping;
    Q_EMIT loopingChanged(isLooping);
}

void Replay::seek(Nanoseconds t)
{
    show(std::clamp(t, Nanoseconds{}, length()));
    startCounting();
}

Nanoseconds Replay::steadyClock()
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

TimeRange Replay::range() const
{
    const TimeRange all{Nanoseconds{}, length()};
    const auto selection = m_viewport.selection();
    if (!m_isLooping || !selection)
        return all;
    const TimeRange inside{std::clamp(selection->start, all.start, all.end),
                           std::clamp(selection->end, all.start, all.end)};
    return inside.isEmpty() ? all : inside;
}

void Replay::show(Nanoseconds t)
{
    m_shown = t;
    m_viewport.follow(t);
    m_viewport.setPlayhead(t);
}

void Replay::startCounting()
{
    m_from = position();
    m_since = m_clock();
}

/// Somebody else may have moved the playhead, or taken it away.
void Replay::noteMove()
{
    const auto playhead = m_viewport.playhead();
    if (!isPlaying() || playhead == m_shown)
        return;
    m_shown = playhead;
    if (playhead)
        startCounting();
    else
        pause();
}

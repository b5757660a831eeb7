#pragma once

#include "app/replay/replayspeed.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

class Viewport;
struct Comparison;

/// Whether what moves glides, or stands still and moves once a second.
enum class Motion { Smooth, Reduced };

/// Moves the playhead through all runs of a comparison on one clock, which counts from the origin
/// of each: slower than they were, forwards, or from one change to the next. Only the picture is
/// slowed; nothing runs.
class Replay : public QObject {
    Q_OBJECT

public:
    /// A clock that never goes back.
    using Clock = std::function<Nanoseconds()>;

    /// `viewport` is borrowed: it holds the position, so that who moves its playhead moves the
    /// replay. `clock` tells how much time has passed while the replay plays.
    explicit Replay(Viewport& viewport, Clock clock = steadyClock, QObject* parent = nullptr);

    /// The runs to step through; borrowed until another is set, and may be null.
    void setComparison(const Comparison* comparison);
    /// Only these runs are replayed, those seen; otherwise all. Steps go to what changes in them.
    void setRuns(std::vector<std::size_t> runs) { m_runs = std::move(runs); }
    void setMotion(Motion motion);

    [[nodiscard]] Nanoseconds position() const;
    /// Of the longest run.
    [[nodiscard]] Nanoseconds length() const;
    [[nodiscard]] bool isPlaying() const noexcept { return m_timer.isActive(); }
    [[nodiscard]] bool isLooping() const noexcept { return m_isLooping; }
    /// Index in `replayDivisors`.
    [[nodiscard]] std::size_t speed() const noexcept { return m_speed; }

    /// After how much time the picture moves again.
    [[nodiscard]] std::chrono::milliseconds interval() const
    {
        return m_timer.intervalAsDuration();
    }

    /// Takes in how much time has passed. Its own timer calls it.
    void advance();

public Q_SLOTS:
    /// Goes on from where it is; from the start if that is the end.
    void play();
    void pause();
    void playOrPause();
    void toStart();
    /// To the next time at which anything changes in any run.
    void stepForward();
    void stepBack();
    void slower();
    void faster();
    /// The user's choice, which `suggestSpeed` no longer changes.
    void setSpeed(std::size_t speed);
    /// A speed that suits the length, unless the user has chosen one.
    void suggestSpeed();
    /// Over the selection, or over all where nothing is selected.
    void setLooping(bool isLooping);
    void seek(Nanoseconds t);

Q_SIGNALS:
    void playingChanged(bool isPlaying);
    void speedChanged();
    void loopingChanged(bool isLooping);

private:
    [[nodiscard]] static Nanoseconds steadyClock();
    /// What is replayed: all, or the selection while it is looped over.
    [[nodiscard]] TimeRange range() const;
    void show(Nanoseconds t);
    /// Counts from the position on, from now on.
    void startCounting();
    void noteMove();
    void changeSpeed(std::size_t speed);

    Viewport& m_viewport;
    const Clock m_clock;
    const Comparison* m_comparison = nullptr;
    std::optional<std::vector<std::size_t>> m_runs;  ///< empty for all
    QTimer m_timer;
    std::size_t m_speed = 4;
    bool m_isSpeedChosen = false;
    bool m_isLooping = false;
    Nanoseconds m_from{};                ///< the position at `m_since`
    Nanoseconds m_since{};               ///< by the clock
    std::optional<Nanoseconds> m_shown;  ///< where it put the playhead last
};

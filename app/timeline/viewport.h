#pragma once

#include "app/timeline/coordinates.h"
#include "core/model/time.h"

#include <QElapsedTimer>
#include <QObject>

#include <optional>
#include <vector>

/// Whether the content of a timeline still becomes longer.
enum class Growth { GoesOn, Ended };

/// The stretch of time that all panels show, with the cursor and the selection that they share.
/// Times count from the origin of each run. It follows the growing content until the user zooms.
class Viewport : public QObject {
    Q_OBJECT

public:
    explicit Viewport(QObject* parent = nullptr);

    [[nodiscard]] TimeRange visible() const noexcept { return m_state.visible; }
    [[nodiscard]] bool isFollowing() const noexcept { return m_state.following; }
    [[nodiscard]] Nanoseconds contentEnd() const noexcept { return m_contentEnd; }
    /// What shows all of the content, with room for more while it grows.
    [[nodiscard]] TimeRange whole() const noexcept { return m_whole; }
    [[nodiscard]] bool canUndo() const noexcept { return !m_undo.empty(); }
    /// Where the user points, else the playhead.
    [[nodiscard]] std::optional<Nanoseconds> cursor() const noexcept
    {
        return m_cursor ? m_cursor : m_playhead;
    }
    /// Where a replay is, which stays while the user points elsewhere.
    [[nodiscard]] std::optional<Nanoseconds> playhead() const noexcept { return m_playhead; }
    [[nodiscard]] std::optional<TimeRange> selection() const noexcept { return m_selection; }

    /// The content is this long now. Changes what is visible only while following.
    void setContentEnd(Nanoseconds end, Growth growth = Growth::Ended);
    /// Forgets zoom, cursor and selection: another comparison is shown.
    void reset();

    void zoomTo(TimeRange range);
    /// Shows 1 ÷ `factor` of the time, with `t` where it was. Requires factor > 0.
    void zoomAt(Nanoseconds t, double factor);
    void panBy(Nanoseconds offset);
    /// As zoomTo; several in a row, as one of its ends is dragged, are one change.
    void resizeTo(TimeRange range);
    void fit();
    void goToStart();
    void goToEnd();
    /// Moves by as little as shows `t`.
    void reveal(Nanoseconds t);
    /// Back to before the last change by the user; a turn of the wheel is one change.
    void undoZoom();

    void showCursor(std::optional<Nanoseconds> t);
    /// Moves the playhead, and the cursor with it: who points has to move to point again.
    void setPlayhead(std::optional<Nanoseconds> t);
    /// Shows `t` for a replay, turning a page where it is out of sight. No step for undo: the user
    /// did not zoom.
    void follow(Nanoseconds t);
    void select(std::optional<TimeRange> range);

Q_SIGNALS:
    void visibleChanged();
    void cursorChanged();
    void selectionChanged();

private:
    enum class Change { None, Zoom, Pan, Jump };
    struct State {
        TimeRange visible;
        bool following = true;
        bool operator==(const State&) const = default;
    };

    [[nodiscard]] TimeRange limited(TimeRange range) const;
    void change(TimeRange range, Change kind);
    void setState(const State& state);

    State m_state;
    Nanoseconds m_contentEnd{};
    TimeRange m_whole = fittingRange({});
    std::vector<State> m_undo;
    Change m_lastChange = Change::None;
    QElapsedTimer m_sinceChange;
    std::optional<Nanoseconds> m_cursor;
    std::optional<Nanoseconds> m_playhead;
    std::optional<TimeRange> m_selection;
};

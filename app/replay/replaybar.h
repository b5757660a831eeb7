#pragma once

#include "app/replay/motionkeeper.h"
#include "app/replay/replay.h"
#include "app/shell/activity.h"

#include <QFrame>

class CommandSet;
class ComparisonView;
class InstantPanel;
class QBoxLayout;
class TransportBar;
struct Theme;

/// The replay of what the timelines show, and what happens at the instant where it is.
class ReplayBar : public QFrame {
    Q_OBJECT

public:
    /// All are borrowed and outlive the bar.
    ReplayBar(const CommandSet& commands, ComparisonView& view, QSettings& memory,
              QWidget* parent = nullptr);

    /// `comparison` is borrowed until another is set; null shows nothing.
    void setComparison(const Comparison* comparison);
    /// What goes on cannot be replayed yet.
    void setActivity(Activity activity);
    /// The comparison has grown for the last time.
    void refreshNow();
    /// Whether the timelines are in front at all.
    void setOffered(bool isOffered);
    void setTheme(const Theme& theme);
    /// On a wall only the instant is shown, with letters of so many pixels; 0 for none.
    void setProjected(int letters);

    [[nodiscard]] Replay& replay() noexcept { return m_replay; }
    [[nodiscard]] const MotionKeeper& motion() const noexcept { return m_motion; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void createParts();
    void connectCommands();
    void updateOffer();
    void showTime();

    const CommandSet& m_commands;
    ComparisonView& m_view;
    const Comparison* m_comparison = nullptr;
    Activity m_activity = Activity::Idle;
    bool m_isOffered = true;
    Replay m_replay;
    MotionKeeper m_motion;
    QBoxLayout* m_row = nullptr;
    TransportBar* m_transport = nullptr;
    InstantPanel* m_instant = nullptr;
};

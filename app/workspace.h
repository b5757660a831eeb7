#pragma once

#include "app/middle.h"
#include "app/replay/motionsteps.h"
#include "app/shell/activity.h"
#include "app/shell/windowplace.h"
#include "core/model/ids.h"

#include <QWidget>

class CommandSet;
class LabHistory;
class LessonStage;
class MessageStrip;
class PaneKeeper;
class Places;
class QSettings;
class QSplitter;
class ReplayBar;
class SidePane;
class TimelineSwitches;
class TopBar;
struct Comparison;
struct LessonSetup;
struct Theme;

/// What fills the window: the bar, messages, and beneath them a place, the timelines or the plan as
/// a program, and the times.
class Workspace : public QWidget {
    Q_OBJECT

public:
    /// Commands, history and memory are borrowed and outlive the workspace.
    Workspace(const CommandSet& commands, LabHistory& history, const LessonSetup& lessons,
              QSettings& memory, QWidget* parent = nullptr);

    [[nodiscard]] TopBar& bar() const noexcept { return *m_bar; }
    [[nodiscard]] MessageStrip& messages() const noexcept { return *m_messages; }
    [[nodiscard]] Places& places() const noexcept { return *m_places; }
    [[nodiscard]] ComparisonView& view() const noexcept { return m_middle->view(); }
    [[nodiscard]] CodePane& code() const noexcept { return m_middle->code(); }
    [[nodiscard]] ReplayBar& replay() const noexcept { return *m_replay; }
    [[nodiscard]] StudyView& study() const noexcept { return m_middle->study(); }
    [[nodiscard]] TablePane& table() const noexcept { return m_middle->table(); }
    [[nodiscard]] OutputPane& output() const noexcept { return m_middle->output(); }
    [[nodiscard]] SidePane& side() const noexcept { return *m_side; }
    [[nodiscard]] PaneKeeper& panes() const noexcept { return *m_panes; }

    void setTheme(const Theme& theme);
    /// Shows what is read from afar, and nothing else.
    void setProjected(bool isProjected);
    /// Goes on by `step` panels' pages, or by pages of what else is in front.
    void step(int step);
    void setActivity(Activity activity);

    /// Brings a place to the front, and the focus there.
    void goTo(WindowPlace place);

    /// Shows what the code pane holds, or the timelines.
    void showCode(bool isShown);

    /// `comparison` is borrowed until another is set; null shows nothing.
    void setComparison(const Comparison* comparison);

    /// The comparison has grown. Where motion is reduced, that is seen once a second.
    void refresh();

    /// The comparison has grown for the last time.
    void refreshNow();

    [[nodiscard]] TimelineSwitches& switches() const noexcept { return *m_switches; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void createParts(LabHistory& history, const LessonSetup& lessons, QSettings& memory);
    void createColumns(QSettings& memory);
    void connectParts();
    void connectCode();
    /// The code pane shows the plan in front of the user, unless a lesson shows another program.
    void showPlanAsCode();
    void connectTable();
    void showPlace(WindowPlace place);
    void fitPlace();
    /// What belongs beside and below what is in front.
    void fitFront();
    void showGrowth();
    /// What follows from the size of the window while it is projected.
    void fitLetters();
    /// Shows in the timelines when the task was in progress.
    void showTask(RunId run, TaskId task);

    const CommandSet& m_commands;
    const LabHistory& m_history;
    MotionSteps m_steps;
    TopBar* m_bar = nullptr;
    MessageStrip* m_messages = nullptr;
    QSplitter* m_columns = nullptr;
    Places* m_places = nullptr;
    Middle* m_middle = nullptr;
    SidePane* m_side = nullptr;
    ReplayBar* m_replay = nullptr;
    const Comparison* m_comparison = nullptr;
    PaneKeeper* m_panes = nullptr;
    LessonStage* m_stage = nullptr;
    TimelineSwitches* m_switches = nullptr;
    bool m_isProjected = false;
};

#pragma once

#include "app/replay/motionsteps.h"
#include "app/shell/activity.h"
#include "app/shell/windowplace.h"
#include "core/model/ids.h"

#include <QWidget>

class CodePane;
class CodeTabs;
class CommandSet;
class ComparisonView;
class LabHistory;
class LessonWall;
class QLabel;
class MessageStrip;
class OutputPane;
class PaneKeeper;
class PanesAside;
class PictureStrip;
class Places;
class QSettings;
class QSplitter;
class QStackedWidget;
class ReplayBar;
class SidePane;
class StudyView;
class TablePane;
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
    [[nodiscard]] ComparisonView& view() const noexcept { return *m_view; }
    [[nodiscard]] CodePane& code() const noexcept { return *m_code; }
    [[nodiscard]] ReplayBar& replay() const noexcept { return *m_replay; }
    [[nodiscard]] StudyView& study() const noexcept { return *m_study; }
    [[nodiscard]] TablePane& table() const noexcept { return *m_table; }
    [[nodiscard]] OutputPane& output() const noexcept { return *m_output; }
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

    void switchRows();
    void switchColours();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void createParts(LabHistory& history, const LessonSetup& lessons, QSettings& memory);
    void createColumns(QSettings& memory);
    void createMiddle(QSettings& memory);
    QWidget* createTimelines(QSettings& memory);
    void connectSwitches();
    void connectCode();
    /// The code pane shows the plan in front of the user, unless a lesson shows another program.
    void showPlanAsCode();
    void connectTable();
    /// Shows the switches that fit what is shown, as they stand.
    void updateSwitches();
    void showPlace(WindowPlace place);
    void fitPlace();
    /// Puts in front what the place is about, on a wall the page of the lesson or what it ran.
    void chooseMiddle();
    void stepLesson(int step);
    /// What the place is about at a desk.
    [[nodiscard]] QWidget* usualMiddle();
    void focusMiddle();
    void showTable(bool isShown);
    void showGrowth();
    /// What follows from the size of the window while it is projected.
    void fitLetters();
    /// Shows in the timelines when the task was in progress.
    void showTask(RunId run, TaskId task);
    void setRows(int choice);
    void setColours(int choice);

    const CommandSet& m_commands;
    const LabHistory& m_history;
    MotionSteps m_steps;
    TopBar* m_bar = nullptr;
    MessageStrip* m_messages = nullptr;
    QSplitter* m_columns = nullptr;
    Places* m_places = nullptr;
    ComparisonView* m_view = nullptr;
    CodePane* m_code = nullptr;
    CodeTabs* m_tabs = nullptr;
    TablePane* m_table = nullptr;
    OutputPane* m_output = nullptr;
    QStackedWidget* m_middle = nullptr;  ///< the timelines with the output, or the study
    StudyView* m_study = nullptr;
    PictureStrip* m_pictures = nullptr;
    SidePane* m_side = nullptr;
    ReplayBar* m_replay = nullptr;
    const Comparison* m_comparison = nullptr;
    PaneKeeper* m_panes = nullptr;
    PanesAside* m_aside = nullptr;
    LessonWall* m_wall = nullptr;
    QLabel* m_question = nullptr;     ///< below what a lesson ran, on a wall
    bool m_looksAtTimelines = false;  ///< rather than at the page of the lesson, on a wall
    bool m_isProjected = false;
};

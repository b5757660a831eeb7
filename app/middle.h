#pragma once

#include <QStackedWidget>

class CodePane;
class CodeTabs;
class ComparisonView;
class LessonPlace;
class LessonWall;
class OutputPane;
class PanesAside;
class PictureStrip;
class QSettings;
class StudyView;
class TablePane;
struct Comparison;
struct Theme;
enum class Feed;

/// The pages in the middle of the window, of which one is in front: the timelines or a program with
/// the panes beneath them, the study, and of lessons the overview and the page for a wall.
class Middle : public QStackedWidget {
    Q_OBJECT

public:
    /// Both are borrowed and outlive the middle.
    Middle(LessonPlace& lessons, QSettings& memory, QWidget* parent = nullptr);

    [[nodiscard]] ComparisonView& view() const noexcept { return *m_view; }
    [[nodiscard]] CodePane& code() const noexcept { return *m_code; }
    [[nodiscard]] CodeTabs& tabs() const noexcept { return *m_tabs; }
    [[nodiscard]] StudyView& study() const noexcept { return *m_study; }
    [[nodiscard]] TablePane& table() const noexcept { return *m_table; }
    [[nodiscard]] OutputPane& output() const noexcept { return *m_output; }
    [[nodiscard]] PictureStrip& pictures() const noexcept { return *m_pictures; }
    [[nodiscard]] LessonWall& wall() const noexcept { return *m_wall; }

    void showTimelines();
    void showStudy();
    void showOverview();
    void showWall();

    /// Whether the page of the timelines is in front, with a program or without.
    [[nodiscard]] bool hasTimelines() const;
    [[nodiscard]] bool hasWall() const;
    /// Whether a program is in front.
    [[nodiscard]] bool hasCode() const;

    /// Gives the focus to what is in front.
    void focusFront();
    /// Scrolls what is in front by `step` screenfuls; returns whether there was more.
    bool scrollFront(int step);
    void showTable(bool isShown);

    void setTheme(const Theme& theme);
    void setProjected(bool isProjected);
    void setFeed(Feed feed);
    /// `comparison` is borrowed until another is set; null shows nothing.
    void setComparison(const Comparison* comparison);
    void showGrowth();
    void showGrowthNow();

private:
    QWidget* createTimelines(QSettings& memory);

    LessonPlace& m_lessons;
    QWidget* m_timelines = nullptr;  ///< with the panes beneath them
    ComparisonView* m_view = nullptr;
    CodePane* m_code = nullptr;
    CodeTabs* m_tabs = nullptr;
    StudyView* m_study = nullptr;
    TablePane* m_table = nullptr;
    OutputPane* m_output = nullptr;
    PictureStrip* m_pictures = nullptr;
    PanesAside* m_aside = nullptr;
    LessonWall* m_wall = nullptr;
};

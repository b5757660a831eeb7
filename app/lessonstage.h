#pragma once

#include <QObject>

class LessonCourse;
class Middle;
class Places;
class QLabel;

/// Decides which page of the middle is in front. During a lesson on a wall that is its page, the
/// program that the page is about, or what it ran, with the question beneath; a presenter's remote
/// goes from one to the other and on.
class LessonStage : public QObject {
    Q_OBJECT

public:
    /// Both are borrowed and outlive the stage.
    LessonStage(Middle& middle, Places& places, QObject* parent = nullptr);

    /// The line below what a lesson ran, on a wall. Its owner is whoever takes it in.
    [[nodiscard]] QLabel* line() const noexcept { return m_line; }

    void setProjected(bool isProjected);
    /// Large letters for the line, in pixels.
    void setLetters(int pixels);

    /// Brings the timelines, or the program in their place, before the page of a lesson.
    void showRuns();
    /// Puts in front what the place is about now.
    void choose();

    /// Goes on by a screenful or by a page of the lesson; returns whether a lesson was open.
    bool step(int step);

Q_SIGNALS:
    void chosen();  ///< something may be in front that was not

private:
    [[nodiscard]] bool isInLesson() const;
    /// Goes to the program of the page or back from what it ran; returns whether there is such.
    bool stepOnPage(int step);
    [[nodiscard]] bool hasProgram() const;
    /// The one in front, which waits for a second F5; empty for none.
    [[nodiscard]] QString programToRun() const;
    void chooseAtDesk();
    void tellBelow();
    [[nodiscard]] LessonCourse& course() const;

    Middle& m_middle;
    Places& m_places;
    QLabel* m_line = nullptr;
    bool m_isProjected = false;
    bool m_hasRead = false;      ///< the program of the page was asked for
    bool m_looksAtRuns = false;  ///< rather than at the page of the lesson, on a wall
};

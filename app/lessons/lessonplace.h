#pragma once

#include "app/lessons/interpreterchoice.h"
#include "app/lessons/lessonactions.h"
#include "app/lessons/lessoncourse.h"
#include "app/lessons/lessonshelf.h"
#include "app/lessons/lessontheme.h"
#include "app/lessons/progressstore.h"
#include "app/lessons/steppage.h"

#include <QPointer>
#include <QStackedWidget>

#include <memory>

class LessonList;
class LessonOverview;
class LessonView;

/// Where lessons are and where progress is kept.
struct LessonSetup {
    LessonFolders folders;
    QString progress;
    lesson::Equipment equipment;  ///< but for Python, which is found by itself
};

/// Lessons: a list to choose from, and the lesson that is taken. Lessons are read when the place is
/// first shown.
class LessonPlace : public QStackedWidget {
    Q_OBJECT

public:
    /// `memory` is borrowed and outlives the place.
    LessonPlace(LessonSetup setup, QSettings& memory, QWidget* parent = nullptr);
    ~LessonPlace() override;

    [[nodiscard]] LessonCourse& course() noexcept { return m_course; }
    [[nodiscard]] LessonActions& actions() noexcept { return m_actions; }
    [[nodiscard]] InterpreterChoice& python() noexcept { return m_python; }
    [[nodiscard]] ProgressStore& store() noexcept { return m_store; }
    [[nodiscard]] LessonShelf& shelf();

    /// Opens the lesson of that name, or says that there is none.
    void openNamed(const QString& name);
    /// Puts that file on the shelf and opens it; where it has problems, shows them in the list.
    void openFile(const QString& path);

    /// For the middle of the window while no lesson is open. Its owner is whoever takes it in.
    [[nodiscard]] LessonOverview* overview();

    /// What pages are made with.
    [[nodiscard]] StepPage::Parts pageParts() noexcept
    {
        return {m_course, m_python, m_actions, m_theme};
    }
    void setTheme(const Theme& theme) { m_theme.set(theme); }

    /// Asks for what the page is about to be run: the first experiment that was not run yet.
    void run();
    [[nodiscard]] bool canRun() const;
    /// Why it cannot, in a sentence; empty if it can.
    [[nodiscard]] QString obstacle() const;
    /// The file that the next run would execute, after it was shown; empty where it is none of the
    /// lesson's own programs, or nobody has asked for it yet.
    [[nodiscard]] QString askedProgram() const;

    /// Closes the lesson. Where that is finished, the next one is offered.
    void showList();
    void back();
    void next();

Q_SIGNALS:
    void failed(const QString& message);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void open(const QString& path);
    void ensureList();
    /// Marks the lesson to go on with, in the list and in the overview.
    void offer(const QString& path);
    void takeEquipment();
    void followFiles();
    [[nodiscard]] const lesson::Experiment* nextExperiment() const;

    LessonSetup m_setup;
    QSettings& m_memory;
    ProgressStore m_store;
    InterpreterChoice m_python;
    LessonActions m_actions;
    LessonTheme m_theme;
    LessonCourse m_course;
    std::unique_ptr<LessonShelf> m_shelf;  ///< null until it is needed
    LessonList* m_list = nullptr;          ///< as above
    LessonView* m_view = nullptr;
    QPointer<LessonOverview> m_overview;  ///< null until it is needed; others may delete it
};

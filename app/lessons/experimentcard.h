#pragma once

#include "core/lesson/lesson.h"

#include <QFrame>

class InterpreterChoice;
class LessonActions;
class LessonCourse;
class QHBoxLayout;
class QLabel;
class QPushButton;

/// What an experiment of the lesson runs, and the buttons that do it; or why it cannot be run, and
/// what there is to look at instead.
class ExperimentCard : public QFrame {
    Q_OBJECT

public:
    /// All are borrowed and outlive the card.
    ExperimentCard(const lesson::Experiment& experiment, LessonCourse& course,
                   const InterpreterChoice& python, LessonActions& actions,
                   QWidget* parent = nullptr);

    void refresh();
    [[nodiscard]] const lesson::Experiment& experiment() const noexcept { return m_experiment; }

private:
    void createParts();
    void createButtons();
    void connectButtons(LessonActions& actions);
    [[nodiscard]] QPushButton* addButton(QHBoxLayout* row, const QString& name, const QString& text,
                                         const QString& tip);
    [[nodiscard]] const lesson::ObservedProgram* program() const;
    [[nodiscard]] QString obstacle() const;

    const lesson::Experiment& m_experiment;
    LessonCourse& m_course;
    const InterpreterChoice& m_python;
    QLabel* m_words = nullptr;
    QLabel* m_interpreter = nullptr;
    QLabel* m_obstacle = nullptr;
    QLabel* m_question = nullptr;
    QHBoxLayout* m_row = nullptr;
    QHBoxLayout* m_others = nullptr;
    QPushButton* m_run = nullptr;
    QPushButton* m_stop = nullptr;
    QPushButton* m_show = nullptr;
    QPushButton* m_lab = nullptr;
    QPushButton* m_read = nullptr;
    QPushButton* m_choose = nullptr;
    QPushButton* m_recording = nullptr;
};

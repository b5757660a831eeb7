#pragma once

#include "core/lesson/lesson.h"

#include <QFrame>

class InterpreterChoice;
class LessonActions;
class LessonCourse;
class LessonCurve;
class LessonTheme;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

/// What an experiment of the lesson runs, and the buttons that do it; or why it cannot be run, and
/// what there is to look at instead. Of a study, the curve too.
class ExperimentCard : public QFrame {
    Q_OBJECT

public:
    /// What the card works with, all borrowed; it outlives the card.
    struct Parts {
        LessonCourse& course;
        const InterpreterChoice& python;
        LessonActions& actions;
        const LessonTheme& theme;
    };
    /// Where the curve stands: a card is as wide as there is room for.
    enum class Curve { Below, Beside };

    /// `experiment` is the course's.
    ExperimentCard(const lesson::Experiment& experiment, const Parts& parts, Curve curve,
                   QWidget* parent = nullptr);

    void refresh();
    /// Whether there is a curve to be seen.
    [[nodiscard]] bool hasCurve() const;
    [[nodiscard]] const lesson::Experiment& experiment() const noexcept { return m_experiment; }

private:
    void createParts();
    void createButtons();
    void createCurve(const LessonTheme& theme, Curve place);
    void connectButtons(LessonActions& actions);
    [[nodiscard]] QPushButton* addButton(QHBoxLayout* row, const QString& name, const QString& text,
                                         const QString& tip);
    [[nodiscard]] const lesson::ObservedProgram* program() const;
    [[nodiscard]] QString obstacle() const;
    [[nodiscard]] bool isStudy() const;

    const lesson::Experiment& m_experiment;
    LessonCourse& m_course;
    const InterpreterChoice& m_python;
    QLabel* m_words = nullptr;
    QLabel* m_interpreter = nullptr;
    QLabel* m_obstacle = nullptr;
    QLabel* m_question = nullptr;
    LessonCurve* m_curve = nullptr;  ///< null where there is no study
    QVBoxLayout* m_column = nullptr;
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

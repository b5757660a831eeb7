#pragma once

#include "core/lesson/lesson.h"

#include <QWidget>

#include <vector>

class CheckCard;
class ExperimentCard;
class InterpreterChoice;
class LessonActions;
class LessonCourse;
class LessonTheme;
class QuestionCard;
class QLayout;
class QVBoxLayout;

/// One page of a lesson: its blocks from top to bottom. A page that asks what was seen, or judges
/// it, begins with the experiments that it is about; one that asks beforehand ends with them.
class StepPage : public QWidget {
    Q_OBJECT

public:
    /// For one learner, or for a class that looks at a wall.
    enum class Look { Desk, Wall };

    /// What pages are made with, all borrowed.
    struct Parts {
        LessonCourse& course;
        const InterpreterChoice& python;
        LessonActions& actions;
        const LessonTheme& theme;
        Look look = Look::Desk;
    };

    /// The page that the course is at.
    explicit StepPage(const Parts& parts, QWidget* parent = nullptr);

    /// Shows what is known now.
    void refresh();

private:
    void addBlocks();
    void addExperiments();
    [[nodiscard]] bool isForClass() const;
    [[nodiscard]] QWidget* createText(const std::string& markdown);

    const Parts m_parts;
    QVBoxLayout* m_column;
    std::vector<QuestionCard*> m_questions;
    std::vector<CheckCard*> m_checks;
    std::vector<ExperimentCard*> m_experiments;
    std::vector<QLayout*> m_rows;  ///< of them
};

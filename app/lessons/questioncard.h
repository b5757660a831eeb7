#pragma once

#include "app/lessons/lessonprogress.h"

#include <QFrame>

class AnswerField;
class ConfidenceRow;
class LessonActions;
class LessonCourse;
class MarkdownText;
class QLabel;
class QPushButton;
class QVBoxLayout;

/// A question with its answer: asked before the run or after, then graded by what was measured.
class QuestionCard : public QFrame {
    Q_OBJECT

public:
    /// `block` is the prediction or observation that asks `question`; both point into the course's
    /// lesson. All are borrowed and outlive the card. `isForClass`: votes are counted, and nobody
    /// says how sure they are.
    QuestionCard(const Question& question, const lesson::Block& block, LessonCourse& course,
                 LessonActions& actions, bool isForClass = false, QWidget* parent = nullptr);

    /// Shows what is known now.
    void refresh();

private:
    void createParts(LessonActions& actions, bool isForClass);
    void keep(const Answer& answer);
    void keepConfidence(Confidence confidence);
    [[nodiscard]] bool asksAboutRuns() const;
    [[nodiscard]] bool isGraded() const;
    /// No more options will be chosen.
    void takeAsWhole();
    [[nodiscard]] QString caption() const;
    [[nodiscard]] QString gradeText() const;

    const Question m_question;
    const lesson::Block& m_block;
    const lesson::Prediction* m_prediction;  ///< null for an observation
    LessonCourse& m_course;
    bool m_isOpen;  ///< several options may be chosen, and more still can be
    AnswerField* m_field = nullptr;
    QPushButton* m_done = nullptr;          ///< null where one option is the answer
    ConfidenceRow* m_confidence = nullptr;  ///< null where that is not asked
    QLabel* m_wait = nullptr;               ///< why it cannot be answered yet
    QLabel* m_grade = nullptr;
    MarkdownText* m_explanation = nullptr;  ///< null where there is none
};

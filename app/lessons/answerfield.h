#pragma once

#include "app/lessons/lessonprogress.h"

#include <QWidget>

class LessonCourse;

/// Where a question is answered. What was answered is the course's; this shows it and asks for
/// more.
class AnswerField : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Shows the answer as it is now, and how it was graded where that is known.
    virtual void refresh() = 0;

    /// Whether the answer stands, and is only shown.
    void setFixed(bool isFixed);
    [[nodiscard]] bool isFixed() const noexcept { return m_isFixed; }

    /// How the answer was graded, in words; empty where that is not known.
    [[nodiscard]] virtual QString grade() const = 0;

Q_SIGNALS:
    void given(const Answer& answer);

private:
    bool m_isFixed = false;
};

/// The field that fits `question`. Both are borrowed and outlive it. `isForClass`: with votes.
[[nodiscard]] AnswerField* answerFieldFor(const Question& question, LessonCourse& course,
                                          bool isForClass);

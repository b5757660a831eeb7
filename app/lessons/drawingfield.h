#pragma once

#include "app/lessons/answerfield.h"

class DrawingBar;

/// The length of a bar, drawn.
class DrawingField : public AnswerField {
    Q_OBJECT

public:
    DrawingField(const Question& question, LessonCourse& course, QWidget* parent = nullptr);

    void refresh() override;
    [[nodiscard]] QString grade() const override;

private:
    void give(double length);
    void showMeasured();

    const Question m_question;
    LessonCourse& m_course;
    DrawingBar* m_bar = nullptr;
};

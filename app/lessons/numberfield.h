#pragma once

#include "app/lessons/answerfield.h"

class QDoubleSpinBox;
class QPushButton;

/// A number, which stands once it is entered.
class NumberField : public AnswerField {
    Q_OBJECT

public:
    NumberField(const Question& question, LessonCourse& course, QWidget* parent = nullptr);

    void refresh() override;
    [[nodiscard]] QString grade() const override;

private:
    void createParts();
    void give();

    const Question m_question;
    LessonCourse& m_course;
    QDoubleSpinBox* m_number = nullptr;
    QPushButton* m_give = nullptr;
};

#pragma once

#include "app/lessons/answerfield.h"

#include <vector>

class OptionButton;

/// Options, of which one or several are chosen.
class ChoiceField : public AnswerField {
    Q_OBJECT

public:
    ChoiceField(const Question& question, LessonCourse& course, QWidget* parent = nullptr);

    void refresh() override;
    [[nodiscard]] QString grade() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose(int option);
    [[nodiscard]] const Answer& answer() const;
    [[nodiscard]] std::optional<bool> isRight(std::size_t option) const;

    const Question m_question;
    LessonCourse& m_course;
    bool m_isGraded = false;  ///< whether any option can be right
    std::vector<OptionButton*> m_options;
};

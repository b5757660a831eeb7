#pragma once

#include "app/lessons/answerfield.h"

#include <vector>

class OptionButton;
class QVBoxLayout;
class VotesBox;

/// Options, of which one or several are chosen; for a class, with the votes for each.
class ChoiceField : public AnswerField {
    Q_OBJECT

public:
    ChoiceField(const Question& question, LessonCourse& course, bool isForClass,
                QWidget* parent = nullptr);

    void refresh() override;
    [[nodiscard]] QString grade() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addOption(const lesson::Option& option, QVBoxLayout* column, bool isForClass);
    void choose(int option);
    void countVotes();
    [[nodiscard]] const Answer& answer() const;
    [[nodiscard]] std::optional<bool> isRight(std::size_t option) const;
    [[nodiscard]] QString toldOtherwise() const;

    const Question m_question;
    LessonCourse& m_course;
    std::vector<OptionButton*> m_options;
    std::vector<VotesBox*> m_votes;  ///< of the options; none where they are not counted
};

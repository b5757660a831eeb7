#include "app/lessons/choicefield.h"

#include "app/lessons/answergrading.h"
#include "app/lessons/lessoncourse.h"
#include "app/lessons/optionbutton.h"
#include "app/lessons/votesbox.h"

#include <QKeyEvent>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

ChoiceField::ChoiceField(const Question& question, LessonCourse& course, bool isForClass,
                         QWidget* parent)
    : AnswerField(parent),
      m_question(question),
      m_course(course)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    for (const lesson::Option& option : *question.options)
        addOption(option, column, isForClass);
    refresh();
}

void ChoiceField::addOption(const lesson::Option& option, QVBoxLayout* column, bool isForClass)
{
    const QString text = QString::fromStdString(option.text);
    auto* button = new OptionButton(text);
    const auto number = static_cast<int>(m_options.size());
    button->setObjectName(QStringLiteral("option%1").arg(number + 1));
    connect(button, &OptionButton::clicked, this, [this, number] { choose(number); });
    m_options.push_back(button);
    auto* row = new QHBoxLayout;
    row->addWidget(button, 1);
    button->setMarked(!isForClass);
    if (isForClass) {
        m_votes.push_back(new VotesBox(text));
        connect(m_votes.back(), &VotesBox::valueChanged, this, &ChoiceField::countVotes);
        row->addWidget(m_votes.back());
    }
    column->addLayout(row);
}

void ChoiceField::refresh()
{
    using Mark = OptionButton::Mark;
    const Answer& given = answer();
    const auto votes = given.votes.size() == m_options.size() ? given.votes : std::vector<int>();
    for (std::size_t i = 0; i < m_options.size(); ++i) {
        const auto right = isFixed() ? isRight(i) : std::nullopt;
        m_options[i]->setChecked(std::ranges::find(given.chosen, static_cast<int>(i)) !=
                                 given.chosen.end());
        m_options[i]->setMark(!right ? Mark::None : *right ? Mark::Right : Mark::Wrong);
        m_options[i]->setFixed(isFixed());
        m_options[i]->setNote(
            votes.empty() || !m_votes.empty() ? QString() : tr("%n vote(s)", nullptr, votes[i]));
        if (m_votes.empty())
            continue;
        const QSignalBlocker quiet(m_votes[i]);
        m_votes[i]->setValue(votes.empty() ? 0 : votes[i]);
    }
}

QString ChoiceField::grade() const
{
    if (answer().chosen.empty() || !isGraded(m_question))
        return {};
    const auto right = gradeOf(answer(), m_question, m_course.known()).isRight;
    if (!isMeasured(m_question))
        return right.value_or(false) ? tr("Yes, that is right.") : toldOtherwise();
    if (!right)
        return tr("Whether that is right could not be measured this time.");
    return *right ? tr("As it was measured, you were right.") : tr("It was measured otherwise.");
}

void ChoiceField::keyPressEvent(QKeyEvent* event)
{
    const int number = event->key() - Qt::Key_1;
    if (number >= 0 && number < static_cast<int>(m_options.size()) && !isFixed())
        choose(number);
    else
        AnswerField::keyPressEvent(event);
}

void ChoiceField::choose(int option)
{
    Answer given = answer();
    auto& chosen = given.chosen;
    const auto found = std::ranges::find(chosen, option);
    if (!m_question.isMultiple)
        chosen = {option};
    else if (found != chosen.end())
        chosen.erase(found);
    else
        chosen.insert(std::ranges::upper_bound(chosen, option), option);
    Q_EMIT this->given(given);
    refresh();  // a click on what is chosen has unchecked the button
}

void ChoiceField::countVotes()
{
    Answer given = answer();
    given.votes.clear();
    for (const VotesBox* const each : m_votes)
        given.votes.push_back(each->value());
    Q_EMIT this->given(given);
}

const Answer& ChoiceField::answer() const
{
    return m_course.answerTo(m_question.name);
}

std::optional<bool> ChoiceField::isRight(std::size_t option) const
{
    if (!isGraded(m_question))
        return std::nullopt;
    return ::isRight((*m_question.options)[option], m_course.known());
}

/// What the lesson itself says, where there is nothing to measure: it does not leave one in doubt.
QString ChoiceField::toldOtherwise() const
{
    QStringList right;
    for (const lesson::Option& option : *m_question.options) {
        if (option.isRight)
            right << u'“' + QString::fromStdString(option.text) + u'”';
    }
    return tr("Not this time. Right is: %1").arg(right.join(QStringLiteral(", ")));
}

#include "app/lessons/questioncard.h"

#include "app/lessons/answerfield.h"
#include "app/lessons/answergrading.h"
#include "app/lessons/confidencerow.h"
#include "app/lessons/lessonactions.h"
#include "app/lessons/lessoncourse.h"
#include "app/lessons/markdowntext.h"
#include "app/shell/textlabel.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

QuestionCard::QuestionCard(const Question& question, const lesson::Block& block,
                           LessonCourse& course, LessonActions& actions, bool isForClass,
                           QWidget* parent)
    : QFrame(parent),
      m_question(question),
      m_block(block),
      m_prediction(std::get_if<lesson::Prediction>(&block)),
      m_course(course),
      m_isOpen(question.isMultiple && !course.answerTo(question.name).isGiven())
{
    setObjectName(QStringLiteral("question"));
    setRole(this, Role::Card);
    createParts(actions, isForClass);
    refresh();
}

void QuestionCard::refresh()
{
    const bool isGiven = m_course.answerTo(m_question.name).isGiven();
    const bool isWaiting = !m_prediction && asksAboutRuns() && !m_course.isKnown(m_block);
    m_wait->setVisible(isWaiting);
    m_field->setEnabled(!isWaiting);
    m_field->setFixed(isGraded());
    if (m_done)
        m_done->setVisible(m_isOpen && isGiven && !isWaiting);
    if (m_confidence) {
        m_confidence->setVisible(isGiven);
        m_confidence->setConfidence(m_course.answerTo(m_question.name).confidence);
        m_confidence->setFixed(isGraded());
    }
    const QString grade = gradeText();
    m_grade->setText(grade);
    m_grade->setVisible(!grade.isEmpty());
    if (m_explanation)
        m_explanation->setVisible(asksAboutRuns() ? isGraded() : isGiven);
}

void QuestionCard::createParts(LessonActions& actions, bool isForClass)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(8);
    column->addWidget(textLabel(caption(), Role::Caption));
    auto* asked = textLabel(QString::fromStdString(m_question.text), Role::Strong);
    asked->setTextFormat(Qt::PlainText);
    column->addWidget(asked);
    m_wait = textLabel(tr("Run the experiment first."), Role::Muted);
    column->addWidget(m_wait);
    m_field = answerFieldFor(m_question, m_course, isForClass);
    column->addWidget(m_field);
    connect(m_field, &AnswerField::given, this, &QuestionCard::keep);
    if (m_question.isMultiple) {
        m_done = new QPushButton(tr("These are all"));
        m_done->setObjectName(QStringLiteral("done"));
        connect(m_done, &QPushButton::clicked, this, &QuestionCard::takeAsWhole);
        column->addWidget(m_done, 0, Qt::AlignLeft);
    }
    if (m_prediction && m_prediction->asksConfidence && !isForClass) {
        m_confidence = new ConfidenceRow;
        column->addWidget(m_confidence);
        connect(m_confidence, &ConfidenceRow::chosen, this, &QuestionCard::keepConfidence);
    }
    m_grade = textLabel({}, Role::Strong);
    m_grade->setObjectName(QStringLiteral("grade"));
    column->addWidget(m_grade);
    if (m_question.explanation.empty())
        return;
    m_explanation = new MarkdownText(m_course.folder());
    m_explanation->setText(QString::fromStdString(m_question.explanation));
    connect(m_explanation, &MarkdownText::timelineAsked, &actions, &LessonActions::linkAsked);
    connect(m_explanation, &MarkdownText::pageAsked, &actions, &LessonActions::pageAsked);
    column->addWidget(m_explanation);
}

void QuestionCard::keep(const Answer& answer)
{
    m_course.setAnswer(m_question.name, answer);
}

void QuestionCard::keepConfidence(Confidence confidence)
{
    Answer answer = m_course.answerTo(m_question.name);
    answer.confidence = confidence;
    m_course.setAnswer(m_question.name, answer);
}

void QuestionCard::takeAsWhole()
{
    m_isOpen = false;
    refresh();
}

bool QuestionCard::asksAboutRuns() const
{
    return !m_course.askedIn(m_block).empty();
}

bool QuestionCard::isGraded() const
{
    if (m_isOpen)
        return false;
    if (asksAboutRuns() ? !m_course.isKnown(m_block) : !::isGraded(m_question))
        return false;
    return m_prediction ? m_course.isMade(*m_prediction)
                        : m_course.answerTo(m_question.name).isGiven();
}

QString QuestionCard::caption() const
{
    if (!m_prediction)
        return tr("WHAT DID YOU SEE?");
    return asksAboutRuns() ? tr("PREDICT FIRST") : tr("THINK ABOUT IT");
}

QString QuestionCard::gradeText() const
{
    if (!isGraded())
        return {};
    const QString grade = m_field->grade();
    const auto confidence = m_course.answerTo(m_question.name).confidence;
    if (grade.isEmpty() || !confidence || !m_confidence)
        return grade;
    switch (*confidence) {
    case Confidence::Guess:
        return tr("%1 You said that it was a guess.").arg(grade);
    case Confidence::Probably:
        return tr("%1 You were fairly sure.").arg(grade);
    case Confidence::Sure:
        break;
    }
    return tr("%1 You were sure.").arg(grade);
}

#include "app/lessons/checkcard.h"

#include "app/lessons/lessonactions.h"
#include "app/lessons/lessoncourse.h"
#include "app/lessons/markdowntext.h"
#include "app/shell/textlabel.h"
#include "core/lesson/judging.h"

#include <QLabel>
#include <QVBoxLayout>

namespace {

QLabel* plainLabel(Role role)
{
    QLabel* const label = textLabel({}, role);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QString capitalised(QString sentence)
{
    if (!sentence.isEmpty())
        sentence[0] = sentence[0].toUpper();
    return sentence;
}

QString wordsOf(lesson::Outcome outcome)
{
    switch (outcome) {
    case lesson::Outcome::Holds:
        return CheckCard::tr("✓ HOLDS");
    case lesson::Outcome::DoesNotHold:
        return CheckCard::tr("✗ DOES NOT HOLD");
    case lesson::Outcome::Inconclusive:
        return CheckCard::tr("? INCONCLUSIVE");
    case lesson::Outcome::Skipped:
        break;
    }
    return CheckCard::tr("– SKIPPED");
}

}  // namespace

CheckCard::CheckCard(const lesson::Block& block, LessonCourse& course, LessonActions& actions,
                     QWidget* parent)
    : QFrame(parent),
      m_block(block),
      m_check(std::get<lesson::Check>(block)),
      m_course(course)
{
    setObjectName(QStringLiteral("check"));
    setRole(this, Role::Card);
    m_outcome = plainLabel(Role::Caption);
    m_outcome->setObjectName(QStringLiteral("outcome"));
    m_claim = plainLabel(Role::Strong);
    m_measured = plainLabel(Role::Muted);
    m_measured->setObjectName(QStringLiteral("measured"));
    m_measured->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(6);
    for (QLabel* const label : {m_outcome, m_claim, m_measured})
        column->addWidget(label);
    if (!m_check.explanation.empty()) {
        m_explanation = new MarkdownText(course.folder());
        m_explanation->setText(QString::fromStdString(m_check.explanation));
        connect(m_explanation, &MarkdownText::timelineAsked, &actions, &LessonActions::linkAsked);
        connect(m_explanation, &MarkdownText::pageAsked, &actions, &LessonActions::pageAsked);
        column->addWidget(m_explanation);
    }
    refresh();
}

void CheckCard::refresh()
{
    const lesson::Judged& judged = m_course.judged(m_check);
    const bool isSkipped = judged.outcome == lesson::Outcome::Skipped;
    const bool isTold = isSkipped || m_course.isKnown(m_block);
    m_outcome->setText(isTold ? wordsOf(judged.outcome) : tr("A CLAIM TO BE CHECKED"));
    m_claim->setText(isTold ? QString::fromStdString(m_check.claim)
                            : tr("It is told once this machine has measured it."));
    QStringList lines;
    if (isTold && !judged.measured.empty())
        lines << QString::fromStdString(judged.measured);
    const bool isPlain = judged.outcome == lesson::Outcome::Holds;
    if (isTold && !isPlain && !judged.why.empty())
        lines << capitalised(QString::fromStdString(judged.why));
    m_measured->setText(lines.join(u'\n'));
    m_measured->setVisible(!lines.isEmpty());
    if (m_explanation)
        m_explanation->setVisible(isTold && !isSkipped);
}

#include "app/lessons/steppage.h"

#include "app/lessons/checkcard.h"
#include "app/lessons/experimentcard.h"
#include "app/lessons/lessonactions.h"
#include "app/lessons/lessoncourse.h"
#include "app/lessons/markdowntext.h"
#include "app/lessons/pictureblock.h"
#include "app/lessons/programcard.h"
#include "app/lessons/questioncard.h"

#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr int gap = 12;
constexpr int mostOfTheRest = 8;  ///< to one for nothing

template <typename Wanted>
bool has(const std::vector<lesson::Block>& blocks)
{
    return std::ranges::any_of(
        blocks, [](const lesson::Block& block) { return std::holds_alternative<Wanted>(block); });
}

template <typename Asking>
Question questionIn(const LessonCourse& course, const Asking& asking)
{
    const auto questions = questionsOf(course.lesson());
    const auto found = std::ranges::find(questions, asking.name, &Question::name);
    Q_ASSERT(found != questions.end());
    return *found;
}

}  // namespace

StepPage::StepPage(const Parts& parts, QWidget* parent)
    : QWidget(parent),
      m_parts(parts),
      m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("stepPage"));
    setAttribute(Qt::WA_StyledBackground);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(gap);
    addBlocks();
    m_column->addStretch(1);
    refresh();
}

void StepPage::refresh()
{
    for (QuestionCard* const card : m_questions)
        card->refresh();
    for (CheckCard* const card : m_checks)
        card->refresh();
    for (ExperimentCard* const card : m_experiments)
        card->refresh();
    const bool hasCurve = std::ranges::any_of(m_experiments, &ExperimentCard::hasCurve);
    for (QLayout* const row : m_rows)  // a curve can use what room a wall has left
        m_column->setStretchFactor(row, hasCurve && isForClass() ? mostOfTheRest : 0);
}

void StepPage::addBlocks()
{
    const LessonCourse& course = m_parts.course;
    const auto& blocks = *course.pages()[course.page()].blocks;
    const bool looksBack = has<lesson::Observation>(blocks) || has<lesson::Check>(blocks);
    bool hasExperiments = has<lesson::Experiment>(blocks) && !has<lesson::Prediction>(blocks);
    for (const lesson::Block& block : blocks) {
        const bool isText = std::holds_alternative<lesson::Text>(block);
        if (!hasExperiments && looksBack && !isText) {
            addExperiments();
            hasExperiments = true;
        }
        if (const auto* const text = std::get_if<lesson::Text>(&block)) {
            m_column->addWidget(createText(text->markdown));
        } else if (const auto* const asked = std::get_if<lesson::Prediction>(&block)) {
            m_questions.push_back(new QuestionCard(questionIn(course, *asked), block,
                                                   m_parts.course, m_parts.actions, isForClass()));
            m_column->addWidget(m_questions.back());
        } else if (const auto* const seen = std::get_if<lesson::Observation>(&block)) {
            m_questions.push_back(new QuestionCard(questionIn(course, *seen), block, m_parts.course,
                                                   m_parts.actions, isForClass()));
            m_column->addWidget(m_questions.back());
        } else if (std::holds_alternative<lesson::Check>(block)) {
            m_checks.push_back(new CheckCard(block, m_parts.course, m_parts.actions));
            m_column->addWidget(m_checks.back());
        } else if (const auto* const program = std::get_if<lesson::Program>(&block)) {
            m_column->addWidget(new ProgramCard(*program, m_parts.actions));
        } else if (const auto* const picture = std::get_if<lesson::Picture>(&block)) {
            m_column->addWidget(new PictureBlock(*picture, course.folder()));
        } else if (hasExperiments) {
            addExperiments();
        }
    }
    if (!hasExperiments)
        addExperiments();
}

bool StepPage::isForClass() const
{
    return m_parts.look == Look::Wall;
}

void StepPage::addExperiments()
{
    // A wall has room beside a card rather than below it, and beside the words on it.
    using Curve = ExperimentCard::Curve;
    const Curve curve = isForClass() ? Curve::Beside : Curve::Below;
    const ExperimentCard::Parts parts{m_parts.course, m_parts.python, m_parts.actions,
                                      m_parts.theme};
    auto* cards = new QBoxLayout(isForClass() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    cards->setSpacing(gap);
    m_column->addLayout(cards);
    m_rows.push_back(cards);
    for (const lesson::Experiment* const each : m_parts.course.experiments()) {
        const bool isThere = std::ranges::any_of(m_experiments, [each](const ExperimentCard* card) {
            return &card->experiment() == each;
        });
        if (isThere)
            continue;
        m_experiments.push_back(new ExperimentCard(*each, parts, curve));
        cards->addWidget(m_experiments.back(), 1);
    }
}

QWidget* StepPage::createText(const std::string& markdown)
{
    auto* text = new MarkdownText(m_parts.course.folder());
    text->setText(QString::fromStdString(markdown));
    connect(text, &MarkdownText::timelineAsked, &m_parts.actions, &LessonActions::linkAsked);
    connect(text, &MarkdownText::pageAsked, &m_parts.actions, &LessonActions::pageAsked);
    return text;
}

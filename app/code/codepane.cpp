#include "app/code/codepane.h"

#include "app/code/codeview.h"
#include "app/shell/segmentedswitch.h"

#include <QEvent>
#include <QFontInfo>
#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace {

const QString languageKey = QStringLiteral("code/language");
// As they are remembered, in the order of CodePane::Languages and of the switch.
const std::array languageValues{QStringLiteral("python"), QStringLiteral("cpp"),
                                QStringLiteral("both")};

constexpr int smallestLetters = 13;
constexpr int projectedLetters = 28;
constexpr int projectedPairLetters = 24;  // as small as text on a wall may be
constexpr double letterShape = 0.6;       // the width of a letter in its height
constexpr int narrowestProgram = 50;      // in letters

CodePane::Languages rememberedIn(const QSettings& memory)
{
    const auto* const found =
        std::ranges::find(languageValues, memory.value(languageKey).toString());
    return found == languageValues.end()
               ? CodePane::Languages::Python
               : static_cast<CodePane::Languages>(found - languageValues.begin());
}

Language otherThan(Language language)
{
    return language == Language::Python ? Language::Cpp : Language::Python;
}

}  // namespace

CodePane::CodePane(QSettings& memory, QWidget* parent)
    : QFrame(parent),
      m_memory(memory),
      m_chosen(rememberedIn(memory)),
      m_shown(m_chosen)
{
    setObjectName(QStringLiteral("codePane"));
    createPages();
    createLanguages();
    fitLetters();
}

void CodePane::setPlan(const Experiment& experiment, const Plan& plan)
{
    m_subject = PlanSubject{experiment, plan};
    m_first = Language::Python;
    showIn(m_chosen);
}

void CodePane::setPlanInBoth(const Experiment& experiment, const Plan& plan, Language first)
{
    m_subject = PlanSubject{experiment, plan};
    m_first = first;
    showIn(Languages::Both);
}

void CodePane::setTexts(const QString& python, const QString& cpp)
{
    m_subject = TextSubject{python, cpp};
    m_first = Language::Python;
    showIn(cpp.isEmpty() ? Languages::Python : python.isEmpty() ? Languages::Cpp : Languages::Both);
}

void CodePane::choose(Languages languages)
{
    m_chosen = languages;
    m_memory.setValue(languageKey, languageValues[static_cast<std::size_t>(languages)]);
    if (hasBoth())
        showIn(languages);
}

void CodePane::setProblem(const QString& problem)
{
    m_subject = std::monostate();
    showOne();
    m_pages.front()->setProblem(problem);
}

void CodePane::setNothing(const QString& note)
{
    m_subject = std::monostate();
    showOne();
    m_languages->hide();
    m_pages.front()->setNote(note);
}

void CodePane::setTheme(const Theme& theme)
{
    for (ProgramPage* const page : m_pages)
        page->setTheme(theme);
}

void CodePane::setProjected(bool isProjected)
{
    m_isProjected = isProjected;
    for (ProgramPage* const page : m_pages)
        page->setProjected(isProjected);
    fitHead();
    fitLetters();
}

bool CodePane::scroll(int step)
{
    bool hasScrolled = false;
    for (ProgramPage* const page : m_pages)
        hasScrolled = (page->isVisible() && page->scroll(step)) || hasScrolled;
    return hasScrolled;
}

CodeView* CodePane::otherView() const noexcept
{
    return m_pages.back()->isHidden() ? nullptr : &m_pages.back()->view();
}

void CodePane::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_pages.back())
        fitLetters();
}

void CodePane::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fitPages();
}

void CodePane::createPages()
{
    m_splitter = new QSplitter(this);
    m_splitter->setObjectName(QStringLiteral("programs"));
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    for (ProgramPage*& page : m_pages) {
        page = new ProgramPage(m_splitter);
        connect(page, &ProgramPage::done, this, &CodePane::done);
        connect(page, &ProgramPage::failed, this, &CodePane::failed);
        m_splitter->setStretchFactor(m_splitter->indexOf(page), 1);
    }
    m_pages.back()->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);
}

void CodePane::createLanguages()
{
    m_languages = new SegmentedSwitch(this);
    m_languages->setObjectName(QStringLiteral("languages"));
    m_languages->setAccessibleName(tr("Language"));
    m_languages->addChoice(tr("Python"), tr("Shows the program in Python."));
    m_languages->addChoice(tr("C++"), tr("Shows the program in C++20."));
    m_languages->addChoice(tr("Both"), tr("Shows the program in Python and C++ side by side."));
    m_languages->setChoice(static_cast<int>(m_chosen));
    connect(m_languages, &SegmentedSwitch::choiceMade, this,
            [this](int choice) { choose(static_cast<Languages>(choice)); });
    m_pages.front()->addToHead(m_languages);
}

ShownProgram CodePane::shownIn(Language language) const
{
    const bool isPython = language == Language::Python;
    if (const auto* const texts = std::get_if<TextSubject>(&m_subject))
        return {language,
                isPython ? texts->python : texts->cpp,
                {},
                isPython ? QStringLiteral("program.py") : QStringLiteral("program.cpp")};
    const auto& [experiment, plan] = std::get<PlanSubject>(m_subject);
    return {language, QString::fromStdString(programFor(experiment, plan, language)),
            QString::fromStdString(commandFor(experiment, language)),
            QString::fromStdString(fileNameFor(experiment, language))};
}

void CodePane::showIn(Languages languages)
{
    if (std::holds_alternative<std::monostate>(m_subject))
        return;
    const bool isChange = std::exchange(m_shown, languages) != languages;
    const bool isPair = languages == Languages::Both;
    m_languages->setChoice(static_cast<int>(languages));
    fitHead();
    const Language alone = languages == Languages::Cpp ? Language::Cpp : Language::Python;
    m_pages.front()->setProgram(shownIn(isPair ? m_first : alone));
    if (isPair)
        m_pages.back()->setProgram(shownIn(otherThan(m_first)));
    m_pages.back()->setVisible(isPair);
    for (ProgramPage* const page : m_pages)
        page->setPaired(isPair);
    fitLetters();
    if (isChange && isPair)
        m_splitter->setSizes({QWIDGETSIZE_MAX / 4, QWIDGETSIZE_MAX / 4});
    if (isChange)
        Q_EMIT languagesChanged();
}

void CodePane::showOne()
{
    fitHead();
    m_pages.back()->hide();
    m_pages.front()->setPaired(false);
    if (std::exchange(m_shown, Languages::Python) != Languages::Python)
        Q_EMIT languagesChanged();
}

bool CodePane::hasBoth() const
{
    const auto* const texts = std::get_if<TextSubject>(&m_subject);
    return !texts || (!texts->python.isEmpty() && !texts->cpp.isEmpty());
}

void CodePane::fitHead()
{
    m_languages->setVisible(hasBoth() && !m_isProjected);
}

void CodePane::fitLetters()
{
    const int desk = qMax(smallestLetters, QFontInfo(font()).pixelSize());
    const int wall = m_shown == Languages::Both ? projectedPairLetters : projectedLetters;
    for (ProgramPage* const page : m_pages)
        page->setPixelSize(m_isProjected ? wall : desk);
    fitPages();
}

void CodePane::fitPages()
{
    const double needed = 2 * narrowestProgram * letterShape * view().letterHeight();
    m_splitter->setOrientation(width() < needed ? Qt::Vertical : Qt::Horizontal);
}

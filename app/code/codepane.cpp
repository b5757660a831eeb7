#include "app/code/codepane.h"

#include "app/code/codeview.h"
#include "app/shell/role.h"
#include "app/shell/segmentedswitch.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFontDatabase>
#include <QFontInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QSettings>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace {

const QString languageKey = QStringLiteral("code/language");
const QString cppValue = QStringLiteral("cpp");

constexpr int smallestLetters = 13;
constexpr int projectedLetters = 28;

}  // namespace

CodePane::CodePane(QSettings& memory, QWidget* parent) : QFrame(parent), m_memory(memory)
{
    setObjectName(QStringLiteral("codePane"));
    if (m_memory.value(languageKey).toString() == cppValue)
        m_language = Language::Cpp;
    createParts();
    fitLetters();
}

void CodePane::setPlan(const Experiment& experiment, const Plan& plan)
{
    m_subject = PlanSubject{experiment, plan};
    showProgram();
}

void CodePane::setTexts(const QString& python, const QString& cpp)
{
    m_subject = TextSubject{python, cpp};
    showProgram();
}

void CodePane::setProblem(const QString& problem)
{
    m_subject = std::monostate();
    m_problem->setText(problem);
    showParts(false);
}

void CodePane::setTheme(const Theme& theme)
{
    m_view->setTheme(theme);
}

void CodePane::setProjected(bool isProjected)
{
    m_isProjected = isProjected;
    fitLetters();
}

void CodePane::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_view)
        fitLetters();
}

void CodePane::createParts()
{
    m_problem = new QLabel(this);
    m_problem->setObjectName(QStringLiteral("codeProblem"));
    setRole(m_problem, Role::Error);
    m_problem->setWordWrap(true);
    m_problem->setContentsMargins(14, 8, 14, 8);
    m_view = new CodeView(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(createHead());
    column->addLayout(createCommand());
    column->addWidget(m_problem);
    column->addWidget(m_view, 1);
    showParts(true);
}

QHBoxLayout* CodePane::createHead()
{
    m_languages = new SegmentedSwitch(this);
    m_languages->setObjectName(QStringLiteral("languages"));
    m_languages->setAccessibleName(tr("Language"));
    m_languages->addChoice(tr("Python"), tr("Shows the plan as a program in Python."));
    m_languages->addChoice(tr("C++"), tr("Shows the plan as a program in C++20."));
    m_languages->setChoice(m_language == Language::Cpp ? 1 : 0);
    connect(m_languages, &SegmentedSwitch::choiceMade, this,
            [this](int choice) { choose(choice == 0 ? Language::Python : Language::Cpp); });
    m_copy = createButton(QStringLiteral("copyCode"), tr("Copy"),
                          tr("Puts the whole program on the clipboard."));
    connect(m_copy, &QPushButton::clicked, this, &CodePane::copy);
    m_save = createButton(QStringLiteral("saveCode"), tr("Save As…"),
                          tr("Keeps the program in a file."));
    connect(m_save, &QPushButton::clicked, this, &CodePane::askWhereToSave);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(14, 10, 14, 6);
    row->setSpacing(8);
    row->addWidget(m_languages);
    row->addStretch(1);
    row->addWidget(m_copy);
    row->addWidget(m_save);
    return row;
}

QHBoxLayout* CodePane::createCommand()
{
    m_runWith = new QLabel(tr("Run it with"), this);
    setRole(m_runWith, Role::Muted);
    m_command = new QLabel(this);
    m_command->setObjectName(QStringLiteral("codeCommand"));
    m_command->setAccessibleName(tr("The command that runs the program"));
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_command->setWordWrap(true);
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(14, 0, 14, 8);
    row->setSpacing(8);
    row->addWidget(m_runWith, 0, Qt::AlignTop);
    row->addWidget(m_command, 1);
    return row;
}

QPushButton* CodePane::createButton(const QString& name, const QString& text, const QString& tip)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setToolTip(tip);
    button->setAccessibleDescription(tip);
    return button;
}

void CodePane::choose(Language language)
{
    m_language = language;
    m_memory.setValue(languageKey, language == Language::Cpp ? cppValue : QStringLiteral("python"));
    showProgram();
}

CodePane::Shown CodePane::shownIn(Language language) const
{
    const bool isPython = language == Language::Python;
    if (const auto* const texts = std::get_if<TextSubject>(&m_subject))
        return {isPython ? texts->python : texts->cpp,
                {},
                isPython ? QStringLiteral("program.py") : QStringLiteral("program.cpp")};
    const auto& [experiment, plan] = std::get<PlanSubject>(m_subject);
    return {QString::fromStdString(programFor(experiment, plan, language)),
            QString::fromStdString(commandFor(experiment, language)),
            QString::fromStdString(fileNameFor(experiment, language))};
}

Language CodePane::shownLanguage() const
{
    const auto* const texts = std::get_if<TextSubject>(&m_subject);
    if (!texts || (!texts->python.isEmpty() && !texts->cpp.isEmpty()))
        return m_language;
    return texts->cpp.isEmpty() ? Language::Python : Language::Cpp;
}

void CodePane::showProgram()
{
    if (std::holds_alternative<std::monostate>(m_subject))
        return;
    const Language language = shownLanguage();
    m_languages->setChoice(language == Language::Cpp ? 1 : 0);
    const Shown shown = shownIn(language);
    m_command->setText(shown.command);
    m_command->setVisible(!shown.command.isEmpty());
    m_runWith->setVisible(!shown.command.isEmpty());
    m_view->setProgram(shown.text, language);
    showParts(true);
}

void CodePane::showParts(bool areThere)
{
    m_problem->setVisible(!areThere);
    m_view->setVisible(areThere);
    m_command->setEnabled(areThere);
    m_copy->setEnabled(areThere);
    m_save->setEnabled(areThere);
}

void CodePane::fitLetters()
{
    const int desk = qMax(smallestLetters, QFontInfo(font()).pixelSize());
    m_view->setPixelSize(m_isProjected ? projectedLetters : desk);
}

void CodePane::copy()
{
    QApplication::clipboard()->setText(m_view->text());
    Q_EMIT done(tr("The program is on the clipboard."));
}

void CodePane::askWhereToSave()
{
    if (std::holds_alternative<std::monostate>(m_subject))
        return;
    const Language language = shownLanguage();
    auto* dialog =
        new QFileDialog(window(), tr("Save the Program"),
                        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(language == Language::Python ? QStringLiteral("py")
                                                          : QStringLiteral("cpp"));
    dialog->selectFile(shownIn(language).fileName);
    connect(dialog, &QFileDialog::fileSelected, this, &CodePane::save);
    dialog->open();
}

void CodePane::save(const QString& path)
{
    QSaveFile file(path);
    const QByteArray bytes = m_view->text().toUtf8();
    const bool isSaved =
        file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    const QString name = QDir::toNativeSeparators(path);
    if (isSaved)
        Q_EMIT done(tr("Saved as %1.").arg(name));
    else
        Q_EMIT failed(tr("%1 could not be written: %2.").arg(name, file.errorString()));
}

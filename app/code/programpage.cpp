#include "app/code/programpage.h"

#include "app/code/codeview.h"
#include "app/shell/role.h"
#include "core/storage/deviceio.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace {

constexpr int projectedTitle = 28;  // pixels

}  // namespace

ProgramPage::ProgramPage(QWidget* parent) : QWidget(parent)
{
    createParts();
    showInstead(nullptr);
}

void ProgramPage::setProgram(const ShownProgram& program)
{
    m_program = program;
    m_title->setText(program.language == Language::Python ? tr("Python") : tr("C++"));
    m_command->setText(program.command);
    m_view->setProgram(program.text, program.language);
    showInstead(nullptr);
}

void ProgramPage::setProblem(const QString& problem)
{
    m_problem->setText(problem);
    showInstead(m_problem);
}

void ProgramPage::setNote(const QString& note)
{
    m_note->setText(note);
    showInstead(m_note);
}

void ProgramPage::addToHead(QWidget* widget)
{
    m_head->insertWidget(0, widget);
}

void ProgramPage::setPaired(bool isPaired)
{
    m_title->setVisible(isPaired);
    m_view->setWrapped(isPaired);
}

void ProgramPage::setTheme(const Theme& theme)
{
    m_view->setTheme(theme);
}

void ProgramPage::setProjected(bool isProjected)
{
    m_isProjected = isProjected;
    m_title->setStyleSheet(isProjected ? QStringLiteral("font-size: %1px;").arg(projectedTitle)
                                       : QString());
    fitParts();
}

void ProgramPage::setPixelSize(int pixels)
{
    m_view->setPixelSize(pixels);
}

bool ProgramPage::scroll(int step)
{
    const int before = m_view->firstVisibleLine();
    m_view->setFirstVisibleLine(qMax(0, before + step * qMax(1, m_view->visibleLines() - 1)));
    return m_view->firstVisibleLine() != before;
}

void ProgramPage::createParts()
{
    m_problem = createSentence(QStringLiteral("codeProblem"), Role::Error);
    m_note = createSentence(QStringLiteral("codeNote"), Role::Muted);
    createHead();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_head);
    column->addLayout(createCommand());
    column->addWidget(m_problem);
    column->addWidget(m_note);
    m_view = new CodeView(this);
    column->addWidget(m_view, 1);
}

void ProgramPage::createHead()
{
    m_head = new QHBoxLayout;
    m_head->setContentsMargins(14, 10, 14, 6);
    m_head->setSpacing(8);
    m_title = new QLabel(this);
    m_title->setObjectName(QStringLiteral("codeLanguage"));
    setRole(m_title, Role::Strong);
    m_title->setVisible(false);
    m_head->addWidget(m_title);
    m_head->addStretch(1);
    m_copy = addButton(QStringLiteral("copyCode"), tr("Copy"),
                       tr("Puts the whole program on the clipboard."));
    connect(m_copy, &QPushButton::clicked, this, &ProgramPage::copy);
    m_save =
        addButton(QStringLiteral("saveCode"), tr("Save As…"), tr("Keeps the program in a file."));
    connect(m_save, &QPushButton::clicked, this, &ProgramPage::askWhereToSave);
}

QHBoxLayout* ProgramPage::createCommand()
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

QPushButton* ProgramPage::addButton(const QString& name, const QString& text, const QString& tip)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setToolTip(tip);
    button->setAccessibleDescription(tip);
    m_head->addWidget(button);
    return button;
}

QLabel* ProgramPage::createSentence(const QString& name, Role role)
{
    auto* sentence = new QLabel(this);
    sentence->setObjectName(name);
    setRole(sentence, role);
    sentence->setWordWrap(true);
    sentence->setContentsMargins(14, 8, 14, 8);
    sentence->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return sentence;
}

void ProgramPage::showInstead(QLabel* sentence)
{
    const bool isThere = !sentence;
    m_problem->setVisible(sentence == m_problem);
    m_note->setVisible(sentence == m_note);
    m_view->setVisible(isThere);
    m_copy->setEnabled(isThere);
    m_save->setEnabled(isThere);
    if (!isThere)
        m_command->clear();
    fitParts();
}

void ProgramPage::fitParts()
{
    const bool hasCommand = !m_command->text().isEmpty() && !m_isProjected;
    m_command->setVisible(hasCommand);
    m_runWith->setVisible(hasCommand);
    m_copy->setVisible(!m_isProjected);
    m_save->setVisible(!m_isProjected);
}

void ProgramPage::copy()
{
    QApplication::clipboard()->setText(m_view->text());
    Q_EMIT done(tr("The program is on the clipboard."));
}

void ProgramPage::askWhereToSave()
{
    auto* dialog =
        new QFileDialog(window(), tr("Save the Program"),
                        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(m_program.language == Language::Python ? QStringLiteral("py")
                                                                    : QStringLiteral("cpp"));
    dialog->selectFile(m_program.fileName);
    connect(dialog, &QFileDialog::fileSelected, this, &ProgramPage::save);
    dialog->open();
}

void ProgramPage::save(const QString& path)
{
    if (const auto saved = saveFile(path, m_view->text().toUtf8()); saved)
        Q_EMIT done(tr("Saved as %1.").arg(QDir::toNativeSeparators(path)));
    else
        Q_EMIT failed(QString::fromStdString(saved.error().message));
}

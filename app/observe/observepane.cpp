#include "app/observe/observepane.h"

#include "app/observe/folderbutton.h"
#include "app/observe/programline.h"
#include "app/observe/recentcommandlist.h"
#include "app/shell/textlabel.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

ObservePane::ObservePane(QSettings& memory, QWidget* parent) : PlacePane(parent), m_recent(memory)
{
    createHeading();
    createLine();
    createChooser();
    createFolder(memory);
    createRecent();
    content()->addStretch();
    createButtons();
    connectControls();
    setFocusProxy(m_line);
    setLine(m_recent.lines().value(0));
    updateButtons();
}

void ObservePane::setActivity(Activity activity)
{
    m_activity = activity;
    updateButtons();
}

void ObservePane::observe()
{
    if (m_activity != Activity::Idle)
        return;
    const auto words = wordsOf(m_line->text());
    if (!words) {
        showProblem(QString::fromStdString(words.error().message));
        m_line->setFocus();
        return;
    }
    if (!QFileInfo(m_folder->folder()).isDir())
        return showProblem(tr("The working folder %1 is gone. Choose another.")
                               .arg(QDir::toNativeSeparators(m_folder->folder())));
    showProblem({});
    m_recent.add(m_line->text().trimmed());
    Q_EMIT observeAsked(*words, m_folder->folder());
}

void ObservePane::offerFile(const QString& path)
{
    const auto line = lineForFile(path);
    if (!line)
        return showProblem(QString::fromStdString(line.error().message));
    setLine(*line);
    if (m_activity == Activity::Idle)
        m_observe->setFocus();
}

void ObservePane::createHeading()
{
    content()->addWidget(textLabel(tr("Watch any program"), Role::Heading));
    content()->addWidget(textLabel(tr("Name a program: Coreogram runs it and shows when each of "
                                      "its threads and processes has a core."),
                                   Role::Muted));
    content()->addSpacing(6);
    content()->addWidget(textLabel(tr("PROGRAM AND ARGUMENTS"), Role::Caption));
}

void ObservePane::createLine()
{
    m_line = new QLineEdit;
    m_line->setObjectName(QStringLiteral("programLine"));
    m_line->setPlaceholderText(QStringLiteral("python3 script.py"));
    m_line->setClearButtonEnabled(true);
    m_line->setAccessibleName(tr("Program and arguments"));
    m_line->setToolTip(tr("Quotes keep words together. No shell reads this line: for pipes, name "
                          "one, as in  sh -c \"a | b\"."));
    m_line->setAccessibleDescription(m_line->toolTip());
    m_problem = textLabel({}, Role::Text);
    m_problem->setObjectName(QStringLiteral("programProblem"));
    m_problem->hide();
    content()->addWidget(m_line);
    content()->addWidget(m_problem);
}

void ObservePane::createChooser()
{
    auto* choose = new QPushButton(tr("Choose a program…"));
    choose->setObjectName(QStringLiteral("chooseProgram"));
    choose->setToolTip(tr("A program, or a Python file, which Python then runs."));
    choose->setAccessibleDescription(choose->toolTip());
    connect(choose, &QPushButton::clicked, this, &ObservePane::askForFile);
    content()->addWidget(choose);
}

void ObservePane::createFolder(QSettings& memory)
{
    m_folder = new FolderButton(memory);
    auto* row = new QHBoxLayout;
    row->addWidget(textLabel(tr("Working folder"), Role::Text), 1);
    row->addWidget(m_folder);
    content()->addLayout(row);
}

void ObservePane::createRecent()
{
    auto* box = new QWidget;
    box->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* clear = new QToolButton;
    clear->setObjectName(QStringLiteral("clearRecent"));
    clear->setText(tr("Clear"));
    clear->setToolTip(tr("Clears the list of recent programs."));
    clear->setAutoRaise(true);
    clear->setFocusPolicy(Qt::StrongFocus);
    auto* list = new RecentCommandList(m_recent);
    auto* row = new QHBoxLayout;
    row->addWidget(textLabel(tr("RECENT"), Role::Caption), 1);
    row->addWidget(clear);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(list);
    content()->addWidget(box);

    connect(clear, &QToolButton::clicked, &m_recent, &RecentCommands::clear);
    connect(list, &RecentCommandList::lineChosen, this, &ObservePane::setLine);
    connect(list, &RecentCommandList::lineActivated, this, [this](const QString& line) {
        setLine(line);
        observe();
    });
    const auto showIfAny = [this, box] { box->setVisible(!m_recent.lines().isEmpty()); };
    connect(&m_recent, &RecentCommands::changed, box, showIfAny);
    showIfAny();
}

void ObservePane::createButtons()
{
    m_observe = new QPushButton(tr("Observe"));
    m_observe->setObjectName(QStringLiteral("observe"));
    m_observe->setToolTip(tr("Runs the program and observes it (Return or F5)."));
    m_stop = new QPushButton(tr("Stop"));
    m_stop->setToolTip(tr("Stops the program; what was recorded is kept (Ctrl+.)."));
    for (QPushButton* button : {m_observe, m_stop}) {
        setRole(button, Role::Primary);
        button->setAccessibleDescription(button->toolTip());
        footer()->addWidget(button);
    }
}

void ObservePane::connectControls()
{
    connect(m_line, &QLineEdit::returnPressed, this, &ObservePane::observe);
    connect(m_line, &QLineEdit::textEdited, this, [this] { showProblem({}); });
    connect(m_observe, &QPushButton::clicked, this, &ObservePane::observe);
    connect(m_stop, &QPushButton::clicked, this, &ObservePane::stopAsked);
}

void ObservePane::setLine(const QString& line)
{
    m_line->setText(line);
    showProblem({});
}

void ObservePane::showProblem(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (!problem.isEmpty())
        Q_EMIT problemShown();
}

void ObservePane::askForFile()
{
    auto* dialog = new QFileDialog(window(), tr("Choose a Program"), m_folder->folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ObservePane::offerFile);
    dialog->open();
}

void ObservePane::updateButtons()
{
    const bool isIdle = m_activity == Activity::Idle;
    const bool hadFocus = m_observe->hasFocus() || m_stop->hasFocus();
    m_stop->setVisible(!isIdle);
    m_observe->setVisible(isIdle);
    if (hadFocus)
        (isIdle ? m_observe : m_stop)->setFocus();
    m_stop->setText(m_activity == Activity::Stopping ? tr("Stopping…") : tr("Stop"));
}

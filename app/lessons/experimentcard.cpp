#include "app/lessons/experimentcard.h"

#include "app/lessons/interpreterchoice.h"
#include "app/lessons/lessonactions.h"
#include "app/lessons/lessoncourse.h"
#include "app/lessons/lessoncurve.h"
#include "app/lessons/lessontheme.h"
#include "app/lessons/runwords.h"
#include "app/shell/textlabel.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

ExperimentCard::ExperimentCard(const lesson::Experiment& experiment, const Parts& parts,
                               Curve curve, QWidget* parent)
    : QFrame(parent),
      m_experiment(experiment),
      m_course(parts.course),
      m_python(parts.python)
{
    setObjectName(QStringLiteral("experiment"));
    setRole(this, Role::Card);
    createParts();
    createButtons();
    if (isStudy())
        createCurve(parts.theme, curve);
    if (!m_curve || curve == Curve::Beside)
        m_column->addStretch(1);  // an alignment to the top would cut texts of several lines
    connectButtons(parts.actions);
    refresh();
}

void ExperimentCard::refresh()
{
    const bool isRunning = m_course.running() == m_experiment.name;
    const bool isMeasured = m_course.isMeasured(m_experiment.name);
    const QString why = obstacle();
    m_obstacle->setText(why);
    m_obstacle->setVisible(!why.isEmpty());
    const bool hadFocus = m_run->hasFocus() || m_stop->hasFocus();
    m_interpreter->setVisible(program() != nullptr);
    m_interpreter->setText(m_python.text());
    m_run->setVisible(!isRunning && m_course.lackOf(m_experiment).isEmpty());
    m_run->setEnabled(why.isEmpty() && m_course.running().empty());
    const bool isAsked = program() && !isMeasured && m_course.isAllowed(m_experiment.name);
    m_question->setVisible(isAsked && !isRunning);
    m_run->setText(isMeasured  ? tr("Run again")
                   : isAsked   ? tr("Yes, run it")
                   : program() ? tr("Run this program")
                               : tr("Run"));
    m_stop->setVisible(isRunning);
    if (hadFocus)  // which would fall on a button that leaves the lesson
        (isRunning ? m_stop : m_run)->setFocus();
    m_show->setVisible(isMeasured && !isRunning);
    m_lab->setVisible(!program() && why.isEmpty());  // a run there would give the answer
    m_read->setVisible(program() != nullptr);
    m_choose->setVisible(program() != nullptr);
    m_recording->setVisible(!m_course.lackOf(m_experiment).isEmpty() &&
                            !m_experiment.recording.empty());
    if (m_curve)
        m_curve->refresh();
}

bool ExperimentCard::hasCurve() const
{
    return m_curve && m_course.isMeasured(m_experiment.name);
}

void ExperimentCard::createParts()
{
    auto* title = textLabel(titleOf(m_experiment), Role::Strong);
    title->setTextFormat(Qt::PlainText);
    m_words = textLabel(describe(m_experiment), Role::Muted);
    m_words->setTextFormat(Qt::PlainText);
    m_interpreter = textLabel({}, Role::Muted);
    m_interpreter->setObjectName(QStringLiteral("interpreter"));
    m_interpreter->setTextFormat(Qt::PlainText);
    m_obstacle = textLabel({}, Role::Text);
    m_obstacle->setObjectName(QStringLiteral("obstacle"));
    m_question = textLabel(tr("This runs a program of the lesson on your computer, with your "
                              "rights. It is shown in the middle. Run it?"),
                           Role::Text);
    m_question->setObjectName(QStringLiteral("runQuestion"));
    m_row = new QHBoxLayout;
    m_others = new QHBoxLayout;
    m_column = new QVBoxLayout;
    m_column->setSpacing(6);
    m_column->addWidget(textLabel(tr("EXPERIMENT"), Role::Caption));
    for (QLabel* const part : {title, m_words, m_interpreter, m_obstacle, m_question})
        m_column->addWidget(part);
    m_column->addLayout(m_row);
    m_column->addLayout(m_others);
    auto* all = new QHBoxLayout(this);
    all->setContentsMargins(12, 10, 12, 12);
    all->setSpacing(12);
    all->addLayout(m_column, 2);
}

void ExperimentCard::createButtons()
{
    m_run = addButton(m_row, QStringLiteral("runExperiment"), tr("Run"),
                      tr("Runs it on this machine, now (Space)."));
    m_stop = addButton(m_row, QStringLiteral("stopExperiment"), tr("Stop"),
                       tr("Stops the runs (Ctrl+.)."));
    m_show = addButton(m_row, QStringLiteral("showTimelines"), tr("Show"),
                       tr("Shows the timelines of this experiment again."));
    m_recording = addButton(m_row, QStringLiteral("showRecording"), tr("Look at a recording"),
                            tr("Shows what another machine recorded of it."));
    setRole(m_run, Role::Primary);
    setRole(m_stop, Role::Primary);
    m_row->addStretch(1);
    m_lab =
        isStudy()
            ? addButton(m_others, QStringLiteral("openInStudy"), tr("Open in Study"),
                        tr("Carries the experiment over to Study, with what was measured, where "
                           "its numbers can be changed."))
            : addButton(m_others, QStringLiteral("openInLab"), tr("Open in Lab"),
                        tr("Carries the experiment over to the Lab, where its numbers can be "
                           "changed."));
    m_read = addButton(m_others, QStringLiteral("readProgram"), tr("Read it"),
                       tr("Shows the program that would be run."));
    m_choose = addButton(m_others, QStringLiteral("choosePython"), tr("Other Python…"),
                         tr("Chooses the interpreter that runs programs of lessons."));
    m_others->addStretch(1);
}

void ExperimentCard::createCurve(const LessonTheme& theme, Curve place)
{
    m_curve = new LessonCurve(m_experiment, m_course, theme);
    if (place == Curve::Beside)
        static_cast<QHBoxLayout*>(layout())->addWidget(m_curve, 3);
    else
        m_column->addWidget(m_curve, 1);
}

void ExperimentCard::connectButtons(LessonActions& actions)
{
    const QString name = QString::fromStdString(m_experiment.name);
    const auto ask = [&, this](QPushButton* button, void (LessonActions::*asked)(const QString&),
                               const QString& what) {
        connect(button, &QPushButton::clicked, &actions, [&actions, asked, what] {
            Q_EMIT(actions.*asked)(what);
        });
    };
    ask(m_run, &LessonActions::runAsked, name);
    ask(m_show, &LessonActions::timelinesAsked, name);
    ask(m_lab, &LessonActions::labAsked, name);
    ask(m_recording, &LessonActions::recordingAsked,
        QString::fromStdString(m_experiment.recording));
    if (program())
        ask(m_read, &LessonActions::sourceAsked, QString::fromStdString(program()->file));
    connect(m_stop, &QPushButton::clicked, &actions, &LessonActions::stopAsked);
    connect(m_choose, &QPushButton::clicked, &actions, &LessonActions::interpreterAsked);
}

QPushButton* ExperimentCard::addButton(QHBoxLayout* row, const QString& name, const QString& text,
                                       const QString& tip)
{
    auto* button = new QPushButton(text);
    button->setObjectName(name);
    button->setToolTip(tip);
    button->setAccessibleDescription(tip);
    row->addWidget(button);
    return button;
}

const lesson::ObservedProgram* ExperimentCard::program() const
{
    return std::get_if<lesson::ObservedProgram>(&m_experiment.how);
}

bool ExperimentCard::isStudy() const
{
    return std::holds_alternative<lesson::StudyOf>(m_experiment.how);
}

QString ExperimentCard::obstacle() const
{
    if (const QString why = m_course.lackOf(m_experiment); !why.isEmpty())
        return tr("This machine cannot run it: %1").arg(why);
    return m_course.lockText(m_experiment);
}

#include "app/lessons/interpreterchoice.h"

#include "core/observe/processtree.h"

#include <QFileInfo>
#include <QProcess>
#include <QSettings>
#include <QTimer>

#include <chrono>

namespace {

const QString key = QStringLiteral("lessons/python");
constexpr std::chrono::seconds patience{10};

}  // namespace

InterpreterChoice::InterpreterChoice(QSettings& memory, QObject* parent)
    : QObject(parent),
      m_memory(memory)
{
    const QString kept = memory.value(key).toString();
    const QString program = QFileInfo(kept).isExecutable() ? kept : lesson::usualInterpreter();
    if (!program.isEmpty())
        ask(program);
}

InterpreterChoice::~InterpreterChoice()
{
    if (!m_asking)
        return;
    m_asking->disconnect(this);
    m_asking->kill();  // should it not have come to lead its group
    killProcessGroup(m_group);
    m_asking->waitForFinished();
}

QString InterpreterChoice::text() const
{
    if (!m_interpreter)
        return m_asking ? tr("Looking for Python…") : tr("No Python was found.");
    return m_interpreter->hasLock ? tr("Python %1 with the interpreter lock (%2)")
                                        .arg(m_interpreter->version, m_interpreter->program)
                                  : tr("Python %1 without the interpreter lock (%2)")
                                        .arg(m_interpreter->version, m_interpreter->program);
}

void InterpreterChoice::choose(const QString& program)
{
    if (m_asking)
        return;
    m_isChosen = true;
    ask(program);
}

void InterpreterChoice::ask(const QString& program)
{
    m_asking = new QProcess(this);
    m_asking->setChildProcessModifier(leadProcessGroup);
    connect(m_asking, &QProcess::finished, this, [this, program] {
        killProcessGroup(m_group);  // what it has started
        take(program, m_asking->readAllStandardOutput());
    });
    connect(m_asking, &QProcess::errorOccurred, this,
            [this, program](QProcess::ProcessError error) {
                if (error == QProcess::FailedToStart)
                    fail(tr("%1 could not be started: %2").arg(program, m_asking->errorString()));
            });
    QTimer::singleShot(patience, m_asking, [this] { killProcessGroup(m_group); });
    m_asking->start(program, lesson::interpreterQuestion());
    m_group = m_asking->processId();
    m_asking->closeWriteChannel();
}

void InterpreterChoice::take(const QString& program, const QByteArray& answer)
{
    auto interpreter = lesson::interpreterFrom(program, answer);
    if (!interpreter)
        return fail(QString::fromStdString(interpreter.error().message));
    m_asking->deleteLater();
    m_asking = nullptr;
    m_interpreter = std::move(*interpreter);
    if (m_isChosen)
        m_memory.setValue(key, program);
    m_isChosen = false;
    Q_EMIT changed();
}

void InterpreterChoice::fail(const QString& why)
{
    m_asking->deleteLater();
    m_asking = nullptr;
    if (m_isChosen)
        Q_EMIT refused(why);
    m_isChosen = false;
    Q_EMIT changed();
}

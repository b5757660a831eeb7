#include "app/lab/runnerprocess.h"

#include "core/observe/processtree.h"

#include <QFileInfo>

namespace {

constexpr qsizetype complaintsKept = 4096;

}  // namespace

RunnerProcess::RunnerProcess(QObject* parent) : QObject(parent)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connectProcess();
}

RunnerProcess::~RunnerProcess()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    for (const auto channel : {QProcess::StandardOutput, QProcess::StandardError})
        m_process.closeReadChannel(channel);  // nobody wants what it still writes
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(static_cast<int>(patience.count())))
        kill();
    m_process.waitForFinished();
    killProcessGroup(m_group);
}

void RunnerProcess::start(const QString& program, const RunnerCall& call)
{
    // A runner that observes a program has to end it before itself, should the window be killed: it
    // notices that by the end of its standard input.
    const bool tidiesUp = call.speaker == RunnerCall::Speaker::Program;
    m_process.setChildProcessModifier([tidiesUp] {
        leadProcessGroup();
        if (!tidiesUp)
            dieWithParent();
    });
    m_process.setWorkingDirectory(call.folder);
    m_process.start(program, call.arguments);
    m_group = m_process.processId();
}

void RunnerProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning || m_patience.isActive())
        return;
    m_process.closeWriteChannel();
    m_patience.start();
}

void RunnerProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_killed = true;
    m_process.kill();  // should it not have come to lead its group
    if (m_group > 0)
        killProcessGroup(m_group);
}

QString RunnerProcess::complaints() const
{
    return QString::fromUtf8(m_complaints).trimmed();
}

void RunnerProcess::connectProcess()
{
    connect(&m_process, &QProcess::started, this, &RunnerProcess::started);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &RunnerProcess::forwardOutput);
    connect(&m_process, &QProcess::readyReadStandardError, this, &RunnerProcess::forwardComplaints);
    connect(&m_process, &QProcess::finished, this, &RunnerProcess::endWith);
    connect(&m_process, &QProcess::errorOccurred, this, &RunnerProcess::reportStartFailure);
    connect(&m_patience, &QTimer::timeout, this, &RunnerProcess::kill);
}

void RunnerProcess::forwardOutput()
{
    const QByteArray bytes = m_process.readAllStandardOutput();
    if (!bytes.isEmpty())
        Q_EMIT wrote(bytes);
}

void RunnerProcess::forwardComplaints()
{
    const QByteArray bytes = m_process.readAllStandardError();
    if (bytes.isEmpty())
        return;
    m_complaints += bytes.last(qMin(complaintsKept, bytes.size()));
    if (m_complaints.size() > complaintsKept)
        m_complaints = m_complaints.last(complaintsKept);
    Q_EMIT complained(bytes);
}

void RunnerProcess::endWith(int code, QProcess::ExitStatus status)
{
    m_patience.stop();
    killProcessGroup(m_group);  // workers that a crashed runner left behind
    forwardOutput();
    forwardComplaints();
    const auto how = m_killed                        ? RunnerEnd::How::Killed
                     : status == QProcess::CrashExit ? RunnerEnd::How::Signalled
                                                     : RunnerEnd::How::Exited;
    Q_EMIT ended({how, code, {}});
}

void RunnerProcess::reportStartFailure(QProcess::ProcessError error)
{
    if (error != QProcess::FailedToStart)
        return;
    const QString reason = QFileInfo::exists(m_process.program()) ? m_process.errorString()
                                                                  : tr("there is no such file");
    Q_EMIT ended({RunnerEnd::How::NotStarted, 0, reason});
}

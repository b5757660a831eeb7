#include "app/lab/runoutcome.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <cstring>

namespace {

constexpr int exitFailed = 1;
constexpr int exitInterrupted = 130;

QString tr(const char* text)
{
    return QCoreApplication::translate("RunOutcome", text);
}

QString withComplaints(const QString& message, const RunEnding& ending)
{
    return ending.complaints.isEmpty() || ending.observed ? message
                                                          : message + u'\n' + ending.complaints;
}

/// However the program ended, the run has gone well, unless there was none.
RunReport reportOfObserved(const RunEnding& ending)
{
    const RunSummary& summary = *ending.observed;
    if (summary.end == RunEnd::Interrupted || ending.wasAskedToStop)
        return {RunOutcome::Stopped, {}};
    if (summary.end == RunEnd::Done || summary.exitStatus)
        return {RunOutcome::Done, {}};
    return {RunOutcome::NotStarted,
            tr("Nothing was run: %1.").arg(QString::fromStdString(summary.message))};
}

RunReport reportOfExit(const RunEnding& ending)
{
    if (ending.observed && ending.stream == StreamState::Whole)
        return reportOfObserved(ending);
    const int code = ending.end.code;
    if (code == exitInterrupted || (code == 0 && ending.wasAskedToStop))
        return {RunOutcome::Stopped, {}};
    if (code == 0 && ending.stream == StreamState::Whole)
        return {RunOutcome::Done, {}};
    const QString name = QFileInfo(ending.runner).fileName();
    if (code == 0)
        return {RunOutcome::Failed,
                withComplaints(
                    tr("%1 ended before its recording did. What it recorded is kept.").arg(name),
                    ending)};
    const bool isWhole = ending.stream == StreamState::Whole && ending.complaints.isEmpty();
    if (code == exitFailed && ending.areFailuresMeasured && isWhole)
        return {RunOutcome::Done, {}};
    if (code == exitFailed && !ending.failures.isEmpty())
        return {RunOutcome::Failed, withComplaints(ending.failures, ending)};
    if (code == exitFailed && !ending.complaints.isEmpty())
        return {RunOutcome::Failed, ending.complaints};
    return {RunOutcome::Failed,
            withComplaints(tr("%1 ended with status %2.").arg(name).arg(code), ending)};
}

QString signalMessage(const RunEnding& ending)
{
    return tr("%1 was ended by signal %2 (%3). What it recorded before is kept.")
        .arg(QFileInfo(ending.runner).fileName())
        .arg(ending.end.code)
        .arg(QString::fromLocal8Bit(strsignal(ending.end.code)));
}

}  // namespace

QString failuresOf(const Comparison& comparison)
{
    int failed = 0;
    std::size_t tasks = 0;
    QString first;
    for (const Recording& run : comparison.runs) {
        tasks += run.tasks.size();
        for (const Task& task : run.tasks) {
            if (task.isInProgress() || task.outcome != Outcome::Failed)
                continue;
            if (++failed == 1)
                first = tr("Task %1 failed: %2.")
                            .arg(static_cast<quint32>(task.id))
                            .arg(QString::fromStdString(task.error));
        }
    }
    if (failed < 2)
        return first;
    const QLocale locale;
    return tr("%1 of %2 tasks failed. %3")
        .arg(locale.toString(failed), locale.toString(qulonglong(tasks)), first);
}

RunReport reportOf(const RunEnding& ending)
{
    if (ending.stream == StreamState::Broken)
        return {RunOutcome::Failed, {}};
    switch (ending.end.how) {
    case RunnerEnd::How::NotStarted:
        return {RunOutcome::NotStarted,
                tr("Nothing was run: %1 could not be started (%2). It belongs beside the program; "
                   "installing Coreogram again puts it there.")
                    .arg(ending.runner, ending.end.reason)};
    case RunnerEnd::How::Killed:
        return {RunOutcome::Stopped, tr("The run did not stop within half a second and was ended "
                                        "by force. What it recorded before is kept.")};
    case RunnerEnd::How::Signalled:
        return {RunOutcome::Failed, withComplaints(signalMessage(ending), ending)};
    case RunnerEnd::How::Exited:
        break;
    }
    return reportOfExit(ending);
}

#pragma once

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <chrono>

/// How the runner's process came to its end.
struct RunnerEnd {
    enum class How {
        Exited,      ///< by itself, with `code`
        Signalled,   ///< by the signal `code`, which was not ours
        Killed,      ///< by us
        NotStarted,  ///< it never was: `reason`
    } how = How::Exited;
    int code = 0;
    QString reason;
};

/// What a runner is started with.
struct RunnerCall {
    enum class Speaker { Runner, Program };

    QStringList arguments{};
    QString folder{};                   ///< to run in; empty for the window's own
    Speaker speaker = Speaker::Runner;  ///< whose words come on standard error
    /// In a lesson, tasks that fail are part of what is measured, and nobody is told of them.
    int shownRuns = 0;  ///< how many of the first runs are shown; 0 for all. Others only count
    std::vector<std::string> names{};  ///< that these have, see Comparison
};

/// One coreogram-run in a process group of its own. Nothing of the group outlives this object.
/// GUI thread only; used once.
class RunnerProcess : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds patience{500};

    explicit RunnerProcess(QObject* parent = nullptr);

    /// Asks a runner that is left to stop, waits for as long as `patience`, then kills its group.
    ~RunnerProcess() override;

    void start(const QString& program, const RunnerCall& call);

    /// Closes the runner's standard input, which asks it to stop, and kills its whole group,
    /// frozen processes included, if it has not ended after `patience`.
    void stop();

    /// Kills the whole group at once.
    void kill();

    /// 0 unless it runs.
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }

    /// The end of what the runner wrote to standard error.
    [[nodiscard]] QString complaints() const;

Q_SIGNALS:
    void started();
    void wrote(const QByteArray& bytes);
    void complained(const QByteArray& bytes);  ///< to standard error
    void ended(const RunnerEnd& end);

private:
    void connectProcess();
    void forwardOutput();
    void forwardComplaints();
    void endWith(int code, QProcess::ExitStatus status);
    void reportStartFailure(QProcess::ProcessError error);

    QProcess m_process;
    QTimer m_patience;
    QByteArray m_complaints;
    qint64 m_group = 0;  ///< the runner's process id, which is also its group's
    bool m_killed = false;
};

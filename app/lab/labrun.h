#pragma once

#include "app/lab/runsession.h"
#include "app/shell/cpumeter.h"

class LabHistory;

/// Runs what the Lab is set to, and knows how far that is.
class LabRun : public QObject {
    Q_OBJECT

public:
    /// Both are borrowed and outlive this object.
    LabRun(LabHistory& history, RunSession& session, QObject* parent = nullptr);

    /// Each does nothing while a run goes on.
    void runAll();
    void runPlan();

    /// Whether the Lab's three numbers can be run; what stands against it is said beside them.
    [[nodiscard]] bool canRunPlan() const;

    void stop();

    [[nodiscard]] int expectedRuns() const noexcept { return m_expectedRuns; }

    /// The window's own share of the machine during the last run, 0 to 1; empty while unknown.
    [[nodiscard]] std::optional<double> windowShare() const noexcept { return m_meter.share(); }

    /// Another recording is shown, which the share says nothing about.
    void forgetShare() noexcept { m_meter.clear(); }

private:
    void start(const QStringList& arguments, int runs);

    LabHistory& m_history;
    RunSession& m_session;
    CpuMeter m_meter;
    int m_expectedRuns = 1;
};

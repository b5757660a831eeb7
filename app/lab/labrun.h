#pragma once

#include "app/lab/runsession.h"

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

    /// Whether every mode can be run: these make their own plans.
    [[nodiscard]] bool canRunAll() const;

    /// Runs coreogram-run with these arguments, of which `runs` runs come.
    void start(const QStringList& arguments, int runs);
    void call(const RunnerCall& call, int runs);

    void stop();

    [[nodiscard]] int expectedRuns() const noexcept { return m_expectedRuns; }

private:
    LabHistory& m_history;
    RunSession& m_session;
    int m_expectedRuns = 1;
};

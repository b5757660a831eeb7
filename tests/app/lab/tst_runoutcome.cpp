#include "app/lab/runoutcome.h"

#include <QTest>

namespace {

Recording runWith(std::initializer_list<Outcome> outcomes)
{
    Recording run;
    for (const Outcome outcome : outcomes) {
        Task task;
        task.id = static_cast<TaskId>(run.tasks.size() + 1);
        task.start = Nanoseconds(1);
        task.stop = Nanoseconds(2);
        task.outcome = outcome;
        task.error = outcome == Outcome::Failed ? "status 404" : "";
        run.tasks.push_back(task);
    }
    return run;
}

RunEnding failedWith(const QString& failures)
{
    RunEnding ending;
    ending.end.how = RunnerEnd::How::Exited;
    ending.end.code = 1;
    ending.runner = QStringLiteral("/bin/coreogram-run");
    ending.stream = StreamState::Whole;
    ending.failures = failures;
    return ending;
}

}  // namespace

/// What the user is told when a run has ended.
class TestRunOutcome : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesWhatFailed();
    void tasksComeBeforeTheStatus();
};

void TestRunOutcome::namesWhatFailed()
{
    using enum Outcome;
    Comparison comparison;
    comparison.runs = {runWith({Done, Cancelled})};
    QCOMPARE(failuresOf(comparison), QString());
    comparison.runs.push_back(runWith({Done, Failed}));
    QCOMPARE(failuresOf(comparison), QStringLiteral("Task 2 failed: status 404."));
    comparison.runs.push_back(runWith({Failed}));
    QCOMPARE(failuresOf(comparison),
             QStringLiteral("2 of 5 tasks failed. Task 2 failed: status 404."));
    comparison.runs[2].tasks[0].stop.reset();  // nothing is known of it yet
    QCOMPARE(failuresOf(comparison), QStringLiteral("Task 2 failed: status 404."));
}

void TestRunOutcome::tasksComeBeforeTheStatus()
{
    RunReport report = reportOf(failedWith(QStringLiteral("Task 2 failed: status 404.")));
    QCOMPARE(report.outcome, RunOutcome::Failed);
    QCOMPARE(report.message, QStringLiteral("Task 2 failed: status 404."));
    report = reportOf(failedWith({}));
    QCOMPARE(report.message, QStringLiteral("coreogram-run ended with status 1."));
}

QTEST_APPLESS_MAIN(TestRunOutcome)
#include "tst_runoutcome.moc"

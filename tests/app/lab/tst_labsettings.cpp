#include "app/lab/labhistory.h"
#include "app/lab/labmemory.h"
#include "app/lab/runcommand.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace {

constexpr int cores = 4;

QString numbers(const LabSettings& settings)
{
    const Plan& plan = settings.plan;
    return QStringLiteral("%1 %2 %3").arg(plan.inProgress).arg(plan.split).arg(plan.cores);
}

LabSettings withTasks(const LabSettings& settings, int tasks)
{
    Experiment experiment = settings.experiment;
    experiment.tasks = tasks;
    return withExperiment(settings, experiment, cores);
}

Experiment tasksOf(const LabHistory& history, int tasks)
{
    Experiment experiment = history.settings().experiment;
    experiment.tasks = tasks;
    return experiment;
}

}  // namespace

class TestLabSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void presetsSetTheNumbers_data();
    void presetsSetTheNumbers();
    void numbersFollowTheirPreset();
    void numbersOfOnesOwnStay();
    void numbersNameTheirPreset();
    void explainsTooManyWorkers();
    void editsAreUndone();
    void editsOfOneNumberAreOneStep();
    void editsThatCancelOutLeaveNoStep();
    void choicesAreStepsOfTheirOwn();
    void aRunClosesTheStep();
    void areRemembered();
    void nonsenseIsNotRecalled();
    void becomeArguments();
};

void TestLabSettings::presetsSetTheNumbers_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, Mode mode, const char* expected) {
        QTest::newRow(name) << static_cast<int>(mode) << QString::fromLatin1(expected);
    };
    row("sequential", Mode::Sequential, "1 1 1");
    row("concurrent", Mode::Concurrent, "6 1 1");
    row("parallel", Mode::Parallel, "1 4 4");
    row("both", Mode::Both, "6 1 4");
    row("split", Mode::BothSplit, "6 4 4");
}

void TestLabSettings::presetsSetTheNumbers()
{
    QFETCH(const int, mode);
    QFETCH(const QString, expected);
    const LabSettings settings = withTasks(initialSettings(cores), 6);
    QCOMPARE(numbers(withPreset(settings, static_cast<Mode>(mode), cores)), expected);
}

void TestLabSettings::numbersFollowTheirPreset()
{
    const LabSettings settings = withPreset(initialSettings(cores), Mode::Both, cores);
    QCOMPARE(numbers(withTasks(settings, 9)), QStringLiteral("9 1 4"));
}

void TestLabSettings::numbersOfOnesOwnStay()
{
    const LabSettings settings = withPlan(initialSettings(cores), {3, 2, 2}, cores);
    QVERIFY(!settings.preset);
    QCOMPARE(numbers(withTasks(settings, 9)), QStringLiteral("3 2 2"));
}

void TestLabSettings::numbersNameTheirPreset()
{
    const LabSettings settings = withPlan(initialSettings(cores), {4, 1, 4}, cores);
    QCOMPARE(settings.preset, std::optional(Mode::Both));
}

void TestLabSettings::explainsTooManyWorkers()
{
    QCOMPARE(problemOf(initialSettings(cores), cores), QString());
    const LabSettings settings = withPlan(initialSettings(cores), {256, 3, 1}, cores);
    QVERIFY(problemOf(settings, cores).contains(QStringLiteral("768")));
    QVERIFY(problemOf(settings, cores).contains(QStringLiteral("512")));
}

void TestLabSettings::editsAreUndone()
{
    LabHistory history(cores);
    const LabSettings before = history.settings();
    QSignalSpy changed(&history, &LabHistory::settingsChanged);
    history.editExperiment(LabControl::Tasks, tasksOf(history, 8));
    QCOMPARE(history.settings().experiment.tasks, 8);
    QCOMPARE(numbers(history.settings()), QStringLiteral("8 1 1"));
    history.undoStack().undo();
    QCOMPARE(history.settings(), before);
    history.undoStack().redo();
    QCOMPARE(history.settings().experiment.tasks, 8);
    QCOMPARE(changed.size(), 3);
}

void TestLabSettings::editsOfOneNumberAreOneStep()
{
    LabHistory history(cores);
    const LabSettings before = history.settings();
    for (const int tasks : {5, 6, 7})
        history.editExperiment(LabControl::Tasks, tasksOf(history, tasks));
    QCOMPARE(history.undoStack().count(), 1);
    history.undoStack().undo();
    QCOMPARE(history.settings(), before);
}

void TestLabSettings::editsThatCancelOutLeaveNoStep()
{
    LabHistory history(cores);
    history.editExperiment(LabControl::Tasks, tasksOf(history, 5));
    history.editExperiment(LabControl::Tasks, tasksOf(history, 4));
    QCOMPARE(history.undoStack().count(), 0);
    history.choosePreset(Mode::Concurrent);  // as it was
    QCOMPARE(history.undoStack().count(), 0);
}

void TestLabSettings::choicesAreStepsOfTheirOwn()
{
    LabHistory history(cores);
    history.choosePreset(Mode::Parallel);
    history.choosePreset(Mode::Both);
    QCOMPARE(history.undoStack().count(), 2);
    history.undoStack().undo();
    QCOMPARE(history.settings().preset, std::optional(Mode::Parallel));
}

void TestLabSettings::aRunClosesTheStep()
{
    LabHistory history(cores);
    history.editExperiment(LabControl::Tasks, tasksOf(history, 5));
    history.closeStep();
    history.editExperiment(LabControl::Tasks, tasksOf(history, 6));
    QCOMPARE(history.undoStack().count(), 2);
}

void TestLabSettings::areRemembered()
{
    const QTemporaryDir folder;
    QSettings memory(folder.filePath(QStringLiteral("memory.ini")), QSettings::IniFormat);
    LabSettings settings = withTasks(initialSettings(cores), 12);
    settings.experiment.with = WorkerKind::Processes;
    settings.experiment.taskLength = std::chrono::microseconds(1500);
    settings.experiment.workers = 3;
    for (const LabSettings& one :
         {withPlan(settings, {5, 2, 3}, cores), withPreset(settings, Mode::BothSplit, cores)}) {
        remember(one, memory);
        QCOMPARE(recall(memory, cores), one);
    }
}

void TestLabSettings::nonsenseIsNotRecalled()
{
    const QTemporaryDir folder;
    QSettings memory(folder.filePath(QStringLiteral("memory.ini")), QSettings::IniFormat);
    QCOMPARE(recall(memory, cores), initialSettings(cores));
    memory.setValue(QStringLiteral("lab/tasks"), -4);
    memory.setValue(QStringLiteral("lab/taskLength"), QStringLiteral("long"));
    memory.setValue(QStringLiteral("lab/with"), QStringLiteral("magic"));
    memory.setValue(QStringLiteral("lab/inProgress"), 256);
    memory.setValue(QStringLiteral("lab/split"), 256);
    memory.setValue(QStringLiteral("lab/cores"), 64);
    const LabSettings recalled = recall(memory, cores);
    QCOMPARE(recalled.experiment, Experiment{});
    QCOMPARE(problemOf(recalled, cores), QString());
}

void TestLabSettings::becomeArguments()
{
    LabSettings settings = withPlan(initialSettings(cores), {5, 2, 3}, cores);
    settings.experiment.taskLength = std::chrono::microseconds(1500);
    QCOMPARE(
        runArguments(settings.experiment, settings.plan).join(u' '),
        QStringLiteral("run --stream --workload compute --tasks 4 --task-ms 1.5 --serial "
                       "0 --sharing shared --with threads --in-progress 5 --split 2 --cores 3"));
    settings.experiment.workers = 3;
    settings.experiment.with = WorkerKind::Processes;
    QCOMPARE(compareArguments(settings.experiment, allModes).join(u' '),
             QStringLiteral("compare --stream --workload compute --tasks 4 --task-ms 1.5 "
                            "--serial 0 --sharing shared --with processes --workers 3 --modes "
                            "sequential,concurrent,parallel,both,both-split"));
}

QTEST_GUILESS_MAIN(TestLabSettings)
#include "tst_labsettings.moc"

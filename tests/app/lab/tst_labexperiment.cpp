#include "app/lab/estimate.h"
#include "app/lab/experimentneeds.h"
#include "app/lab/labhistory.h"
#include "app/lab/labmemory.h"
#include "app/lab/runcommand.h"
#include "app/lab/tabletexts.h"
#include "app/lab/workloadwords.h"
#include "core/runner/options.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace {

constexpr int cores = 4;

QString text(std::string_view name)
{
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

Experiment experimentOf(const char* workload)
{
    return withWorkload({}, workload);
}

/// Each setting away from its initial value.
void changeAll(Settings& settings)
{
    for (std::size_t i = 0; i < settingCount; ++i) {
        const auto setting = static_cast<Setting>(i);
        const SettingTraits& traits = traitsOf(setting);
        settings[setting] = settings[setting] == traits.low ? traits.low + 1 : traits.low;
    }
}

QString numbers(const LabSettings& settings)
{
    const Plan& plan = settings.plan;
    return QStringLiteral("%1 %2 %3").arg(plan.inProgress).arg(plan.split).arg(plan.cores);
}

}  // namespace

class TestLabExperiment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTextOfTheTablesCanBeTranslated();
    void showsTheSettingsOfTheWorkload_data();
    void showsTheSettingsOfTheWorkload();
    void theRunnerTakesWhatIsGiven_data();
    void theRunnerTakesWhatIsGiven();
    void aWorkloadBringsItsNumbers();
    void tasksThatCannotBeSplitStayWhole();
    void estimatesOnlyWhatIsKnown();
    void eachAddressIsATask();
    void namesTheLineThatIsNoAddress();
    void settingsAreUndone();
    void everythingIsRemembered();

private:
    [[nodiscard]] QString listOf(const QByteArray& content) const;

    QTemporaryDir m_folder;
};

QString TestLabExperiment::listOf(const QByteArray& content) const
{
    QFile file(m_folder.filePath(QStringLiteral("list.txt")));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
               ? file.fileName()
               : QString();
}

void TestLabExperiment::everyTextOfTheTablesCanBeTranslated()
{
    const auto isKnown = [](std::string_view wanted) {
        return wanted.empty() ||
               std::ranges::find(knownTableTexts(), wanted) != knownTableTexts().end();
    };
    for (const WorkloadTraits& workload : workloadTraits()) {
        QVERIFY2(isKnown(workload.name), workload.name.data());
        QVERIFY2(isKnown(workload.summary), workload.summary.data());
    }
    for (std::size_t i = 0; i < settingCount; ++i) {
        const auto setting = static_cast<Setting>(i);
        QVERIFY2(isKnown(traitsOf(setting).summary), traitsOf(setting).summary.data());
        QVERIFY2(isKnown(traitsOf(setting).unit), traitsOf(setting).unit.data());
        QVERIFY(!titleOf(setting).isEmpty());
        for (std::size_t value = 0; value < traitsOf(setting).choices.size(); ++value)
            QVERIFY(!choiceText(setting, static_cast<std::int64_t>(value)).isEmpty());
    }
}

void TestLabExperiment::showsTheSettingsOfTheWorkload_data()
{
    QTest::addColumn<QString>("workload");
    QTest::addColumn<QString>("urls");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* workload, const char* urls, const char* expected) {
        QTest::addRow("%s %s", workload, urls)
            << QString::fromLatin1(workload) << QString::fromLatin1(urls)
            << QString::fromLatin1(expected);
    };
    row("compute", "", "serial sharing");
    row("append", "", "items serial sharing memory-mb");
    row("download", "", "delay-ms bandwidth-kb timeout-ms port sharing");
    row("download", "list.txt", "timeout-ms sharing");  // there is no local server
    row("increment", "", "items protection");
    row("philosophers", "", "order rounds");
}

void TestLabExperiment::showsTheSettingsOfTheWorkload()
{
    QFETCH(const QString, workload);
    QFETCH(const QString, urls);
    Experiment experiment;
    experiment.workload = workload.toStdString();
    experiment.urls = urls.toStdString();
    QStringList names;
    for (const Setting setting : settingsOf(experiment))
        names << text(traitsOf(setting).name);
    QTEST(names.join(u' '), "expected");
}

void TestLabExperiment::theRunnerTakesWhatIsGiven_data()
{
    QTest::addColumn<QString>("workload");
    QTest::addColumn<bool>("hasList");
    for (const WorkloadTraits& workload : workloadTraits()) {
        QTest::addRow("%s", workload.name.data()) << text(workload.name) << false;
        if (workload.has(Setting::Timeout))
            QTest::addRow("%s of a list", workload.name.data()) << text(workload.name) << true;
    }
}

void TestLabExperiment::theRunnerTakesWhatIsGiven()
{
    QFETCH(const QString, workload);
    QFETCH(const bool, hasList);
    Experiment experiment = withWorkload({}, workload.toStdString());
    changeAll(experiment.settings);
    experiment.workers = 3;
    experiment.with = WorkerKind::GlobalLock;
    experiment.pictures = takesAddresses(experiment) ? "/tmp/pictures" : "";
    if (hasList)
        experiment = withAddresses(experiment, listOf("http://a/1\nhttp://a/2\n").toStdString());
    const std::vector<Mode> modes = modesOf(experiment);
    Machine machine;
    machine.cores = cores;
    const auto request = parseCompare(compareArguments(experiment, modes).mid(1), machine);
    QVERIFY2(request, request ? "" : request.error().message.c_str());
    QCOMPARE(request->runs.size(), modes.size());
    for (const Setting setting : settingsOf(experiment))
        QCOMPARE(request->experiment.settings[setting], experiment.settings[setting]);
    Experiment run = request->experiment;
    run.settings = experiment.settings;  // the others mean nothing to it
    QCOMPARE(run, experiment);
}

void TestLabExperiment::aWorkloadBringsItsNumbers()
{
    Experiment experiment = experimentOf("compute");
    experiment.tasks = 9;
    experiment.workers = 7;
    experiment.settings[Setting::Serial] = 30;
    experiment = withWorkload(experiment, "download");
    QCOMPARE(experiment.tasks, 35);
    QCOMPARE(experiment.workers, 0);
    QCOMPARE(experiment.settings[Setting::Serial], 30);  // for when compute is chosen again
    const LabSettings settings = withExperiment(initialSettings(cores), experiment, cores);
    QCOMPARE(numbers(settings), QStringLiteral("5 1 1"));
}

void TestLabExperiment::tasksThatCannotBeSplitStayWhole()
{
    const LabSettings split = withPreset(initialSettings(cores), Mode::BothSplit, cores);
    const LabSettings whole = withExperiment(split, experimentOf("philosophers"), cores);
    QCOMPARE(numbers(whole), QStringLiteral("5 1 4"));
    QCOMPARE(whole.preset, std::optional(Mode::Both));
    QCOMPARE(problemOf(whole, cores), QString());

    const LabSettings parallel = withPreset(initialSettings(cores), Mode::Parallel, cores);
    QCOMPARE(numbers(withExperiment(parallel, experimentOf("download"), cores)),
             QStringLiteral("1 1 4"));
    QVERIFY(problemOf(withPlan(whole, {2, 3, 1}, cores), cores)
                .contains(QStringLiteral("cannot be split")));
}

void TestLabExperiment::estimatesOnlyWhatIsKnown()
{
    QVERIFY(estimateText(experimentOf("compute")).contains(QStringLiteral("800 ms")));
    QCOMPARE(estimateText(experimentOf("download")), QString());
}

void TestLabExperiment::eachAddressIsATask()
{
    const std::string list = listOf("# two\nhttp://a/1\n\nhttps://a/2\n").toStdString();
    Experiment experiment = withAddresses(experimentOf("download"), list);
    QCOMPARE(experiment.tasks, 2);
    QCOMPARE(addressProblemOf(experiment), QString());
    QCOMPARE(withWorkload(experiment, "mixed").tasks, 2);
    QCOMPARE(withWorkload(experiment, "compute").urls, std::string());
    experiment = withAddresses(experiment, {});
    QCOMPARE(experiment.tasks, 35);
}

void TestLabExperiment::namesTheLineThatIsNoAddress()
{
    LabHistory history(cores);
    const QString list = listOf("http://a/1\nnonsense\n");
    history.editExperiment(LabControl::Addresses,
                           withAddresses(experimentOf("download"), list.toStdString()));
    QVERIFY2(history.problem().contains(list + QStringLiteral(":2")),
             qPrintable(history.problem()));
    QCOMPARE(listOf("http://a/1\nhttp://a/2\nhttp://a/3\n"), list);  // it has been mended
    history.recheckAddresses();
    QCOMPARE(history.problem(), QString());
    QCOMPARE(history.settings().experiment.tasks, 3);
    QCOMPARE(history.undoStack().count(), 1);
}

void TestLabExperiment::settingsAreUndone()
{
    LabHistory history(cores);
    const LabSettings before = history.settings();
    Experiment experiment = before.experiment;
    for (const int serial : {10, 20}) {  // one number, so one step
        experiment.settings[Setting::Serial] = serial;
        history.editExperiment(controlOf(Setting::Serial), experiment);
    }
    for (const Sharing sharing : {Sharing::Static, Sharing::Stealing}) {
        experiment.settings[Setting::Sharing] = static_cast<std::int64_t>(sharing);
        history.editExperiment(controlOf(Setting::Sharing), experiment);
    }
    QCOMPARE(history.undoStack().count(), 3);
    QCOMPARE(history.undoStack().undoText(), QStringLiteral("“Sharing”"));
    history.undoStack().undo();
    QCOMPARE(history.settings().experiment.settings.choice<Sharing>(Setting::Sharing),
             Sharing::Static);
    history.undoStack().undo();
    history.undoStack().undo();
    QCOMPARE(history.settings(), before);
}

void TestLabExperiment::everythingIsRemembered()
{
    QSettings memory(m_folder.filePath(QStringLiteral("memory.ini")), QSettings::IniFormat);
    Experiment experiment = experimentOf("download");
    changeAll(experiment.settings);
    experiment.with = WorkerKind::EventLoop;
    experiment.pictures = "/tmp/some pictures";
    experiment = withAddresses(experiment, listOf("http://a/1\n").toStdString());
    const LabSettings settings = withExperiment(initialSettings(cores), experiment, cores);
    remember(settings, memory);
    QCOMPARE(recall(memory, cores), settings);
    memory.setValue(QStringLiteral("lab/settings/delay-ms"), -5);
    memory.setValue(QStringLiteral("lab/settings/sharing"), QStringLiteral("magic"));
    memory.setValue(QStringLiteral("lab/workload"), QStringLiteral("mining"));
    const Settings recalled = recall(memory, cores).experiment.settings;
    QCOMPARE(recalled[Setting::Delay], traitsOf(Setting::Delay).initial);
    QCOMPARE(recalled[Setting::Sharing], traitsOf(Setting::Sharing).initial);
    QCOMPARE(recall(memory, cores).experiment.workload, std::string("compute"));
}

QTEST_GUILESS_MAIN(TestLabExperiment)
#include "tst_labexperiment.moc"

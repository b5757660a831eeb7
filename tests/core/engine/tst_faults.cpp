#include "tests/support/enginerun.h"
#include "tests/support/faultserver.h"

#include <QDir>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

Q_DECLARE_METATYPE(WorkerKind)

namespace {

Experiment downloading(WorkerKind with, int tasks)
{
    Experiment experiment = experimentOf("download", with, tasks);
    experiment.settings[Setting::Timeout] = 300;
    return experiment;
}

}  // namespace

/// What goes wrong is one failed task with its reason; the others finish.
class TestFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void eachIsOneFailedTask_data();
    void eachIsOneFailedTask();
    void picturesLandInOrderOfArrival_data();
    void picturesLandInOrderOfArrival();
    void picturesAreKeptWhereTheUserWants();
    void folderThatCannotBeMade();
    void portInUse();
    void stopsInTheMiddleOfADownload_data();
    void stopsInTheMiddleOfADownload();
    void manyDownloadsOnManyWorkers();
    void outOfMemoryIsOneTask_data();
    void outOfMemoryIsOneTask();
    void arraysThatDoNotFit();

private:
    QTemporaryDir m_temporary;  ///< where the runs keep what they need, and nobody else does
};

void TestFaults::initTestCase()
{
    QVERIFY(m_temporary.isValid());
    qputenv("TMPDIR", QFile::encodeName(m_temporary.path()));
}

void TestFaults::cleanup()
{
    const QStringList left =
        QDir(m_temporary.path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    QCOMPARE(left, QStringList());
}

void TestFaults::eachIsOneFailedTask_data()
{
    QTest::addColumn<WorkerKind>("with");
    for (const WorkerKind with : allWorkerKinds)
        QTest::addRow("%s", nameOf(with).data()) << with;
}

void TestFaults::eachIsOneFailedTask()
{
    QFETCH(WorkerKind, with);
    FaultServer server;
    const std::vector<std::pair<std::string, QString>> faults{
        {"http://127.0.0.1:" + std::to_string(closedPort()) + "/", QStringLiteral("refused")},
        {server.url("/missing"), QStringLiteral("404")},
        {server.url("/loop"), QStringLiteral("redirect")},
        {server.url("/short"), QStringLiteral("1000")},
        {server.url("/silent"), QStringLiteral("300 ms")},
        {server.url("/echo/words"), QStringLiteral("expected")},
        {server.url("/huge-picture"), QStringLiteral("100000")},
        {"http://no-such-host.invalid/", QStringLiteral("no-such-host.invalid")}};
    EngineOptions options;
    for (const auto& fault : faults)
        options.addresses.push_back(fault.first);
    const Recording run =
        recorded(downloading(with, static_cast<int>(faults.size())), {3, 1, 1}, options);
    QCOMPARE(run.summary.end, RunEnd::Failed);
    QCOMPARE(countOf(run, Outcome::Failed), static_cast<int>(faults.size()));
    for (std::size_t i = 0; i < faults.size(); ++i) {
        const QString error = QString::fromStdString(run.tasks[i].error);
        QVERIFY2(error.contains(faults[i].second), qPrintable(error));
        QVERIFY2(error.contains(QString::fromStdString(faults[i].first.substr(7, 10))),
                 qPrintable(error));  // where
    }
    QVERIFY(run.pictures.empty());
    QCOMPARE(findingOf(run, finding::pictures)->value, 0);
}

void TestFaults::picturesLandInOrderOfArrival_data()
{
    eachIsOneFailedTask_data();
}

void TestFaults::picturesLandInOrderOfArrival()
{
    QFETCH(WorkerKind, with);
    const Recording run = recorded(downloading(with, 14), {7, 1, 1});
    QVERIFY2(run.summary.end == RunEnd::Done, qPrintable(errorsOf(run)));
    QCOMPARE(run.pictures.size(), 14U);
    QVERIFY(std::ranges::is_sorted(run.pictures, {}, &LandedPicture::time));
    for (const LandedPicture& picture : run.pictures) {
        QCOMPARE(picture.time, *run.tasks[number(picture.task) - 1].stop);
        QVERIFY(picture.width > 100 && picture.height > 100);
        QVERIFY(!picture.thumbnail.empty());
        QVERIFY(picture.source.ends_with("/picture/" + std::to_string(number(picture.task))));
    }
    QCOMPARE(findingOf(run, finding::pictures)->value, 14);
    QVERIFY(findingOf(run, finding::serverCpu)->value > 0);
}

void TestFaults::picturesAreKeptWhereTheUserWants()
{
    QTemporaryDir folder;
    Experiment experiment = downloading(WorkerKind::Threads, 3);
    experiment.pictures = folder.filePath(QStringLiteral("a/b")).toStdString();
    const Recording run = recorded(experiment, {3, 1, 1});
    QVERIFY2(run.summary.end == RunEnd::Done, qPrintable(errorsOf(run)));
    const QDir there(folder.filePath(QStringLiteral("a/b")));
    QCOMPARE(there.entryList(QDir::Files).size(), 3);
}

void TestFaults::folderThatCannotBeMade()
{
    Experiment experiment = downloading(WorkerKind::Threads, 1);
    experiment.pictures = "/dev/null/pictures";
    const Recording run = recorded(experiment, {1, 1, 1});
    QCOMPARE(run.summary.end, RunEnd::Failed);
    const QString message = QString::fromStdString(run.summary.message);
    QVERIFY2(message.contains(QStringLiteral("/dev/null/pictures")), qPrintable(message));
}

void TestFaults::portInUse()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    Experiment experiment = downloading(WorkerKind::Threads, 1);
    experiment.settings[Setting::Port] = other.serverPort();
    const Recording run = recorded(experiment, {1, 1, 1});
    QCOMPARE(run.summary.end, RunEnd::Failed);
    const QString message = QString::fromStdString(run.summary.message);
    QVERIFY2(message.contains(QString::number(other.serverPort())), qPrintable(message));
}

void TestFaults::stopsInTheMiddleOfADownload_data()
{
    eachIsOneFailedTask_data();
}

void TestFaults::stopsInTheMiddleOfADownload()
{
    QFETCH(WorkerKind, with);
    FaultServer server;
    Experiment experiment = downloading(with, 4);
    experiment.settings[Setting::Timeout] = 600'000;
    EngineOptions options;
    options.addresses.assign(4, server.url("/silent"));
    options.stopWhen = [&](const Comparison&) { return server.connections() >= 2; };
    const Recording run = recorded(experiment, {2, 1, 1}, options);
    QCOMPARE(run.summary.end, RunEnd::Interrupted);
    QCOMPARE(countOf(run, Outcome::Done), 0);
    QCOMPARE(countOf(run, Outcome::Cancelled), 2);
}

void TestFaults::manyDownloadsOnManyWorkers()
{
    Experiment experiment = downloading(WorkerKind::Threads, 1000);
    experiment.settings[Setting::Timeout] = 120'000;
    experiment.settings[Setting::Delay] = 20;
    experiment.settings[Setting::Bandwidth] = 1'000'000;
    const Recording run = recorded(experiment, {256, 1, machineCores().machine().cores});
    QVERIFY2(run.summary.end == RunEnd::Done, qPrintable(errorsOf(run)));
    QCOMPARE(countOf(run, Outcome::Done), 1000);
    QCOMPARE(run.pictures.size(), 1000U);
    QCOMPARE(run.summary.lostRecords, 0U);
}

void TestFaults::outOfMemoryIsOneTask_data()
{
    eachIsOneFailedTask_data();
}

void TestFaults::outOfMemoryIsOneTask()
{
    QFETCH(WorkerKind, with);
    Experiment experiment = experimentOf("append", with, 3);
    experiment.settings[Setting::Items] = 200'000;  // 0.8 MB, and as much again while it grows
    experiment.settings[Setting::Memory] = 3;
    const Recording run = recorded(experiment, {1, 1, 1});
    QCOMPARE(run.summary.end, RunEnd::Failed);
    QVERIFY2(countOf(run, Outcome::Done) >= 1, qPrintable(errorsOf(run)));
    QVERIFY(countOf(run, Outcome::Failed) >= 1);
    const QString errors = errorsOf(run);
    QVERIFY2(errors.contains(QStringLiteral("out of memory")) &&
                 errors.contains(QStringLiteral("3 MB")),
             qPrintable(errors));
    QCOMPARE(findingOf(run, finding::itemsInWorkers)->value, 200'000 * countOf(run, Outcome::Done));
}

void TestFaults::arraysThatDoNotFit()
{
    Experiment experiment = experimentOf("memory", WorkerKind::Threads, 2);
    experiment.settings[Setting::Memory] = 1;
    const Recording run = recorded(experiment, {2, 1, 1});
    QCOMPARE(countOf(run, Outcome::Failed), 2);
    QVERIFY(errorsOf(run).contains(QStringLiteral("the run may use 1 MB")));
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"

#include "app/timeline/comparisonscene.h"
#include "app/timeline/findingtext.h"
#include "core/model/findings.h"
#include "core/model/workloadtraits.h"
#include "tests/support/recordingtext.h"

#include <QLocale>
#include <QTest>

/// What the work of a run came to, and what an experiment is, in words.
class TestFindingText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void findings_data();
    void findings();
    void experiments_data();
    void experiments();
};

void TestFindingText::findings_data()
{
    using Findings = std::vector<Finding>;
    QTest::addColumn<Findings>("found");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("headline");
    const QString lost =
        QStringLiteral("counted 1,734,211 of 2,000,000: 265,789 additions were lost");
    QTest::newRow("nothing") << Findings{} << QString() << QString();
    QTest::newRow("lost") << Findings{{finding::count, 1'734'211, 2'000'000}} << lost
                          << "265,789 additions lost";
    QTest::newRow("counted") << Findings{{finding::count, 2'000'000, 2'000'000}}
                             << "every addition counted: 2,000,000"
                             << "no addition lost";
    QTest::newRow("in the parent")
        << Findings{{finding::itemsInWorkers, 2'000'000},
                    {finding::itemsInParent, 2'000'000},
                    {finding::bytesInParent, 8'000'000}}
        << "2,000,000 items appended: all of them in the parent's memory (8.0 MB)"
        << "all items in the parent's memory";
    QTest::newRow("in children") << Findings{{finding::itemsInWorkers, 2'000'000},
                                             {finding::itemsInParent, 0},
                                             {finding::bytesInParent, 0}}
                                 << "2,000,000 items appended: none of them in the parent's memory"
                                 << "no item in the parent's memory";
    QTest::newRow("pictures")
        << Findings{{finding::workerStart, 80'000},
                    {finding::serverCpu, 65'000'000},
                    {finding::pictures, 35, 35},
                    {finding::pictureBytes, 3'200'000}}
        << "35 pictures, 3.2 MB | the image server took 65.0 ms of CPU time, apart from the "
           "workers | 80.0 µs to start a worker"
        << "35 pictures, 3.2 MB";
    QTest::newRow("some pictures")
        << Findings{{finding::pictures, 34, 35}, {finding::pictureBytes, 999}}
        << "34 of 35 pictures, 999 bytes"
        << "34 of 35 pictures, 999 bytes";
    QTest::newRow("memory") << Findings{{finding::bytesStreamed, 1'230'000'000}}
                            << "moved 12.3 GB/s through memory"
                            << "moved 12.3 GB/s through memory";
    QTest::newRow("deadlock") << Findings{{finding::residentBytes, 150'000'000},
                                          {finding::deadlocks, 1}}
                              << "1 deadlock | 150 MB of memory in use at the end"
                              << "1 deadlock";
    QTest::newRow("of a later version") << Findings{{"sheep", 1234}} << "sheep: 1,234" << QString();
}

void TestFindingText::findings()
{
    QFETCH(std::vector<Finding>, found);
    QFETCH(QString, text);
    QFETCH(QString, headline);
    Recording run = recordingFrom("W1: T1 run 0-100");
    run.summary.findings = found;
    QCOMPARE(findingTexts(run).join(QStringLiteral(" | ")), text);
    QCOMPARE(headlineFinding(run), headline);
}

void TestFindingText::experiments_data()
{
    QTest::addColumn<QString>("workload");
    QTest::addColumn<int>("tasks");
    QTest::addColumn<QString>("text");
    QTest::newRow("compute") << "compute" << 4 << "4 tasks of 200 ms · compute";
    QTest::newRow("download") << "download" << 35 << "35 tasks of download";
    QTest::newRow("append") << "append" << 2 << "2 tasks of append, 1,000,000 items each";
    QTest::newRow("one") << "append" << 1 << "1 task of append, 1,000,000 items";
    QTest::newRow("of a later version") << "juggle" << 3 << "3 tasks of juggle";
}

void TestFindingText::experiments()
{
    QFETCH(QString, workload);
    QFETCH(int, tasks);
    QFETCH(QString, text);
    Experiment experiment;
    experiment.workload = workload.toStdString();
    experiment.tasks = tasks;
    QCOMPARE(experimentText(experiment), text);
}

QTEST_GUILESS_MAIN(TestFindingText)
#include "tst_findingtext.moc"

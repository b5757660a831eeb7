#include "core/model/findings.h"
#include "core/runner/findingwords.h"
#include "core/runner/runwords.h"
#include "core/runner/textstyle.h"
#include "tests/core/runner/textsamples.h"

#include <QTest>

/// What the work of a run came to, and what executed it, in words.
class TestFindingWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void words_data();
    void words();
    void aParagraphForEachRun();
    void plans_data();
    void plans();
};

void TestFindingWords::words_data()
{
    using Findings = std::vector<Finding>;
    QTest::addColumn<Findings>("found");
    QTest::addColumn<QString>("text");
    QTest::newRow("lost") << Findings{{finding::count, 1'734'211, 2'000'000}}
                          << "counted 1,734,211 of 2,000,000: 265,789 additions were lost";
    QTest::newRow("too many") << Findings{{finding::count, 12, 10}}
                              << "counted 12 of 10: 2 too many";
    QTest::newRow("counted") << Findings{{finding::count, 2'000'000, 2'000'000}}
                             << "every addition counted: 2,000,000";
    QTest::newRow("in the parent")
        << Findings{{finding::itemsInWorkers, 2'000'000},
                    {finding::itemsInParent, 2'000'000},
                    {finding::bytesInParent, 8'000'000}}
        << "2,000,000 items appended: all of them in the parent's memory (8.0 MB)";
    QTest::newRow("in children") << Findings{{finding::itemsInWorkers, 2'000'000},
                                             {finding::itemsInParent, 0}}
                                 << "2,000,000 items appended: none of them in the parent's memory";
    QTest::newRow("some in the parent") << Findings{{finding::itemsInWorkers, 9},
                                                    {finding::itemsInParent, 4},
                                                    {finding::bytesInParent, 16}}
                                        << "9 items appended: 4 in the parent's memory (16 bytes)";
    QTest::newRow("pictures")
        << Findings{{finding::serverCpu, 65'000'000},
                    {finding::workerStart, 80'000},
                    {finding::pictures, 35, 35},
                    {finding::pictureBytes, 3'200'000}}
        << "35 pictures, 3.2 MB | the image server took 65.0 ms of CPU time, apart from the "
           "workers | 80.0 µs to start a worker";
    QTest::newRow("some pictures")
        << Findings{{finding::pictures, 1, 35}, {finding::pictureBytes, 91'000}}
        << "1 of 35 pictures, 91.0 kB";
    QTest::newRow("memory") << Findings{{finding::bytesStreamed, 492'000'000}}
                            << "moved 12.3 GB/s through memory";
    QTest::newRow("deadlocks") << Findings{{finding::residentBytes, 150'000'000},
                                           {finding::deadlocks, 2}}
                               << "2 deadlocks | 150 MB of memory in use at the end";
    QTest::newRow("of a later version") << Findings{{"sheep\x1b", 1234}} << "sheep\uFFFD: 1,234";
}

void TestFindingWords::words()
{
    QFETCH(std::vector<Finding>, found);
    QFETCH(QString, text);
    Recording run = sampleRun(Mode::Sequential, "W1: T1 run 0-40");
    run.summary.findings = found;
    QStringList words;
    for (const std::string& each : findingWords(run))
        words << shown(each);
    QCOMPARE(words.join(QStringLiteral(" | ")), text);
}

void TestFindingWords::aParagraphForEachRun()
{
    Comparison comparison = threeRuns();
    QVERIFY(findingText(comparison, {}).empty());
    comparison.runs[0].summary.findings = {{finding::count, 20, 20}};
    comparison.runs[1].summary.findings = {{finding::count, 7, 20}, {finding::workerStart, 91'000}};
    QCOMPARE(shown(findingText(comparison, {.width = 80})),
             QStringLiteral("Sequential: every addition counted: 20\n"
                            "Concurrent: counted 7 of 20: 13 additions were lost\n"
                            "  91.0 µs to start a worker (median)\n"));
}

void TestFindingWords::plans_data()
{
    QTest::addColumn<QList<int>>("plan");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("words");
    const int lock = static_cast<int>(WorkerKind::GlobalLock);
    const int loop = static_cast<int>(WorkerKind::EventLoop);
    QTest::newRow("global lock") << QList{5, 1, 2} << lock
                                 << "5 threads under one global lock (a model of CPython's) share "
                                    "2 cores";
    QTest::newRow("global lock, one")
        << QList{1, 1, 1} << lock
        << "1 thread under one global lock (a model of CPython's), one task after another";
    QTest::newRow("global lock, split")
        << QList{3, 2, 2} << lock
        << "3 tasks at once, each split in 2, on 2 cores under one global lock (a model of "
           "CPython's)";
    QTest::newRow("event loop") << QList{5, 1, 1} << loop
                                << "an event loop, up to 5 tasks in progress";
    QTest::newRow("event loop, one")
        << QList{1, 1, 1} << loop << "an event loop, one task after another";
    QTest::newRow("event loop, split")
        << QList{5, 2, 2} << loop << "an event loop, up to 5 tasks in progress, each split in 2";
}

void TestFindingWords::plans()
{
    QFETCH(QList<int>, plan);
    QFETCH(int, kind);
    QFETCH(QString, words);
    QCOMPARE(shown(wordsOf(Plan{plan[0], plan[1], plan[2], static_cast<WorkerKind>(kind)})), words);
}

QTEST_GUILESS_MAIN(TestFindingWords)
#include "tst_findingwords.moc"

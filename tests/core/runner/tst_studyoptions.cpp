#include "core/runner/studyoptions.h"

#include <QTest>

namespace {

const Machine twoCores{.cores = 2, .physicalCores = 2, .model = {}, .canBind = true};

QStringList words(const QString& text)
{
    return text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// "t1 t2 p1": the first letter of the kind, and the number of workers, as they are run.
QString orderOf(const StudyRequest& request)
{
    QStringList runs;
    for (const PlannedRun& run : request.runs.runs)
        runs << QString(QChar::fromLatin1(nameOf(run.plan.with).front())) +
                    QString::number(run.plan.partsInProgress());
    return runs.join(QLatin1Char(' '));
}

}  // namespace

/// What `study` is asked to do, and in which order.
class TestStudyOptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsAreInterleaved_data();
    void runsAreInterleaved();
    void plansSuitTheWorkload();
    void wrongOptionsAreNamed_data();
    void wrongOptionsAreNamed();
    void outputs();
};

void TestStudyOptions::runsAreInterleaved_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("order");
    const auto row = [](const char* arguments, const char* order) {
        QTest::newRow(arguments) << QString::fromUtf8(arguments) << QString::fromUtf8(order);
    };
    row("", "t1 t2 t3 t4 t1 t2 t3 t4 t1 t2 t3 t4 t1 t2 t3 t4 t1 t2 t3 t4");
    row("--max-workers 3 --repeat 2", "t1 t2 t3 t1 t2 t3");
    row("--max-workers 2 --repeat 2 --with processes,threads", "p1 p2 t1 t2 p1 p2 t1 t2");
    row("--max-workers 2 --repeat 1 --with global-lock", "g1 g2");
    row("--workload sleep --max-workers 5 --repeat 1 --with event-loop", "e1 e2 e3 e4 e5");
}

void TestStudyOptions::runsAreInterleaved()
{
    QFETCH(QString, arguments);
    const auto request = parseStudy(words(arguments), twoCores);
    QVERIFY2(request, request ? "" : request.error().message.c_str());
    QTEST(orderOf(*request), "order");
    for (const PlannedRun& run : request->runs.runs)
        QVERIFY(!run.mode);
}

void TestStudyOptions::plansSuitTheWorkload()
{
    const auto computing = parseStudy(words(QStringLiteral("--repeat 1")), twoCores);
    QCOMPARE(computing->runs.runs.back().plan, (Plan{1, 4, 2, WorkerKind::Threads}));
    const auto waiting = parseStudy(words(QStringLiteral("--repeat 1 --workload sleep")), twoCores);
    QCOMPARE(waiting->runs.runs.back().plan, (Plan{4, 1, 2, WorkerKind::Threads}));
    QCOMPARE(waiting->runs.experiment.workload, std::string("sleep"));
    // On one core there are two workers to compare at least.
    const auto small = parseStudy(words(QStringLiteral("--repeat 1")), Machine{});
    QCOMPARE(orderOf(*small), QStringLiteral("t1 t2"));
    const auto large =
        parseStudy(words(QStringLiteral("--repeat 1")), Machine{.cores = 200, .model = {}});
    QCOMPARE(large->runs.runs.size(), std::size_t{256});
}

void TestStudyOptions::wrongOptionsAreNamed_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* arguments, const char* expected) {
        QTest::newRow(arguments) << QString::fromUtf8(arguments) << QString::fromUtf8(expected);
    };
    row("--max-workers 1", "--max-workers is “1”; expected a whole number from 2 to 256");
    row("--max-workers 257", "--max-workers is “257”");
    row("--max-workers", "max-workers");
    row("--repeat 0", "--repeat is “0”; expected a whole number from 1 to 1000");
    row("--repeat five", "--repeat is “five”");
    row("--workers 4", "expected --max-workers");
    row("--with threads,elves",
        "--with is “elves”; expected threads, processes, global-lock or event-loop");
    row("--with threads,", "--with is “”");
    row("--with threads,processes,threads", "--with names “threads” twice");
    row("--modes both", "modes");
    row("--tasks 10000 --repeat 1000", "tasks in all runs together");
    row("--json --stream", "expected one of them");
    row("--csv a --stream", "--csv and --stream are both given");
    row("--csv --json", "--csv is followed by “--json”");
    row("--csv same --save ./same", "both name “same”");
    row("stray", "unexpected argument “stray”");
}

void TestStudyOptions::wrongOptionsAreNamed()
{
    QFETCH(QString, arguments);
    QFETCH(QString, expected);
    const auto request = parseStudy(words(arguments), twoCores);
    QVERIFY(!request);
    const QString message = QString::fromStdString(request.error().message);
    QVERIFY2(message.contains(expected), qPrintable(message));
}

void TestStudyOptions::outputs()
{
    const auto request =
        parseStudy(words(QStringLiteral("--json --save a.coreogram --csv b.csv")), twoCores);
    QVERIFY(request->runs.asJson && !request->runs.asStream);
    QCOMPARE(request->runs.savePath, QStringLiteral("a.coreogram"));
    QCOMPARE(request->csvPath, QStringLiteral("b.csv"));
    QVERIFY(!parseStudy({QStringLiteral("--csv"), QString()}, twoCores));
}

QTEST_APPLESS_MAIN(TestStudyOptions)
#include "tst_studyoptions.moc"

#include "app/charts/timesmodel.h"
#include "app/charts/timesrows.h"
#include "tests/support/recordingtext.h"

#include <QTest>

namespace {

using std::chrono::milliseconds;

Recording run(Mode mode, const Plan& plan, int wall, int user, RunEnd end = RunEnd::Done)
{
    const std::string length = std::to_string(wall);
    Recording recording = recordingFrom("T1[0-" + length + "];W1: T1 run 0-" + length);
    recording.start.mode = mode;
    recording.start.plan = plan;
    recording.summary.end = end;
    recording.summary.userTime = milliseconds(user);
    recording.summary.systemTime = milliseconds(1);
    return recording;
}

const Plan oneByOne{1, 1, 1, WorkerKind::Threads};
const Plan onTwoCores{1, 2, 2, WorkerKind::Threads};

Comparison comparison(std::vector<Recording> runs)
{
    Comparison result;
    result.runs = std::move(runs);
    return result;
}

/// The table as text: cells are parted by spaces, rows by line breaks.
QString tableText(const Comparison& comparison)
{
    TimesModel model;
    model.setRows(timesRows(comparison));
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data().toString();
        lines << cells.join(u' ');
    }
    return lines.join(u'\n');
}

}  // namespace

class TestTimesRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void showsEveryPlan();
    void showsMediansOfRepeats();
    void showsARunThatGoesOn();
    void givenNames();
    void hasNoSpeedupWithoutSequential();
    void comparesNothingThatFailed();
    void comparesNoObservedPrograms();
    void summarises_data();
    void summarises();
    void summarisesAStudy();
    void namesItsColumns();
    void writesMilliseconds_data();
    void writesMilliseconds();
};

void TestTimesRows::initTestCase()
{
    QLocale::setDefault(QLocale::c());
}

void TestTimesRows::showsEveryPlan()
{
    QCOMPARE(tableText(comparison({run(Mode::Sequential, oneByOne, 240, 239),
                                   run(Mode::Parallel, onTwoCores, 120, 238)})),
             QStringLiteral("Sequential 240 239 1.0 1.00× 100 %\n"
                            "Parallel 120 238 1.0 2.00× 100 %"));
}

void TestTimesRows::showsMediansOfRepeats()
{
    QCOMPARE(tableText(comparison({run(Mode::Sequential, oneByOne, 240, 240),
                                   run(Mode::Parallel, onTwoCores, 160, 210),
                                   run(Mode::Parallel, onTwoCores, 120, 250),
                                   run(Mode::Parallel, onTwoCores, 100, 220)})),
             QStringLiteral("Sequential 240 240 1.0 1.00× 100 %\n"
                            "Parallel (3 runs) 120 220 1.0 2.00× 100 %"));
}

void TestTimesRows::showsARunThatGoesOn()
{
    QCOMPARE(tableText(comparison({run(Mode::Sequential, oneByOne, 80, 0, RunEnd::NotYet)})),
             QStringLiteral("Sequential 80… – – – –"));
}

void TestTimesRows::givenNames()
{
    Comparison both = comparison({run(Mode::Sequential, oneByOne, 240, 239),
                                  run(Mode::Parallel, onTwoCores, 160, 238),
                                  run(Mode::Parallel, onTwoCores, 120, 238)});
    both.names = {"", "two at once"};
    QCOMPARE(tableText(both), QStringLiteral("Sequential 240 239 1.0 1.00× 100 %\n"
                                             "two at once (2 runs) 140 238 1.0 1.75× 88 %"));
    QVERIFY(summaryOf(timesRows(both)).startsWith(QStringLiteral("Fastest: two at once, 140 ms")));
}

void TestTimesRows::hasNoSpeedupWithoutSequential()
{
    QCOMPARE(tableText(comparison({run(Mode::Parallel, onTwoCores, 120, 238)})),
             QStringLiteral("Parallel 120 238 1.0 – –"));
}

void TestTimesRows::comparesNothingThatFailed()
{
    QCOMPARE(tableText(comparison({run(Mode::Sequential, oneByOne, 240, 239),
                                   run(Mode::Parallel, onTwoCores, 60, 60, RunEnd::Failed)})),
             QStringLiteral("Sequential 240 239 1.0 1.00× 100 %\n"
                            "Parallel 60 60 1.0 – –"));
}

void TestTimesRows::comparesNoObservedPrograms()
{
    Recording xz = run(Mode::Sequential, Plan(), 60, 50);
    xz.start.mode.reset();
    xz.start.command = {"/usr/bin/xz", "-T2"};
    Recording cat = xz;
    cat.start.command = {"cat"};
    const Comparison both = comparison({run(Mode::Sequential, oneByOne, 240, 239), xz, cat});
    QCOMPARE(tableText(both), QStringLiteral("Sequential 240 239 1.0 1.00× 100 %\n"
                                             "xz -T2 60 50 1.0 – –\n"
                                             "cat 60 50 1.0 – –"));
    QCOMPARE(summaryOf(timesRows(both)),
             QStringLiteral("cat: 60 ms of real time, 50 ms user and 1.0 ms sys."));
}

void TestTimesRows::summarises_data()
{
    QTest::addColumn<int>("parallelWall");
    QTest::addColumn<QString>("expected");
    QTest::newRow("faster") << 120
                            << QStringLiteral(
                                   "Fastest: Parallel, 120 ms, 2.00 times as fast as sequential.");
    QTest::newRow("slower") << 480 << QStringLiteral("Nothing was faster than sequential: 240 ms.");
}

void TestTimesRows::summarises()
{
    QFETCH(const int, parallelWall);
    QFETCH(const QString, expected);
    QCOMPARE(summaryOf({}), QString());
    const auto rows = timesRows(comparison({run(Mode::Sequential, oneByOne, 240, 239)}));
    QCOMPARE(summaryOf(rows),
             QStringLiteral("Sequential: 240 ms of real time, 239 ms user and 1.0 ms sys."));
    QCOMPARE(summaryOf(timesRows(comparison({run(Mode::Sequential, oneByOne, 240, 239),
                                             run(Mode::Parallel, onTwoCores, parallelWall, 9)}))),
             expected);
}

/// In which no run is of the sequential mode.
void TestTimesRows::summarisesAStudy()
{
    const auto summaryWith = [](int wallOfTwo) {
        Recording one = run(Mode::Sequential, oneByOne, 240, 239);
        Recording two = run(Mode::Parallel, onTwoCores, wallOfTwo, 239);
        one.start.mode.reset();
        two.start.mode.reset();
        Comparison both = comparison({one, two});
        both.names = {"1 worker", "2 workers"};
        return summaryOf(timesRows(both));
    };
    QCOMPARE(summaryWith(160),
             QStringLiteral("Fastest: 2 workers, 160 ms, 1.50 times as fast as one worker."));
    QCOMPARE(summaryWith(300), QStringLiteral("Nothing was faster than one worker: 240 ms."));
}

void TestTimesRows::namesItsColumns()
{
    const TimesModel model;
    QStringList names;
    for (int column = 0; column < model.columnCount(); ++column) {
        names << model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).isNull());
    }
    QCOMPARE(names.join(u' '), QStringLiteral("run real user sys speedup effic."));
}

void TestTimesRows::writesMilliseconds_data()
{
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << qint64{0} << QStringLiteral("0.0");
    QTest::newRow("small") << qint64{7'540} << QStringLiteral("7.5");
    QTest::newRow("almost ten") << qint64{9'960} << QStringLiteral("10");
    QTest::newRow("large") << qint64{240'400} << QStringLiteral("240");
}

void TestTimesRows::writesMilliseconds()
{
    QFETCH(const qint64, microseconds);
    QFETCH(const QString, expected);
    QCOMPARE(millisecondsText(std::chrono::microseconds(microseconds), QLocale::c()), expected);
}

QTEST_GUILESS_MAIN(TestTimesRows)
#include "tst_timesrows.moc"

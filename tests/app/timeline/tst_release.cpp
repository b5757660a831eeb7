#include "app/timeline/release.h"
#include "tests/support/recordingtext.h"
#include "tests/support/timetext.h"

#include <QTest>

using namespace std::chrono_literals;

namespace {

/// "2>1 at 30": from which row to which, for what row `row` shows at `at` ms.
QString releaseText(const QString& text, RowsBy rows, std::size_t row, double at)
{
    Recording recording = recordingFrom(text.toStdString());
    recording.start.plan.split = text.contains(QStringLiteral("T1.1")) ? 2 : 1;
    PanelModel model;
    model.update(recording, rows);
    const RowSource source{recording, model, rows};
    const auto t = testOrigin + Nanoseconds(std::llround(at * 1e6));
    const auto release = releaseOf(source, hitAt(source, {row, 1}, t, 0.5, Nanoseconds(1)));
    if (!release)
        return {};
    return QStringLiteral("%1>%2 at %3")
        .arg(release->from)
        .arg(release->to)
        .arg(toMilliseconds(release->time - testOrigin));
}

}  // namespace

/// Who ended a wait is told only where the recording knows.
class TestRelease : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void releases_data();
    void releases();
};

void TestRelease::releases_data()
{
    QTest::addColumn<QString>("recording");
    QTest::addColumn<RowsBy>("rows");
    QTest::addColumn<int>("row");
    QTest::addColumn<double>("at");
    QTest::addColumn<QString>("release");
    const auto row = [](const char* name, const char* text, RowsBy rows, int at, double t,
                        const char* release) {
        QTest::newRow(name) << QString::fromUtf8(text) << rows << at << t
                            << QString::fromUtf8(release);
    };
    const char* const lock = "T1[0-60] T2[0-60] T3[0-60]\n"
                             "W1: T2 run 0-30 ready 30-40 run 40-60\n"
                             "W2: T1 run 0-10 lock 10-30#3T2 run 30-60\n"
                             "W3: T3 run 0-60\n";
    row("by task", lock, RowsBy::Tasks, 0, 20, "1>0 at 30");
    row("by worker", lock, RowsBy::Workers, 1, 20, "0>1 at 30");
    row("by core", lock, RowsBy::Cores, 0, 20, "");
    row("of what runs", lock, RowsBy::Tasks, 0, 5, "");
    row("of another wait", lock, RowsBy::Tasks, 1, 35, "");
    row("taken up again",
        "T1[0-60] T2[0-60]\nW1: T2 run 0-60\n"
        "W2: T1 run 0-10 lock 10-30#3T2 run 30-31 lock 31-50#3T2 run 50-60\n",
        RowsBy::Tasks, 0, 20, "");
    row("who held it was off its core",
        "T1[0-60] T2[0-60]\nW1: T2 run 0-20 ready 20-40 run 40-60\n"
        "W2: T1 run 0-10 lock 10-30#3T2 run 30-60\n",
        RowsBy::Tasks, 0, 20, "");
    row("nobody knows who held it",
        "T1[0-60] T2[0-60]\nW1: T2 run 0-60\nW2: T1 run 0-10 lock 10-30 run 30-60\n", RowsBy::Tasks,
        0, 20, "");
    row("goes on", "T1[0-] T2[0-]; known 60\nW1: T2 run 0-60\nW2: T1 run 0-10 lock 10-60#3T2\n",
        RowsBy::Tasks, 0, 20, "");
    row("died of it", "T1[0-30] T2[0-60]\nW1: T2 run 0-60\nW2: T1 run 0-10 lock 10-30#3T2\n",
        RowsBy::Tasks, 0, 20, "");
    const char* const round = "T1[0-60] T2[0-60] T3[0-60]\n"
                              "W1: T2 run 0-20 ready 20-60\n"
                              "W2: T1 run 0-10 lock 10-40#0T2 run 40-60\n"
                              "W3: T3 lock 0-20#0T2 run 20-40 ready 40-60\n";
    row("the global lock has gone round", round, RowsBy::Tasks, 0, 20, "2>0 at 40");
    row("the first turn of the global lock", round, RowsBy::Tasks, 2, 10, "1>2 at 20");
    const char* const split = "T1[0-45]\n"
                              "W1: T1.0 run 0-40\n"
                              "W2: T1.1 run 0-20 join 20-40 run 40-45\n";
    row("the last part", split, RowsBy::Workers, 1, 30, "0>1 at 40");
    row("the last part, in one row", split, RowsBy::Tasks, 0, 30, "");
}

void TestRelease::releases()
{
    QFETCH(QString, recording);
    QFETCH(RowsBy, rows);
    QFETCH(int, row);
    QFETCH(double, at);
    QTEST(releaseText(recording, rows, static_cast<std::size_t>(row), at), "release");
}

QTEST_APPLESS_MAIN(TestRelease)
#include "tst_release.moc"

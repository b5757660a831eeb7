#include "app/access/rowtotals.h"
#include "tests/support/recordingtext.h"

#include <QTest>

namespace {

struct Sample {
    explicit Sample(const char* text) : recording(recordingFrom(text))
    {
        model.update(recording, RowsBy::Cores);
    }

    [[nodiscard]] QString sentence(RowsBy rows, RowGroup group) const
    {
        const RowSource source{recording, model, rows, 2};
        return sentenceOf(totalsOfRows(source, group), source);
    }

    Recording recording;
    PanelModel model;
};

constexpr auto plain = "T1[5-30] T2[20-40] T3[]\n"
                       "W1: T1 run 5-10@0 ready 10-20 run 20-30@1\n"
                       "W2: T2 run 20-25@0 lock 25-40\n";

constexpr auto eventLoop = "T1[0-30] T2[0-30]\n"
                           "W1: T1 run 0-10@0 T2 run 10-20@0 T1 run 20-25@0\n"
                           "S: T1 io 10-18 ready 18-20; S: T2 ready 0-10\n"
                           "with event-loop\n";

constexpr auto lost = "observed\nW1: - run 0-10@0 unseen 10-30 run 30-40@0\n";

}  // namespace

/// What rows did in total.
class TestRowTotals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sentences_data();
    void sentences();
};

void TestRowTotals::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestRowTotals::sentences_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<RowsBy>("rows");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const char* text, RowsBy rows, int first, int count,
                        const char* sentence) {
        QTest::newRow(name) << QByteArray(text) << rows << first << count
                            << QString::fromLatin1(sentence);
    };
    row("a task", plain, RowsBy::Tasks, 0, 1,
        "5.00 ms to 30.0 ms: running 15.0 ms, ready 10.0 ms, blocked 0 ns");
    row("a blocked task", plain, RowsBy::Tasks, 1, 1,
        "20.0 ms to 40.0 ms: running 5.00 ms, ready 0 ns, blocked 15.0 ms");
    row("not started", plain, RowsBy::Tasks, 2, 1, "not started");
    row("several tasks", plain, RowsBy::Tasks, 0, 3,
        "5.00 ms to 40.0 ms: running 20.0 ms, ready 10.0 ms, blocked 15.0 ms");
    row("more than there are", plain, RowsBy::Tasks, 1, 9,
        "20.0 ms to 40.0 ms: running 5.00 ms, ready 0 ns, blocked 15.0 ms");
    row("a worker", plain, RowsBy::Workers, 1, 1,
        "20.0 ms to 40.0 ms: running 5.00 ms, ready 0 ns, blocked 15.0 ms");
    row("a core", plain, RowsBy::Cores, 0, 1, "0 ns to 40.0 ms: running 10.0 ms");
    row("of an event loop", eventLoop, RowsBy::Tasks, 0, 1,
        "0 ns to 30.0 ms: running 15.0 ms, ready 2.00 ms, blocked 8.00 ms");
    row("lost records", lost, RowsBy::Workers, 0, 1,
        "0 ns to 40.0 ms: running 20.0 ms, ready 0 ns, blocked 0 ns, "
        "not known, records were lost 20.0 ms");
}

void TestRowTotals::sentences()
{
    QFETCH(const QByteArray, text);
    QFETCH(const RowsBy, rows);
    QFETCH(const int, first);
    QFETCH(const int, count);
    QFETCH(const QString, sentence);
    const RowGroup group{static_cast<std::size_t>(first), static_cast<std::size_t>(count)};
    QCOMPARE(Sample(text.constData()).sentence(rows, group), sentence);
}

QTEST_MAIN(TestRowTotals)
#include "tst_rowtotals.moc"

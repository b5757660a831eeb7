#include "app/table/intervalmodel.h"
#include "app/table/tableview.h"
#include "app/table/totalsmodel.h"
#include "tests/app/timeline/viewundertest.h"
#include "tests/support/recordingtext.h"
#include "tests/support/timetext.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr auto plain = "T1[5-30] T2[20-40] T3[]\n"
                       "W1: T1 run 5-10@0 ready 10-20 run 20-30@1\n"
                       "W2: T2 run 20-25@0 lock 25-40#3T1\n";

constexpr auto eventLoop = "T1[0-30] T2[0-30]\n"
                           "W1: T1 run 0-10@0 T2 run 10-20@0 T1 run 20-25@0\n"
                           "S: T1 io 10-18 ready 18-20\n"
                           "with event-loop\n";

Comparison comparisonOf(const char* text)
{
    Comparison comparison;
    comparison.machine.cores = 2;
    comparison.runs.push_back(recordingFrom(text));
    return comparison;
}

/// The rows without the header, cells separated by `|`.
QStringList linesOf(const QAbstractItemModel& model)
{
    if (model.rowCount() == 0)
        return {};
    QString text = tabbedText(model, {{0, model.rowCount() - 1}}).replace(u'\t', u'|');
    return text.split(u'\n', Qt::SkipEmptyParts).mid(1);
}

}  // namespace

/// The tables of a timeline.
class TestIntervalModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void holdsEveryInterval();
    void ofOneRow_data();
    void ofOneRow();
    void ofTheSelection();
    void byWorkerAndByCore();
    void latestFirst();
    void findsTheRowOfAnInterval();
    void growsWithTheRecording();
    void saysWhatCellsMean();
    void totals();

private:
    void show(Comparison comparison, RowsBy rows = RowsBy::Tasks);

    Comparison m_comparison;
    std::unique_ptr<ViewUnderTest> m_test;
    std::unique_ptr<TableSubject> m_subject;
    std::unique_ptr<IntervalModel> m_model;
};

void TestIntervalModel::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestIntervalModel::show(Comparison comparison, RowsBy rows)
{
    m_model.reset();
    m_test.reset();
    m_comparison = std::move(comparison);
    m_test = std::make_unique<ViewUnderTest>();
    m_test->view.setRowsBy(rows);
    m_test->show(m_comparison);
    m_subject.reset(new TableSubject{m_test->view});
    m_model = std::make_unique<IntervalModel>(*m_subject);
    m_model->setScope({});
}

void TestIntervalModel::holdsEveryInterval()
{
    show(comparisonOf(plain));
    const QStringList wanted{
        u"task|1|||in progress||5.000 ms|30.000 ms|25.0 ms"_s,
        u"slice|1|1|0|running||5.000 ms|10.000 ms|5.00 ms"_s,
        u"wait|1|1||ready|a core|10.000 ms|20.000 ms|10.0 ms"_s,
        u"task|2|||in progress||20.000 ms|40.000 ms|20.0 ms"_s,
        u"slice|1|1|1|running||20.000 ms|30.000 ms|10.0 ms"_s,
        u"slice|2|2|0|running||20.000 ms|25.000 ms|5.00 ms"_s,
        u"wait|2|2||blocked|lock 3, held by task 1|25.000 ms|40.000 ms|15.0 ms"_s,
    };
    QCOMPARE(linesOf(*m_model), wanted);
}

void TestIntervalModel::ofOneRow_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<RowsBy>("rows");
    QTest::addColumn<int>("row");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("a task") << QByteArray(plain) << RowsBy::Tasks << 1
                            << QStringList{u"task|2|||in progress||20.000 ms|40.000 ms|20.0 ms"_s,
                                           u"slice|2|2|0|running||20.000 ms|25.000 ms|5.00 ms"_s,
                                           u"wait|2|2||blocked|lock 3, held by task 1|25.000 ms|"
                                           "40.000 ms|15.0 ms"_s};
    QTest::newRow("not started") << QByteArray(plain) << RowsBy::Tasks << 2 << QStringList{};
    QTest::newRow("there is none") << QByteArray(plain) << RowsBy::Tasks << 7 << QStringList{};
    QTest::newRow("a core") << QByteArray(plain) << RowsBy::Cores << 0
                            << QStringList{u"slice|1|1|0|running||5.000 ms|10.000 ms|5.00 ms"_s,
                                           u"slice|2|2|0|running||20.000 ms|25.000 ms|5.00 ms"_s};
    QTest::newRow("of an event loop")
        << QByteArray(eventLoop) << RowsBy::Tasks << 0
        << QStringList{u"task|1|||in progress||0.000 ms|30.000 ms|30.0 ms"_s,
                       u"slice|1|1|0|running||0.000 ms|10.000 ms|10.0 ms"_s,
                       u"wait|1|1||blocked|input or output|10.000 ms|18.000 ms|8.00 ms"_s,
                       u"wait|1|1||ready|a core, or the event loop|18.000 ms|20.000 ms|2.00 ms"_s,
                       u"slice|1|1|0|running||20.000 ms|25.000 ms|5.00 ms"_s};
}

void TestIntervalModel::ofOneRow()
{
    QFETCH(const QByteArray, text);
    QFETCH(const RowsBy, rows);
    QFETCH(const int, row);
    QFETCH(const QStringList, lines);
    show(comparisonOf(text.constData()), rows);
    m_model->setScope({.row = static_cast<std::size_t>(row), .within = {}});
    QCOMPARE(linesOf(*m_model), lines);
}

void TestIntervalModel::ofTheSelection()
{
    show(comparisonOf(plain));
    m_model->setScope({.row = {}, .within = TimeRange{testOrigin + 10ms, testOrigin + 20ms}});
    const QStringList wanted{u"task|1|||in progress||5.000 ms|30.000 ms|25.0 ms"_s,
                             u"wait|1|1||ready|a core|10.000 ms|20.000 ms|10.0 ms"_s};
    QCOMPARE(linesOf(*m_model), wanted);
}

void TestIntervalModel::byWorkerAndByCore()
{
    show(comparisonOf(plain), RowsBy::Workers);
    QCOMPARE(m_model->rowCount(), 5);  // without tasks
    show(comparisonOf(plain), RowsBy::Cores);
    QCOMPARE(m_model->rowCount(), 3);  // what ran
}

void TestIntervalModel::latestFirst()
{
    show(comparisonOf(plain));
    QStringList lines = linesOf(*m_model);
    m_model->sort(6, Qt::DescendingOrder);
    std::ranges::reverse(lines);
    QCOMPARE(linesOf(*m_model), lines);
    m_model->sort(0, Qt::AscendingOrder);  // by kind: that would take a copy
    QCOMPARE(linesOf(*m_model), lines);
}

void TestIntervalModel::findsTheRowOfAnInterval()
{
    show(comparisonOf(plain));
    for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        m_model->sort(6, order);
        for (int row = 0; row < m_model->rowCount(); ++row)
            QCOMPARE(m_model->rowOf(*m_model->intervalAt(row)), row);
    }
    QVERIFY(!m_model->intervalAt(7));
    QVERIFY(!m_model->intervalAt(-1));
}

void TestIntervalModel::growsWithTheRecording()
{
    show(comparisonOf("T1[5-] T2[]\nW1: T1 run 5-10@0\nknown 10\n"));
    const QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QCOMPARE(m_model->rowCount(), 2);
    QVERIFY(linesOf(*m_model)[0].contains(u"|goes on|"_s));
    m_comparison.runs[0] = recordingFrom("T1[5-30] T2[20-40]\n"
                                         "W1: T1 run 5-10@0 ready 10-20 run 20-30@1\n"
                                         "W2: T2 run 20-40@0\n");
    m_test->view.refresh();
    m_model->refresh();
    QCOMPARE(m_model->rowCount(), 6);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(reset.size(), 0);
    QVERIFY(linesOf(*m_model)[5].startsWith(u"slice|2|2|0|running||20.000 ms|40.000 ms"_s));
}

void TestIntervalModel::saysWhatCellsMean()
{
    show(comparisonOf(plain));
    const auto spoken = [&](int row, int column) {
        return m_model->index(row, column).data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(spoken(2, 5), u"waits for: a core"_s);
    QCOMPARE(spoken(2, 3), u"core: none"_s);
    QCOMPARE(m_model->headerData(6, Qt::Horizontal, Qt::DisplayRole).toString(), u"start ↓"_s);
}

void TestIntervalModel::totals()
{
    show(comparisonOf(plain));
    TotalsModel totals(*m_subject);
    totals.reset();
    const QStringList wanted{u"Task 1|5.000 ms|30.000 ms|15.0 ms|10.0 ms|0 ns"_s,
                             u"Task 2|20.000 ms|40.000 ms|5.00 ms|0 ns|15.0 ms"_s,
                             u"Task 3|–|–|–|–|–"_s};
    QCOMPARE(linesOf(totals), wanted);
    m_test->view.setRowsBy(RowsBy::Cores);
    totals.refresh();
    QCOMPARE(linesOf(totals), (QStringList{u"Core 0|0.000 ms|40.000 ms|10.0 ms|–|–"_s,
                                           u"Core 1|0.000 ms|40.000 ms|10.0 ms|–|–"_s}));
}

QTEST_MAIN(TestIntervalModel)
#include "tst_intervalmodel.moc"

#include "app/charts/timescard.h"
#include "app/charts/timeschart.h"
#include "app/charts/timesmodel.h"
#include "tests/support/recordingtext.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QHorizontalBarSeries>
#include <QLabel>
#include <QTableView>
#include <QTest>

namespace {

using std::chrono::milliseconds;

Comparison twoRuns()
{
    Comparison comparison;
    for (const Mode mode : {Mode::Sequential, Mode::Concurrent}) {
        Recording run = recordingFrom("T1[0-40];W1: T1 run 0-40");
        run.start.mode = mode;
        run.start.plan.inProgress = mode == Mode::Sequential ? 1 : 4;
        run.summary.end = RunEnd::Done;
        run.summary.userTime = milliseconds(38);
        run.summary.systemTime = milliseconds(2);
        comparison.runs.push_back(run);
    }
    return comparison;
}

}  // namespace

class TestTimesCard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsNothingAtFirst();
    void showsTheSameInTableAndChart();
    void takesOverGrowthInItsOwnTime();
    void forgetsWhatIsNoLongerThere();
    void hidesWhatObservedProgramsLack();
    void listsWhatTheRunsCameTo();
    void rowsHoldTheirNames();
};

void TestTimesCard::showsNothingAtFirst()
{
    TimesCard card;
    card.show();
    QVERIFY(!card.findChild<QTableView*>()->isVisible());
    QVERIFY(!card.findChild<TimesChart*>());  // charts cost time when the program starts
}

void TestTimesCard::showsTheSameInTableAndChart()
{
    const Comparison comparison = twoRuns();
    TimesCard card;
    card.show();
    card.setComparison(&comparison);
    const auto* table = card.findChild<QTableView*>();
    QVERIFY(table->isVisible());
    QCOMPARE(table->model()->rowCount(), 2);
    QVERIFY(!table->accessibleName().isEmpty());

    auto* chart = card.findChild<TimesChart*>();
    QVERIFY(chart);
    const auto* series = qobject_cast<QHorizontalBarSeries*>(chart->chart()->series().at(0));
    QStringList names;
    for (const QBarSet* set : series->barSets()) {
        names << set->label();
        QCOMPARE(set->count(), 2);
    }
    QCOMPARE(names.join(u' '), QStringLiteral("sys user real"));
    QCOMPARE(series->barSets().at(2)->at(0), 40.0);
    QCOMPARE(series->barSets().at(1)->at(0), 38.0);
    QVERIFY(!chart->accessibleDescription().isEmpty());
}

void TestTimesCard::takesOverGrowthInItsOwnTime()
{
    Comparison comparison = twoRuns();
    const Recording second = comparison.runs.back();
    comparison.runs.pop_back();
    TimesCard card;
    card.show();
    card.setComparison(&comparison);
    const auto* model = card.findChild<QTableView*>()->model();
    comparison.runs.push_back(second);
    for (int i = 0; i < 10; ++i)
        card.refresh();
    QCOMPARE(model->rowCount(), 1);
    QTRY_COMPARE(model->rowCount(), 2);
}

void TestTimesCard::forgetsWhatIsNoLongerThere()
{
    const Comparison comparison = twoRuns();
    TimesCard card;
    card.show();
    card.setComparison(&comparison);
    card.refresh();
    card.setComparison(nullptr);
    QVERIFY(!card.findChild<QTableView*>()->isVisible());
    QVERIFY(!card.findChild<TimesChart*>()->isVisible());
}

void TestTimesCard::hidesWhatObservedProgramsLack()
{
    Comparison comparison = twoRuns();
    TimesCard card;
    card.show();
    card.setComparison(&comparison);
    const auto* table = card.findChild<QTableView*>();
    QVERIFY(!table->isColumnHidden(TimesModel::Speedup));
    for (Recording& run : comparison.runs)
        run.start.command = {"program"};
    card.refreshNow();
    QVERIFY(table->isColumnHidden(TimesModel::Speedup));
    QVERIFY(table->isColumnHidden(TimesModel::Efficiency));
    QVERIFY(!table->isColumnHidden(TimesModel::System));
}

void TestTimesCard::listsWhatTheRunsCameTo()
{
    Comparison comparison = twoRuns();
    TimesCard card;
    card.show();
    card.setComparison(&comparison);
    const auto* findings = card.findChild<QLabel*>(QStringLiteral("findings"));
    QVERIFY(!findings->isVisible());
    comparison.runs[1].summary.findings = {{"<sheep>", 12}, {"deadlocks", 1}};
    card.refreshNow();
    QVERIFY(findings->isVisible());
    QCOMPARE(findings->text(),
             QStringLiteral("<p><b>Concurrent</b><br>1 deadlock<br>&lt;sheep&gt;: 12</p>"));
}

void TestTimesCard::rowsHoldTheirNames()
{
    Comparison comparison = twoRuns();
    comparison.runs[1].start.mode = Mode::BothSplit;
    TimesCard card;
    card.resize(600, 800);
    card.show();
    card.setComparison(&comparison);
    const QAbstractItemView* const table = card.findChild<QTableView*>();
    const auto missing = [&] {
        QCoreApplication::processEvents();
        const auto* const rows = card.findChild<QTableView*>();
        int most = 0;
        for (int row = 0; row < rows->model()->rowCount(); ++row)
            most = std::max(most, table->sizeHintForRow(row) - rows->rowHeight(row));
        return most;
    };
    QVERIFY(missing() <= 0);
    card.resize(280, 800);  // the name of the second now needs lines
    QVERIFY(missing() <= 0);
    card.setStyleSheet(QStringLiteral("* { font-size: 24px; }"));
    QVERIFY(missing() <= 0);
}

QTEST_MAIN(TestTimesCard)
#include "tst_timescard.moc"

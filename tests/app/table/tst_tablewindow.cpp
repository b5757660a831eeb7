// The table in the whole window, with the real runner and real keys.

#include "app/lab/runsession.h"
#include "app/mainwindow.h"
#include "app/table/intervalmodel.h"
#include "app/table/tablepane.h"
#include "app/table/tableview.h"
#include "app/timeline/comparisonview.h"
#include "app/timeline/panelstack.h"
#include "app/timeline/panelwidget.h"
#include "tests/app/windowundertest.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLabel>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestTableWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aKeyShowsIt();
    void startsWhereTheCursorIs();
    void aButtonHidesIt();
    void tabReachesItAfterTheTimelines();
    void isPutAwayInTheStudy();
    void aRowMovesTheCursor();
    void theTimelineMovesTheRow();
    void ofTheRowThatIsChosen();
    void ofTheSelection();
    void ofTheRunWithTheFocus();
    void followsTheRows();
    void latestFirst();
    void copiesRows();
    void spaceRuns();
    void growsWhileItRuns();

private:
    template <typename Child>
    [[nodiscard]] Child& child(const char* name) const
    {
        return *m_ui->window().findChild<Child*>(QString::fromLatin1(name));
    }
    [[nodiscard]] TablePane& pane() const { return *m_ui->window().findChild<TablePane*>(); }
    [[nodiscard]] TableView& totals() const { return child<TableView>("totalsTable"); }
    [[nodiscard]] TableView& intervals() const { return child<TableView>("intervalTable"); }
    [[nodiscard]] ComparisonView& timelines() const
    {
        return *m_ui->window().findChild<ComparisonView*>();
    }
    [[nodiscard]] PanelWidget& panel(std::size_t run) const
    {
        return *timelines().stack().panels().at(run);
    }
    void run(double milliseconds) const;
    void showTable(int page) const;
    [[nodiscard]] static QString cell(const TableView& table, int row, int column)
    {
        return table.model()->index(row, column).data().toString();
    }

    std::unique_ptr<WindowUnderTest> m_ui;
};

void TestTableWindow::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_ui.reset();
    m_ui = std::make_unique<WindowUnderTest>(QStringLiteral(RUNNER_PATH));
}

void TestTableWindow::run(double milliseconds) const
{
    child<QDoubleSpinBox>("taskLength").setValue(milliseconds);
    timelines().setFocus();
    m_ui->press(Qt::Key_Space);
    QVERIFY(m_ui->waitUntilIdle());
}

void TestTableWindow::showTable(int page) const
{
    m_ui->press(Qt::Key_T);
    QVERIFY(pane().isVisible());
    child<QTabBar>("tableTabs").setCurrentIndex(page);
    pane().setFocus();
}

void TestTableWindow::aKeyShowsIt()
{
    QVERIFY(!pane().isVisible());
    QVERIFY(!m_ui->window().findChild<TableView*>());  // it costs nothing until then
    run(2);
    m_ui->press(Qt::Key_T);
    QVERIFY(pane().isVisible());
    QVERIFY(totals().hasFocus());
    QCOMPARE(totals().model()->rowCount(), 4);
    QCOMPARE(cell(totals(), 2, 0), u"Task 3"_s);
    QCOMPARE(totals().accessibleName(), u"Totals of Sequential"_s);
    m_ui->press(Qt::Key_T);
    QVERIFY(!pane().isVisible());
    QVERIFY(timelines().isAncestorOf(QApplication::focusWidget()));
}

void TestTableWindow::startsWhereTheCursorIs()
{
    run(2);
    panel(1).setFocus();
    for (int i = 0; i < 3; ++i)
        m_ui->press(Qt::Key_Down);
    m_ui->press(Qt::Key_Right);
    m_ui->press(Qt::Key_T);
    QCOMPARE(totals().accessibleName(), u"Totals of Concurrent"_s);
    QCOMPARE(totals().currentRow(), 2);
    QVERIFY(intervals().currentRow() >= 0);
    QCOMPARE(cell(intervals(), intervals().currentRow(), 1), u"3"_s);
    m_ui->press(Qt::Key_T);
    QVERIFY(panel(1).hasFocus());  // back where it was
}

void TestTableWindow::aButtonHidesIt()
{
    m_ui->press(Qt::Key_T);
    m_ui->click(&child<QToolButton>("closeTable"));
    QVERIFY(!pane().isVisible());
    m_ui->press(Qt::Key_T);
    QVERIFY(pane().isVisible());
}

void TestTableWindow::tabReachesItAfterTheTimelines()
{
    run(2);
    showTable(0);
    panel(4).setFocus();
    for (const char* name : {"overview", "tableTabs", "tableRun", "closeTable", "totalsTable"}) {
        m_ui->press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), QString::fromLatin1(name));
    }
}

void TestTableWindow::isPutAwayInTheStudy()
{
    m_ui->press(Qt::Key_T);
    m_ui->press(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(!pane().isVisible());
    m_ui->press(Qt::Key_T);
    m_ui->press(Qt::Key_3, Qt::ControlModifier);
    QVERIFY(pane().isVisible());
}

void TestTableWindow::aRowMovesTheCursor()
{
    run(2);
    showTable(0);
    m_ui->press(Qt::Key_Down);
    m_ui->press(Qt::Key_Down);
    QCOMPARE(panel(0).markedRow(), 2);
    m_ui->press(Qt::Key_Return);
    QVERIFY(intervals().isVisible() && intervals().hasFocus());
    QVERIFY(child<QCheckBox>("tableOnlyRow").isChecked());
    QCOMPARE(child<QCheckBox>("tableOnlyRow").text(), u"Only Task 3"_s);
    m_ui->press(Qt::Key_Down);
    const Recording& recording = m_ui->session().comparison().runs[0];
    const Task& task = recording.tasks[2];
    QCOMPARE(intervals().currentRow(), 1);
    QCOMPARE(cell(intervals(), 1, 0), u"slice"_s);
    const auto cursor = timelines().viewport().cursor();
    QVERIFY(cursor && *cursor >= *task.start - recording.start.origin);
    QVERIFY(*cursor < *task.stop - recording.start.origin);
    QCOMPARE(panel(0).markedRow(), 2);
    QCOMPARE(panel(1).markedRow(), -1);
    panel(1).setFocus();
    QCOMPARE(panel(0).markedRow(), -1);
    pane().setFocus();
    child<QComboBox>("tableRun").setCurrentIndex(0);
    m_ui->press(Qt::Key_Up);
    QVERIFY(panel(0).markedRow() >= 0);
    m_ui->press(Qt::Key_T);
    QCOMPARE(panel(0).markedRow(), -1);
}

void TestTableWindow::theTimelineMovesTheRow()
{
    run(2);
    showTable(1);
    panel(1).setFocus();
    m_ui->press(Qt::Key_Down);
    m_ui->press(Qt::Key_Down);
    m_ui->press(Qt::Key_Right);
    m_ui->press(Qt::Key_Right);
    QCOMPARE(child<QComboBox>("tableRun").currentIndex(), 1);
    QCOMPARE(totals().currentRow(), 1);
    QVERIFY(panel(1).hasFocus());
    const int row = intervals().currentRow();
    QVERIFY(row >= 0);
    QCOMPARE(cell(intervals(), row, 1), u"2"_s);
    m_ui->press(Qt::Key_Right);
    QVERIFY(intervals().currentRow() > row);
    QVERIFY(intervals().selectionModel()->isRowSelected(intervals().currentRow()));
}

void TestTableWindow::ofTheRowThatIsChosen()
{
    run(2);
    showTable(1);
    const int all = intervals().model()->rowCount();
    panel(0).setFocus();
    m_ui->press(Qt::Key_Down);
    child<QCheckBox>("tableOnlyRow").click();
    const int ofFirst = intervals().model()->rowCount();
    QVERIFY(ofFirst > 0 && ofFirst < all);
    m_ui->press(Qt::Key_Down);
    QCOMPARE(child<QCheckBox>("tableOnlyRow").text(), u"Only Task 2"_s);
    for (int row = 0; row < intervals().model()->rowCount(); ++row)
        QCOMPARE(cell(intervals(), row, 1), u"2"_s);
    child<QCheckBox>("tableOnlyRow").click();
    QCOMPARE(intervals().model()->rowCount(), all);
}

void TestTableWindow::ofTheSelection()
{
    run(2);
    showTable(1);
    const int all = intervals().model()->rowCount();
    auto& filter = child<QCheckBox>("tableOnlySelection");
    QVERIFY(!filter.isEnabled());
    timelines().viewport().select(TimeRange{0ms, 1ms});
    QVERIFY(filter.isEnabled());
    QCOMPARE(intervals().model()->rowCount(), all);
    filter.click();
    const int few = intervals().model()->rowCount();
    QVERIFY(few > 0 && few < all);
    const Nanoseconds origin = m_ui->session().comparison().runs[0].start.origin;
    const auto& model = static_cast<const IntervalModel&>(*intervals().model());
    for (int row = 0; row < few; ++row)
        QVERIFY(model.intervalAt(row)->range.start < origin + 1ms);
    const auto count = child<QLabel>("tableCount").text();
    QCOMPARE(count, few == 1 ? u"1 interval"_s : u"%1 intervals"_s.arg(few));
    timelines().viewport().select({});
    QCOMPARE(intervals().model()->rowCount(), all);
}

void TestTableWindow::ofTheRunWithTheFocus()
{
    run(2);
    showTable(0);
    auto& runs = child<QComboBox>("tableRun");
    QCOMPARE(runs.count(), 5);
    QCOMPARE(runs.currentText(), u"Sequential"_s);
    panel(2).setFocus();
    QCOMPARE(runs.currentText(), u"Parallel"_s);
    QCOMPARE(totals().accessibleName(), u"Totals of Parallel"_s);
    runs.setFocus();
    m_ui->press(Qt::Key_Up);
    QCOMPARE(totals().accessibleName(), u"Totals of Concurrent"_s);
    m_ui->press(Qt::Key_Space);
}

void TestTableWindow::followsTheRows()
{
    run(2);
    showTable(0);
    m_ui->press(Qt::Key_R);
    QCOMPARE(cell(totals(), 0, 0), u"Worker 1"_s);
    m_ui->press(Qt::Key_R);
    QCOMPARE(cell(totals(), 0, 0), u"Core 0"_s);
    QCOMPARE(cell(totals(), 0, 5), u"–"_s);
}

void TestTableWindow::latestFirst()
{
    run(2);
    showTable(1);
    const int last = intervals().model()->rowCount() - 1;
    const QString earliest = cell(intervals(), 0, 6);
    child<QCheckBox>("tableLatestFirst").setFocus();
    m_ui->press(Qt::Key_Space);
    QVERIFY(!m_ui->session().isRunning());
    QCOMPARE(cell(intervals(), last, 6), earliest);
    QHeaderView& header = *intervals().horizontalHeader();
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {},
                      {header.sectionViewportPosition(6) + 5, header.height() / 2});
    QCOMPARE(cell(intervals(), 0, 6), earliest);
    QVERIFY(!child<QCheckBox>("tableLatestFirst").isChecked());
}

void TestTableWindow::copiesRows()
{
    run(2);
    showTable(0);
    m_ui->press(Qt::Key_Down, Qt::ShiftModifier);
    m_ui->press(Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0], u"row\tstart\tstop\trunning\tready\tblocked"_s);
    QVERIFY(lines[1].startsWith(u"Task 1\t"_s) && lines[2].startsWith(u"Task 2\t"_s));
    QCOMPARE(m_ui->statusText(), u"Copied 2 rows."_s);
}

void TestTableWindow::spaceRuns()
{
    run(2);
    showTable(0);
    QVERIFY(totals().hasFocus());
    m_ui->press(Qt::Key_Space);
    QVERIFY(m_ui->session().isRunning());
    QVERIFY(m_ui->waitUntilIdle());
    QCOMPARE(totals().model()->rowCount(), 4);
}

void TestTableWindow::growsWhileItRuns()
{
    showTable(1);
    child<QDoubleSpinBox>("taskLength").setValue(400);
    timelines().setFocus();
    m_ui->press(Qt::Key_Space);
    QTRY_VERIFY(intervals().model()->rowCount() > 0);
    const int first = intervals().model()->rowCount();
    QTRY_VERIFY(intervals().model()->rowCount() > first);
    QVERIFY(m_ui->session().isRunning());
    m_ui->press(Qt::Key_Period, Qt::ControlModifier);
    QVERIFY(m_ui->waitUntilIdle());
}

QTEST_MAIN(TestTableWindow)
#include "tst_tablewindow.moc"

#include "app/timeline/panelcloser.h"
#include "app/timeline/panelstack.h"
#include "tests/app/timeline/simulatedrun.h"
#include "tests/app/timeline/viewundertest.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

/// Five runs: 240 ms, 240 ms and three of 120 ms.
Comparison fiveRuns()
{
    Experiment experiment;
    experiment.taskLength = 60ms;
    return simulatedComparison(experiment);
}

/// The runs whose panels are seen, from top to bottom: "0 2 1".
QString seen(const ViewUnderTest& test)
{
    std::vector<PanelWidget*> panels = test.panels();
    std::erase_if(panels, [](const PanelWidget* panel) { return !panel->isVisible(); });
    std::ranges::sort(panels, {}, [](const PanelWidget* panel) { return panel->y(); });
    QStringList words;
    for (const PanelWidget* panel : panels)
        words << QString::number(panel->run());
    return words.join(u' ');
}

QPoint headerOf(const PanelWidget& panel)
{
    return panel.geometryOfParts().header.center().toPoint();
}

/// `position` of one panel, as another one counts.
QPoint inPanel(const PanelWidget& panel, const PanelWidget& of, QPoint position)
{
    return panel.mapFromGlobal(of.mapToGlobal(position));
}

PanelCloser& closerOf(const PanelWidget& panel)
{
    return *panel.findChild<PanelCloser*>();
}

}  // namespace

/// Panels that are moved and hidden, with real events.
class TestArranging : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aDragMovesAPanel();
    void escapeEndsADrag();
    void aClickMovesNothing();
    void theCrossHidesAPanel();
    void theCrossCoversNoFigure();
    void theLastPanelHasNoCross();
    void theLegendSaysWhatIsHidden();
    void whatIsHiddenCountsNoMore();
    void focusGoesToTheNext();
    void arrowsFollowTheOrder();
    void tabFollowsTheOrder();
    void staysWhileRunsComeAndGrow();
    void anotherComparisonStartsAnew();
};

void TestArranging::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestArranging::aDragMovesAPanel()
{
    const Comparison comparison = fiveRuns();
    ViewUnderTest test;
    test.show(comparison);
    QCOMPARE(seen(test), QStringLiteral("0 1 2 3 4"));
    PanelWidget& first = test.panel(0);
    const QPoint to = inPanel(first, test.panel(2), test.panel(2).rect().center() + QPoint(0, 9));
    test.press(first, headerOf(first));
    test.moveTo(first, to);
    QCOMPARE(first.cursor().shape(), Qt::ClosedHandCursor);
    QCOMPARE(seen(test), QStringLiteral("0 1 2 3 4"));  // not before it is dropped
    const QPoint below = test.panel(2).mapTo(&test.view, QPoint(300, test.panel(2).height() + 3));
    QCOMPARE(test.view.grab().toImage().pixelColor(below), lightTheme().accent);
    test.release(first, to);
    QCOMPARE(seen(test), QStringLiteral("1 2 0 3 4"));
    QVERIFY(first.cursor().shape() != Qt::ClosedHandCursor);
    QVERIFY(test.view.grab().toImage().pixelColor(below) != lightTheme().accent);
    QVERIFY(!test.view.viewport().playhead());  // it was no click on the timeline
}

void TestArranging::escapeEndsADrag()
{
    const Comparison comparison = fiveRuns();
    ViewUnderTest test;
    test.show(comparison);
    PanelWidget& last = test.panel(4);
    const QPoint to = inPanel(last, test.panel(0), QPoint(100, 0));
    test.press(last, headerOf(last));
    test.moveTo(last, to);
    QTest::keyClick(&last, Qt::Key_Escape);
    test.release(last, to);
    QCOMPARE(seen(test), QStringLiteral("0 1 2 3 4"));
}

void TestArranging::aClickMovesNothing()
{
    const Comparison comparison = fiveRuns();
    ViewUnderTest test;
    test.show(comparison);
    const QSignalSpy arranged(&test.view, &ComparisonView::arranged);
    test.press(test.panel(3), headerOf(test.panel(3)));
    test.release(test.panel(3), headerOf(test.panel(3)));
    QVERIFY(arranged.isEmpty());
    QVERIFY(test.panel(3).hasFocus());
}

void TestArranging::theCrossHidesAPanel()
{
    const Comparison comparison = fiveRuns();
    ViewUnderTest test;
    test.show(comparison);
    PanelWidget& panel = test.panel(1);
    QVERIFY(closerOf(panel).isHidden());
    panel.setFocus();
    QVERIFY(closerOf(panel).isVisible());
    QCOMPARE(closerOf(panel).accessibleName(), QStringLiteral("Hide Concurrent"));
    const int height = test.panel(0).height();
    QTest::mouseClick(&closerOf(panel), Qt::LeftButton);
    test.settle();
    QCOMPARE(seen(test), QStringLiteral("0 2 3 4"));
    QVERIFY(test.panel(0).height() > height);  // it has got some of the room
    test.view.stack().showAll();
    QCOMPARE(seen(test), QStringLiteral("0 1 2 3 4"));
    QCOMPARE(test.panel(0).height(), height);
}

void TestArranging::theCrossCoversNoFigure()
{
    ViewUnderTest test({1000, 1100});
    const Comparison comparison = fiveRuns();
    test.show(comparison);
    PanelWidget& panel = test.panel(1);
    panel.setFocus();
    const QRectF head = panel.geometryOfParts().header;
    QVERIFY(closerOf(panel).x() >= head.right());
    test.view.setProjected(true);
    test.settle();
    QVERIFY(test.panel(0).hasFocus() || panel.hasFocus());
    QVERIFY(closerOf(test.panel(0)).isHidden());  // nobody points at a wall
    QVERIFY(closerOf(panel).isHidden());
}

void TestArranging::theLegendSaysWhatIsHidden()
{
    ViewUnderTest test({1000, 1100});
    const Comparison comparison = fiveRuns();
    test.show(comparison);
    test.settle();
    const auto* const legend = test.view.findChild<LegendWidget*>();
    QVERIFY(!legend->note().contains(QStringLiteral("hidden")));
    test.view.stack().setShown(1, false);
    test.settle();
    QCOMPARE(legend->note(), QStringLiteral("1 run is hidden: Shift+H shows it"));
    test.view.stack().setShown(3, false);
    test.view.resize(420, 1100);
    test.settle();
    QCOMPARE(legend->note(), QStringLiteral("2 runs are hidden: Shift+H shows them"));
    test.view.stack().showAll();
    test.settle();
    QVERIFY(!legend->note().contains(QStringLiteral("hidden")));
}

void TestArranging::theLastPanelHasNoCross()
{
    Comparison comparison = fiveRuns();
    comparison.runs.resize(2);
    ViewUnderTest test;
    test.show(comparison);
    test.panel(0).setFocus();
    test.view.stack().setShown(1, false);
    QCOMPARE(seen(test), QStringLiteral("0"));
    QVERIFY(closerOf(test.panel(0)).isHidden());
    test.view.stack().setShown(0, false);
    QCOMPARE(seen(test), QStringLiteral("0"));
}

void TestArranging::whatIsHiddenCountsNoMore()
{
    const Comparison comparison = fiveRuns();
    ViewUnderTest test;
    test.show(comparison);
    QCOMPARE(test.view.viewport().visible(), (TimeRange{0ms, 240ms}));
    for (const std::size_t slow : {0U, 1U, 2U})
        test.view.stack().setShown(slow, comparison.runs[slow].wall() < 200ms);
    QCOMPARE(test.view.viewport().contentEnd(), comparison.runs[4].wall());
    QVERIFY(test.view.viewport().visible().end < 240ms);
}

void TestArranging::focusGoesToTheNext()
{
    const Comparison comparison = fiveRuns();
    ViewUnderTest test;
    test.show(comparison);
    test.panel(1).setFocus();
    test.view.stack().setShown(1, false);
    QVERIFY(test.panel(2).hasFocus());
    QCOMPARE(test.view.stack().current(), std::optional<std::size_t>(2));
    test.panel(4).setFocus();
    test.view.stack().setShown(4, false);
    QVERIFY(test.panel(3).hasFocus());
}

void TestArranging::arrowsFollowTheOrder()
{
    const Comparison comparison = fiveRuns();
    ViewUnderTest test;
    test.show(comparison);
    test.view.stack().moveBy(0, 1);
    test.view.stack().setShown(2, false);
    QCOMPARE(seen(test), QStringLiteral("1 0 3 4"));
    test.panel(0).setFocus();
    test.panel(0).stepRow(-1);  // the last of its rows
    QTest::keyClick(&test.panel(0), Qt::Key_Down);
    QVERIFY(test.panel(3).hasFocus());
    QTest::keyClick(&test.panel(3), Qt::Key_Up);
    QVERIFY(test.panel(0).hasFocus());
}

void TestArranging::tabFollowsTheOrder()
{
    const Comparison comparison = fiveRuns();
    ViewUnderTest test;
    test.show(comparison);
    test.view.stack().moveBy(4, -1);
    test.view.stack().moveBy(0, 1);
    QCOMPARE(seen(test), QStringLiteral("1 0 2 4 3"));
    test.panel(1).setFocus();
    for (const std::size_t next : {0U, 2U, 4U, 3U}) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(test.panel(next).hasFocus());
    }
}

void TestArranging::staysWhileRunsComeAndGrow()
{
    const Comparison whole = fiveRuns();
    Comparison growing;
    growing.machine = whole.machine;
    growing.runs = {whole.runs[0], whole.runs[1]};
    ViewUnderTest test;
    test.show(growing);
    test.view.stack().moveBy(1, -1);
    test.view.stack().setShown(0, false);
    growing.runs.push_back(whole.runs[2]);
    test.view.refresh();
    test.settle();
    QCOMPARE(seen(test), QStringLiteral("1 2"));
    growing.runs[0] = simulatedRun({.mode = Mode::Sequential, .until = 100ms});
    test.view.refresh();
    test.view.stack().showAll();
    QCOMPARE(seen(test), QStringLiteral("1 0 2"));
    QCOMPARE(test.panel(0).text().wall, QStringLiteral("100 ms"));  // taken in while it was hidden
}

void TestArranging::anotherComparisonStartsAnew()
{
    const Comparison comparison = fiveRuns();
    Comparison other = comparison;
    ViewUnderTest test;
    test.show(comparison);
    test.view.stack().moveBy(0, 1);
    test.view.stack().setShown(2, false);
    test.show(other);
    QCOMPARE(seen(test), QStringLiteral("0 1 2 3 4"));
}

QTEST_MAIN(TestArranging)
#include "tst_arranging.moc"

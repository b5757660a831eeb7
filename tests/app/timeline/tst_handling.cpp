#include "app/timeline/axiswidget.h"
#include "app/timeline/bookmarkeditor.h"
#include "app/timeline/panelmenu.h"
#include "app/timeline/searchbar.h"
#include "tests/app/timeline/simulatedrun.h"
#include "tests/app/timeline/viewundertest.h"
#include "tests/support/recordingtext.h"

#include <QClipboard>
#include <QLabel>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

namespace {

const Comparison& fourWays()
{
    static const Comparison comparison = [] {
        Experiment experiment;
        experiment.taskLength = 60ms;
        return simulatedComparison(experiment);
    }();
    return comparison;
}

Comparison aLock()
{
    Comparison comparison;
    comparison.machine.cores = 2;
    comparison.runs.push_back(recordingFrom("T1[0-60] T2[0-60]\n"
                                            "W1: T2 run 0-30 ready 30-40 run 40-60\n"
                                            "W2: T1 run 0-10 lock 10-30#3T2 run 30-60\n"));
    return comparison;
}

BookmarkEditor& editorOf(ViewUnderTest& test)
{
    return *test.view.findChild<BookmarkEditor*>();
}

SearchBar& searchOf(ViewUnderTest& test)
{
    return *test.view.findChild<SearchBar*>();
}

void type(const QString& text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    ViewUnderTest::settle();
}

/// The menu of a panel, opened by a right click.
QPointer<PanelMenu> menuAt(ViewUnderTest& test, std::size_t run, QPoint position)
{
    QContextMenuEvent event(QContextMenuEvent::Mouse, position,
                            test.panel(run).mapToGlobal(position));
    QCoreApplication::sendEvent(&test.panel(run), &event);
    ViewUnderTest::settle();
    return test.view.findChild<PanelMenu*>();
}

QAction* actionOf(const QMenu* menu, const QString& text)
{
    for (QAction* const action : menu->actions()) {
        if (action->text().remove(u'&') == text)
            return action;
    }
    return nullptr;
}

}  // namespace

/// Bookmarks, search, the menu of a panel and who ended a wait, by mouse and keyboard.
class TestHandling : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aBookmarkAtTheCursor();
    void escapeDropsANewBookmark();
    void goingElsewhereKeepsTheNote();
    void fromBookmarkToBookmark();
    void deleteRemovesTheOneAtTheCursor();
    void aFlagOpensItsNote();
    void bookmarksAreDrawn();
    void searchMarksTheRow();
    void searchFollowsTheRows();
    void searchBringsIntoSight();
    void searchClosesWithEscape();
    void menuZooms();
    void menuSelects();
    void menuCopies();
    void menuSwitchesRowsAndColours();
    void menuSetsABookmark();
    void othersAddToTheMenu();
    void aClickMarksTheRow();
    void whoEndedAWait();
    void shiftAndArrowsSelect();
};

void TestHandling::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestHandling::aBookmarkAtTheCursor()
{
    ViewUnderTest test;
    test.show(fourWays());
    QSignalSpy edited(&test.view, &ComparisonView::bookmarksEdited);
    test.moveTo(test.panel(1), test.pointOf(1, 0, 50ms));
    const Nanoseconds cursor = *test.view.viewport().cursor();
    test.view.setBookmark();
    QVERIFY(editorOf(test).hasFocus());
    type(QStringLiteral("here"));
    press(Qt::Key_Return);
    QVERIFY(!editorOf(test).isVisible());
    QCOMPARE(edited.size(), 2);
    const std::vector<Bookmark> wanted{{RunId{1}, cursor, "here"}};
    QVERIFY(test.view.bookmarks() == wanted);

    test.view.viewport().showCursor(cursor);
    test.view.setBookmark();  // again: the one that is there
    QCOMPARE(editorOf(test).text(), QStringLiteral("here"));
    type(QStringLiteral("there"));
    press(Qt::Key_Escape);
    QVERIFY(test.view.bookmarks() == wanted);
}

void TestHandling::escapeDropsANewBookmark()
{
    ViewUnderTest test;
    test.show(fourWays());
    test.view.viewport().showCursor(50ms);
    test.view.setBookmark();
    QCOMPARE(test.view.bookmarks().size(), 1U);
    press(Qt::Key_Escape);
    QVERIFY(test.view.bookmarks().empty());
    QVERIFY(test.panel(0).hasFocus());
}

void TestHandling::goingElsewhereKeepsTheNote()
{
    ViewUnderTest test;
    test.show(fourWays());
    test.view.viewport().showCursor(50ms);
    test.view.setBookmark();
    type(QStringLiteral("kept"));
    test.panel(2).setFocus();
    QVERIFY(!editorOf(test).isVisible());
    QCOMPARE(test.view.bookmarks().at(0).note, std::string("kept"));
}

void TestHandling::fromBookmarkToBookmark()
{
    ViewUnderTest test({1000, 1100});
    test.show(fourWays());
    QSignalSpy refused(&test.view, &ComparisonView::refused);
    test.view.goToNextBookmark();
    QCOMPARE(refused.size(), 1);

    test.view.setBookmarks(
        {{RunId{2}, 100ms, "two"}, {RunId{0}, 50ms, "one"}, {RunId{1}, 100ms, {}}});
    QSignalSpy hovered(&test.view, &ComparisonView::hovered);
    test.view.viewport().zoomTo({0ms, 20ms});
    test.view.viewport().showCursor(10ms);
    QStringList visited;
    for (int i = 0; i < 4; ++i) {
        test.view.goToNextBookmark();
        visited << hovered.last().first().toString();
        QVERIFY(test.view.viewport().visible().contains(*test.view.viewport().cursor()));
    }
    QCOMPARE(visited, (QStringList{QStringLiteral("Bookmark at 50.0 ms: one"),
                                   QStringLiteral("Bookmark at 100 ms"),
                                   QStringLiteral("Bookmark at 100 ms: two"),
                                   QStringLiteral("Bookmark at 50.0 ms: one")}));
    QVERIFY(test.panel(0).hasFocus());
    test.view.goToPreviousBookmark();
    QVERIFY(test.panel(2).hasFocus());
    QCOMPARE(test.view.viewport().playhead(), std::optional<Nanoseconds>(100ms));
}

void TestHandling::deleteRemovesTheOneAtTheCursor()
{
    ViewUnderTest test;
    test.show(fourWays());
    test.view.setBookmarks({{RunId{0}, 50ms, {}}, {RunId{0}, 150ms, {}}});
    test.panel(0).setFocus();
    test.view.viewport().showCursor(100ms);
    press(Qt::Key_Delete);
    QCOMPARE(test.view.bookmarks().size(), 2U);
    test.view.viewport().showCursor(150ms);
    press(Qt::Key_Delete);
    QCOMPARE(test.view.bookmarks().size(), 1U);
    QCOMPARE(test.view.bookmarks()[0].time, Nanoseconds(50ms));
}

void TestHandling::aFlagOpensItsNote()
{
    ViewUnderTest test;
    test.show(fourWays());
    test.view.setBookmarks({{RunId{0}, 120ms, "a flag"}});
    auto* const axis = test.view.findChild<AxisWidget*>();
    const int x = test.panel(0).mapTo(&test.view, test.pointOf(0, 0, 120ms)).x();
    QTest::mouseClick(axis, Qt::LeftButton, {}, QPoint(x + 3, 3));
    QCOMPARE(editorOf(test).text(), QStringLiteral("a flag"));
    press(Qt::Key_Escape);
    QTest::mouseClick(axis, Qt::LeftButton, {}, QPoint(x + 60, 3));
    QVERIFY(!editorOf(test).isVisible());
}

void TestHandling::bookmarksAreDrawn()
{
    ViewUnderTest test;
    test.show(fourWays());
    const QImage before = test.imageOf(1);
    const QImage other = test.imageOf(2);
    auto* const axis = test.view.findChild<AxisWidget*>();
    const QImage bare = axis->grab().toImage();
    test.view.setBookmarks({{RunId{1}, 120ms, "note"}});
    QVERIFY(test.imageOf(1) != before);
    QCOMPARE(test.imageOf(2), other);
    QVERIFY(axis->grab().toImage() != bare);
    test.view.setBookmarks({});
    QCOMPARE(test.imageOf(1), before);
}

void TestHandling::searchMarksTheRow()
{
    ViewUnderTest test({1000, 1100});
    test.show(fourWays());
    test.view.openSearch();
    type(QStringLiteral("task 3"));
    ViewUnderTest::settle();
    QCOMPARE(*test.panel(0).foundRow(), 2U);
    QVERIFY(!test.panel(1).foundRow());
    auto* const place = searchOf(test).findChild<QLabel*>();
    QCOMPARE(place->text(), QStringLiteral("1 of 5"));
    press(Qt::Key_Return);
    QCOMPARE(*test.panel(1).foundRow(), 2U);
    QVERIFY(!test.panel(0).foundRow());
    QCOMPARE(place->text(), QStringLiteral("2 of 5"));
    press(Qt::Key_Return, Qt::ShiftModifier);
    press(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(place->text(), QStringLiteral("5 of 5"));
    QCOMPARE(*test.panel(4).foundRow(), 2U);
    type(QStringLiteral("xyz"));
    ViewUnderTest::settle();
    QCOMPARE(place->text(), QStringLiteral("None found"));
    QVERIFY(!test.panel(4).foundRow());
}

void TestHandling::searchFollowsTheRows()
{
    ViewUnderTest test({1000, 1100});
    test.show(fourWays());
    test.view.openSearch();
    type(QStringLiteral("worker 2"));
    ViewUnderTest::settle();
    const auto byTask = test.panel(1).foundRow();  // the first run has one worker
    QVERIFY(byTask);
    test.view.setRowsBy(RowsBy::Workers);
    QCOMPARE(*test.panel(1).foundRow(), 1U);
    test.view.setRowsBy(RowsBy::Cores);
    QVERIFY(!test.panel(1).foundRow());
}

void TestHandling::searchBringsIntoSight()
{
    ViewUnderTest test({1000, 420});
    test.show(fourWays());
    test.view.viewport().zoomTo({0ms, 10ms});
    test.view.openSearch();
    type(QStringLiteral("task 4"));
    ViewUnderTest::settle();
    // In the sequential run it is the last one, from 180 to 240 ms.
    QVERIFY(test.view.viewport().visible().contains(200ms));
    for (int i = 0; i < 4; ++i)
        press(Qt::Key_Return);
    QVERIFY(test.panel(4).foundRow());
    const QRectF row = test.panel(4).geometryOfParts().rowRect(*test.panel(4).foundRow());
    QVERIFY(test.panel(4).visibleRegion().contains(row.center().toPoint()));
}

void TestHandling::searchClosesWithEscape()
{
    ViewUnderTest test;
    test.show(fourWays());
    const int top = test.panel(0).mapTo(&test.view, QPoint()).y();
    test.view.openSearch();
    ViewUnderTest::settle();
    QVERIFY(test.panel(0).mapTo(&test.view, QPoint()).y() > top);
    type(QStringLiteral("2"));
    QVERIFY(test.panel(0).foundRow());
    press(Qt::Key_Escape);
    QVERIFY(!searchOf(test).isVisible());
    QVERIFY(!test.panel(0).foundRow());
    QVERIFY(test.panel(0).hasFocus());
    QCOMPARE(test.panel(0).mapTo(&test.view, QPoint()).y(), top);
}

void TestHandling::menuZooms()
{
    ViewUnderTest test;
    test.show(fourWays());
    const auto menu = menuAt(test, 0, test.pointOf(0, 1, 90ms));
    QVERIFY(menu);
    actionOf(menu, QStringLiteral("Zoom to Task 2"))->trigger();
    QCOMPARE(test.view.viewport().visible(), (TimeRange{54ms, 126ms}));
    actionOf(menu, QStringLiteral("Fit"))->trigger();
    QCOMPARE(test.view.viewport().visible(), (TimeRange{0ms, 240ms}));
}

void TestHandling::menuSelects()
{
    ViewUnderTest test;
    test.show(fourWays());
    // Slices of the concurrent run are 4 ms long.
    const auto menu = menuAt(test, 1, test.pointOf(1, 0, 18ms));
    actionOf(menu, QStringLiteral("Select This Interval (4.00 ms)"))->trigger();
    QCOMPARE(*test.view.viewport().selection(), (TimeRange{16ms, 20ms}));
}

void TestHandling::menuCopies()
{
    ViewUnderTest test;
    test.show(fourWays());
    const auto menu = menuAt(test, 0, test.pointOf(0, 1, 90ms));
    actionOf(menu, QStringLiteral("Copy Text"))->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("Task 2 · running")));
}

void TestHandling::menuSwitchesRowsAndColours()
{
    ViewUnderTest test;
    test.show(fourWays());
    QSignalSpy switched(&test.view, &ComparisonView::switched);
    const auto menu = menuAt(test, 0, test.pointOf(0, 1, 90ms));
    actionOf(actionOf(menu, QStringLiteral("Rows"))->menu(), QStringLiteral("By Worker"))
        ->trigger();
    QCOMPARE(test.view.rowsBy(), RowsBy::Workers);
    actionOf(actionOf(menu, QStringLiteral("Colours"))->menu(), QStringLiteral("By State"))
        ->trigger();
    QCOMPARE(test.view.colourBy(), ColourBy::State);
    QCOMPARE(switched.size(), 2);
}

void TestHandling::menuSetsABookmark()
{
    ViewUnderTest test;
    test.show(fourWays());
    const auto menu = menuAt(test, 1, test.pointOf(1, 0, 16ms) + QPoint(2, 0));
    menu->close();
    actionOf(menu, QStringLiteral("Bookmark Here"))->trigger();
    ViewUnderTest::settle();
    QCOMPARE(test.view.bookmarks().at(0).run, RunId{1});
    QCOMPARE(test.view.bookmarks().at(0).time, Nanoseconds(16ms));  // at the edge of the slice
    QVERIFY(editorOf(test).isVisible());
}

void TestHandling::othersAddToTheMenu()
{
    ViewUnderTest test;
    test.show(fourWays());
    std::size_t asked = 99;
    QObject::connect(&test.view, &ComparisonView::menuOpening,
                     [&asked](QMenu& menu, std::size_t run) {
                         asked = run;
                         menu.addAction(QStringLiteral("Hide"));
                     });
    const auto menu = menuAt(test, 2, test.pointOf(2, 0, 16ms));
    QCOMPARE(asked, 2U);
    QVERIFY(actionOf(menu, QStringLiteral("Hide")));
}

void TestHandling::aClickMarksTheRow()
{
    ViewUnderTest test;
    test.show(fourWays());
    const QPoint point = test.pointOf(1, 2, 50ms);
    test.press(test.panel(1), point);
    test.release(test.panel(1), point);
    QSignalSpy hovered(&test.view, &ComparisonView::hovered);
    press(Qt::Key_Down);
    QVERIFY(hovered.last().first().toString().startsWith(QStringLiteral("Task 4")));
}

void TestHandling::whoEndedAWait()
{
    ViewUnderTest test;
    const Comparison comparison = aLock();
    test.show(comparison);
    const QPoint wait = test.pointOf(0, 0, 20ms);
    test.moveTo(test.panel(0), wait);
    QVERIFY(test.panel(0).release());
    QCOMPARE(test.panel(0).release()->from, 1U);
    const QImage with = test.imageOf(0);
    test.moveTo(test.panel(0), test.pointOf(0, 0, 5ms));
    QVERIFY(!test.panel(0).release());
    test.view.viewport().showCursor(20ms);
    QVERIFY(test.imageOf(0) != with);
}

void TestHandling::shiftAndArrowsSelect()
{
    ViewUnderTest test;
    test.show(fourWays());
    const Viewport& viewport = test.view.viewport();
    test.panel(1).setFocus();
    press(Qt::Key_Down);  // at 0; slices of the row: 0 to 4, 16 to 20, …
    press(Qt::Key_Right);
    press(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(*viewport.selection(), (TimeRange{4ms, 16ms}));
    press(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(*viewport.selection(), (TimeRange{4ms, 20ms}));
    press(Qt::Key_Left, Qt::ShiftModifier);
    press(Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(!viewport.selection());
    press(Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(*viewport.selection(), (TimeRange{0ms, 4ms}));
}

QTEST_MAIN(TestHandling)
#include "tst_handling.moc"

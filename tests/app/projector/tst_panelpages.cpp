#include "app/timeline/panelpages.h"

#include "app/timeline/panellayout.h"
#include "app/timeline/rowgroups.h"

#include <QTest>

/// Which panels a wall has room for.
class TestPanelPages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sizesOfTheWall();
    void sizesFollowTheWindow_data();
    void sizesFollowTheWindow();
    void rowsAreGrouped_data();
    void rowsAreGrouped();
    void fits_data();
    void fits();
    void pairs_data();
    void pairs();
    void turns_data();
    void turns();
};

void TestPanelPages::sizesOfTheWall()
{
    const TimelineStyle style = projectorStyle(QFont(), {1920, 1080});
    for (const QFont& font : {style.title, style.figure, style.factor, style.legend})
        QVERIFY(font.pixelSize() >= 48);
    QVERIFY(style.label.pixelSize() >= 32);
    for (const QFont& font : {style.detail, style.strong, style.small})
        QVERIFY(font.pixelSize() >= 24);
    QVERIFY(style.minRow >= 56);
    QCOMPARE(style.outline, 2.0);
    QCOMPARE(style.shortestBar, 3.0);
    QVERIFY(style.isProjected);
}

void TestPanelPages::sizesFollowTheWindow_data()
{
    QTest::addColumn<QSize>("window");
    QTest::addColumn<int>("title");
    QTest::newRow("full HD") << QSize(1920, 1080) << 48;
    QTest::newRow("at 200 %") << QSize(960, 540) << 24;
    QTest::newRow("4K") << QSize(3840, 2160) << 96;
    QTest::newRow("an old projector") << QSize(1024, 768) << 34;
    QTest::newRow("upright") << QSize(1080, 1920) << 36;
    QTest::newRow("tiny") << QSize(1, 1) << 8;
}

void TestPanelPages::sizesFollowTheWindow()
{
    QFETCH(QSize, window);
    QFETCH(int, title);
    QCOMPARE(projectorStyle(QFont(), window).title.pixelSize(), title);
}

void TestPanelPages::rowsAreGrouped_data()
{
    QTest::addColumn<int>("total");
    QTest::addColumn<int>("rows");
    QTest::newRow("none") << 0 << 0;
    QTest::newRow("all by themselves") << 8 << 8;
    QTest::newRow("one too many") << 9 << 5;
    QTest::newRow("sixteen") << 16 << 8;
    QTest::newRow("many") << 100'000 << 5;
}

void TestPanelPages::rowsAreGrouped()
{
    QFETCH(int, total);
    QFETCH(int, rows);
    const auto groups = groupRows(static_cast<std::size_t>(total), projectedRows);
    QCOMPARE(static_cast<int>(groups.size()), rows);
    std::size_t next = 0;
    for (const RowGroup& group : groups) {
        QCOMPARE(group.first, next);
        next += group.count;
    }
    QCOMPARE(next, static_cast<std::size_t>(total));
}

void TestPanelPages::fits_data()
{
    QTest::addColumn<std::vector<std::size_t>>("rows");
    QTest::addColumn<int>("spare");  // beyond what the first two need
    QTest::addColumn<int>("count");
    using Rows = std::vector<std::size_t>;
    QTest::newRow("no panels") << Rows{} << 0 << 1;
    QTest::newRow("one that is too high") << Rows{8} << -9999 << 1;
    QTest::newRow("two just") << Rows{4, 4, 4, 4} << 0 << 2;
    QTest::newRow("two not quite") << Rows{4, 4, 4, 4} << -1 << 1;
    QTest::newRow("the highest pair counts") << Rows{4, 4, 8, 4} << 0 << 1;
    QTest::newRow("all") << Rows{4, 4, 4} << 9999 << 3;
}

void TestPanelPages::fits()
{
    QFETCH(std::vector<std::size_t>, rows);
    QFETCH(int, spare);
    QFETCH(int, count);
    const TimelineStyle style = projectorStyle(QFont(), {1920, 1080});
    const double available = stackHeight(style.minRow, {4, 4}, style) + spare;
    QCOMPARE(static_cast<int>(panelsThatFit(available, rows, style)), count);
}

void TestPanelPages::pairs_data()
{
    QTest::addColumn<std::vector<std::size_t>>("rows");
    QTest::addColumn<double>("rowHeight");  // that the first two would have
    QTest::addColumn<bool>("isLower");
    using Rows = std::vector<std::size_t>;
    QTest::newRow("high rows") << Rows{4, 4} << 60.0 << false;
    QTest::newRow("readable rows") << Rows{5, 5} << 38.0 << true;
    QTest::newRow("all the others too") << Rows{5, 5, 5} << 38.0 << true;
    QTest::newRow("not all pairs") << Rows{5, 5, 8} << 38.0 << false;
    QTest::newRow("rows that are too low") << Rows{8, 8} << 30.0 << false;
    QTest::newRow("nothing to compare") << Rows{8} << 38.0 << false;
}

/// Rows become lower only where two panels fit by that.
void TestPanelPages::pairs()
{
    QFETCH(std::vector<std::size_t>, rows);
    QFETCH(double, rowHeight);
    QFETCH(bool, isLower);
    const TimelineStyle style = projectorStyle(QFont(), {1920, 1080});
    std::vector<std::size_t> first = rows;
    first.resize(std::min<std::size_t>(2, rows.size()));
    const double available = stackHeight(rowHeight, first, style);
    const TimelineStyle chosen = styleForPairs(available, rows, style);
    QCOMPARE(chosen.minRow < style.minRow, isLower);
    QVERIFY(chosen.minRow >= style.label.pixelSize());
    if (isLower)
        QCOMPARE(panelsThatFit(available, rows, chosen), std::size_t(2));
}

void TestPanelPages::turns_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("step");
    QTest::addColumn<int>("then");
    QTest::newRow("on") << 0 << 1 << 2;
    QTest::newRow("to the end") << 2 << 1 << 3;
    QTest::newRow("at the end") << 3 << 1 << 3;
    QTest::newRow("back") << 3 << -1 << 1;
    QTest::newRow("to the beginning") << 1 << -1 << 0;
    QTest::newRow("at the beginning") << 0 << -1 << 0;
}

void TestPanelPages::turns()
{
    QFETCH(int, first);
    QFETCH(int, step);
    QFETCH(int, then);
    const PanelPage page{static_cast<std::size_t>(first), 2};
    const PanelPage next = turned(page, step, 5);
    QCOMPARE(static_cast<int>(next.first), then);
    QCOMPARE(static_cast<int>(next.count), 2);
    QCOMPARE(turned({}, step, 0), PanelPage{});
}

QTEST_MAIN(TestPanelPages)
#include "tst_panelpages.moc"

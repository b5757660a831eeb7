#include "app/timeline/comparisonpicture.h"
#include "app/timeline/comparisonscene.h"
#include "app/timeline/comparisonsight.h"
#include "app/timeline/panelmenu.h"
#include "app/timeline/searchbar.h"
#include "tests/app/timeline/simulatedrun.h"
#include "tests/app/timeline/viewundertest.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;

namespace {

constexpr int tasks = 100;
constexpr RowGroup second{5, 5};

}  // namespace

/// A group of rows that is opened where it stands.
class TestOpenedGroup : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void membersTakeItsPlace();
    void groupsOfGroups();
    void familiesStayTogether_data();
    void familiesStayTogether();
    void anyFamiliesFit();
    void aDoubleClickOnTheNameOpensAndCloses();
    void enterOpensAndCloses();
    void theMenuOpensAndCloses();
    void whatIsFoundHasARow();
    void otherRowsHaveTheirOwnGroups();
    void aWallHasNoRoom();
    void picturesShowIt();

private:
    [[nodiscard]] PanelWidget& panel() const { return m_test->panel(0); }
    [[nodiscard]] QPoint nameOf(std::size_t row) const
    {
        const PanelLayout layout = panel().geometryOfParts();
        return {static_cast<int>(layout.labels.center().x()),
                static_cast<int>(layout.rowRect(row).center().y())};
    }
    /// The labels of the rows, from above.
    [[nodiscard]] QStringList rows() const
    {
        QStringList labels;
        for (const RowGroup group : panel().source().groups())
            labels << labelOf(panel().source(), group);
        return labels;
    }

    Comparison m_comparison;
    std::unique_ptr<ViewUnderTest> m_test;
};

void TestOpenedGroup::init()
{
    Experiment experiment;
    experiment.tasks = tasks;
    m_comparison = simulatedComparison(experiment);
    m_comparison.runs.resize(1);
    m_test = std::make_unique<ViewUnderTest>();
    m_test->show(m_comparison);
    QCOMPARE(panel().rows(), std::size_t{20});
}

void TestOpenedGroup::membersTakeItsPlace()
{
    QSignalSpy changed(&panel(), &PanelWidget::rowsChanged);
    const QImage before = m_test->imageOf(0);
    panel().openGroup(second);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(panel().rows(), std::size_t{24});
    QCOMPARE(rows().mid(0, 7), (QStringList{u"Tasks 1–5"_s, u"Task 6"_s, u"Task 7"_s, u"Task 8"_s,
                                            u"Task 9"_s, u"Task 10"_s, u"Tasks 11–15"_s}));
    QVERIFY(m_test->imageOf(0) != before);
    const PanelLayout layout = panel().geometryOfParts();
    QVERIFY(layout.rowRect(23).bottom() <= layout.rows.bottom() + 1);
    panel().openGroup({});
    QVERIFY(areAlike(m_test->imageOf(0), before));
}

void TestOpenedGroup::groupsOfGroups()
{
    const auto groups = groupRows(100'000, {}, RowGroup{5'200, 200});
    QCOMPARE(groups.size(), std::size_t{19 + 24 + 20});
    QCOMPARE(groups[0], (RowGroup{0, 5'000}));
    QCOMPARE(groups[1], (RowGroup{5'000, 200}));
    QCOMPARE(groups[2], (RowGroup{5'200, 10}));
    std::size_t next = 0;
    for (std::size_t row = 0; row < groups.size(); ++row) {
        QCOMPARE(groups[row].first, next);  // none is left out or there twice
        next += groups[row].count;
        QCOMPARE(rowWith(groups, next - 1), row);
    }
    QCOMPARE(next, std::size_t{100'000});
}

void TestOpenedGroup::familiesStayTogether_data()
{
    QTest::addColumn<QList<int>>("sizes");
    QTest::addColumn<QList<int>>("groups");
    const auto row = [](const char* name, const QList<int>& sizes, const QList<int>& groups) {
        QTest::newRow(name) << sizes << groups;
    };
    row("few", {3, 1}, {1, 1, 1, 1});
    row("one each", QList<int>(10, 5), QList<int>(10, 5));
    row("several in each", QList<int>(60, 4), QList<int>(12, 20));
    row("one by one", QList<int>(60, 1), QList<int>(12, 5));
    row("a large one is cut", {1, 50, 1}, QList<int>{1} + QList<int>(10, 5) + QList<int>{1});
    row("what is left of it is alone", {52, 2}, QList<int>(10, 5) + QList<int>{2, 2});
}

void TestOpenedGroup::familiesStayTogether()
{
    QFETCH(const QList<int>, sizes);
    QFETCH(const QList<int>, groups);
    std::vector<std::size_t> families;
    std::size_t total = 0;
    for (const int size : sizes) {
        families.push_back(total);
        total += static_cast<std::size_t>(size);
    }
    QList<int> counts;
    for (const RowGroup group : groupRows(total, {}, {}, families))
        counts << static_cast<int>(group.count);
    QCOMPARE(counts, groups);
}

/// Each has a row, no more rows than there may be, and none holds a part of one and more.
void TestOpenedGroup::anyFamiliesFit()
{
    std::mt19937 random(7);
    for (int round = 0; round < 2'000; ++round) {
        std::vector<std::size_t> families{0};
        const std::size_t largest = 1 + random() % 60;
        const std::size_t count = 1 + random() % 300;
        while (families.size() < count)
            families.push_back(families.back() + 1 + random() % largest);
        const std::size_t total = families.back() + 1 + random() % largest;
        const RowLimits limits = round % 2 == 0 ? RowLimits() : projectedRows;
        const auto groups = groupRows(total, limits, {}, families);
        QVERIFY(groups.size() <= (total <= limits.singleRows ? total : limits.groups));
        std::size_t next = 0;
        for (const RowGroup group : groups) {
            QCOMPARE(group.first, next);
            next += group.count;
            const auto familyOf = [&](std::size_t index) {
                return std::ranges::upper_bound(families, index) - families.begin();
            };
            const auto begins = [&](std::size_t index) {
                return index == total || std::ranges::binary_search(families, index);
            };
            QVERIFY(familyOf(group.first) == familyOf(next - 1) ||
                    (begins(group.first) && begins(next)));
        }
        QCOMPARE(next, total);
    }
}

void TestOpenedGroup::aDoubleClickOnTheNameOpensAndCloses()
{
    m_test->doubleClick(panel(), nameOf(1));
    QCOMPARE(rows()[1], u"Task 6"_s);
    m_test->doubleClick(panel(), nameOf(10));  // another
    QCOMPARE(rows()[1], u"Tasks 6–10"_s);
    QCOMPARE(rows().mid(6, 2), (QStringList{u"Task 31"_s, u"Task 32"_s}));
    m_test->doubleClick(panel(), nameOf(7));
    QCOMPARE(panel().rows(), std::size_t{20});
}

void TestOpenedGroup::enterOpensAndCloses()
{
    panel().setFocus();
    QTest::keyClick(&panel(), Qt::Key_Down);
    QTest::keyClick(&panel(), Qt::Key_Down);
    QTest::keyClick(&panel(), Qt::Key_Return);
    QCOMPARE(panel().rows(), std::size_t{24});
    QCOMPARE(panel().markedRow(), 1);
    QTest::keyClick(&panel(), Qt::Key_Down);
    QTest::keyClick(&panel(), Qt::Key_Return);
    QCOMPARE(panel().rows(), std::size_t{20});
    QCOMPARE(panel().markedRow(), 1);  // of which it was a member
}

void TestOpenedGroup::theMenuOpensAndCloses()
{
    const auto trigger = [&](const QString& text) {
        const QPointF position = panel().geometryOfParts().barRect(1).center();
        const PanelMenu menu({panel(), m_test->view.viewport(), m_test->view.settings()}, position,
                             nullptr);
        for (QAction* const action : menu.actions()) {
            if (action->text().remove(u'&') == text)
                return action->trigger(), true;
        }
        return false;
    };
    QVERIFY(!trigger(u"Close the Group"_s));
    QVERIFY(trigger(u"Open Tasks 6–10"_s));
    QCOMPARE(panel().rows(), std::size_t{24});
    QVERIFY(!trigger(u"Open Tasks 6–10"_s));
    QVERIFY(trigger(u"Close the Group"_s));
    QCOMPARE(panel().rows(), std::size_t{20});
}

void TestOpenedGroup::whatIsFoundHasARow()
{
    m_test->view.openSearch();
    QTest::keyClicks(QApplication::focusWidget(), u"task 48"_s);
    ViewUnderTest::settle();
    QCOMPARE(panel().rows(), std::size_t{24});
    QVERIFY(panel().foundRow());
    QCOMPARE(rows()[static_cast<qsizetype>(*panel().foundRow())], u"Task 48"_s);
}

void TestOpenedGroup::otherRowsHaveTheirOwnGroups()
{
    panel().openGroup(second);
    m_test->view.setRowsBy(RowsBy::Cores);
    QVERIFY(!panel().source().opened);
    m_test->view.setRowsBy(RowsBy::Tasks);
    QCOMPARE(panel().rows(), std::size_t{24});
    m_test->show(m_comparison);
    QCOMPARE(panel().rows(), std::size_t{20});
}

void TestOpenedGroup::aWallHasNoRoom()
{
    panel().openGroup(second);
    m_test->view.setProjected(true);
    QVERIFY(panel().rows() <= 8);
    m_test->doubleClick(panel(), nameOf(1));
    QVERIFY(panel().rows() <= 8);
}

void TestOpenedGroup::picturesShowIt()
{
    panel().openGroup(second);
    const ComparisonSight sight = m_test->view.sight();
    QCOMPARE(sight.opened, (std::vector<std::optional<RowGroup>>{second}));
    const ComparisonScene scene =
        sceneOf(m_comparison, sight, {1000, 760}, 1, m_test->view.settings().style);
    QCOMPARE(scene.panels.at(0).rows.size(), std::size_t{24});
}

QTEST_MAIN(TestOpenedGroup)
#include "tst_openedgroup.moc"

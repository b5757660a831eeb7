#include "app/timeline/panelorder.h"

#include <QStringList>
#include <QTest>

namespace {

/// "2 (0) 1": from top to bottom, hidden ones in brackets.
QString text(const PanelOrder& order)
{
    QStringList words;
    for (const std::size_t run : order.runs())
        words << (order.isShown(run) ? QStringLiteral("%1") : QStringLiteral("(%1)")).arg(run);
    return words.join(u' ');
}

PanelOrder orderOf(std::size_t runs)
{
    PanelOrder order;
    order.setRuns(runs);
    return order;
}

}  // namespace

/// In which order panels stand, and which are hidden.
class TestPanelOrder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newRunsComeLast();
    void theLastOneStays();
    void moves_data();
    void moves();
    void movesPastHiddenOnes();
    void steps();
    void fewerRuns();
    void onlySome();
};

void TestPanelOrder::newRunsComeLast()
{
    PanelOrder order = orderOf(2);
    order.moveTo(1, 0);
    order.setShown(0, false);
    order.setRuns(4);
    QCOMPARE(text(order), QStringLiteral("1 (0) 2 3"));
    QVERIFY(order.hasHidden());
    QVERIFY(order.showAll());
    QCOMPARE(text(order), QStringLiteral("1 0 2 3"));
    QVERIFY(!order.hasHidden() && !order.showAll());
}

void TestPanelOrder::theLastOneStays()
{
    PanelOrder order = orderOf(2);
    QVERIFY(order.canHide(0) && order.setShown(0, false));
    QVERIFY(!order.canHide(1) && !order.setShown(1, false));
    QVERIFY(!order.setShown(0, false));  // it is hidden already
    QVERIFY(!order.setShown(2, true) && !order.setShown(2, false));
    QCOMPARE(text(order), QStringLiteral("(0) 1"));
    QVERIFY(order.setShown(0, true));
    QCOMPARE(text(order), QStringLiteral("0 1"));
}

void TestPanelOrder::moves_data()
{
    QTest::addColumn<int>("run");
    QTest::addColumn<int>("place");
    QTest::addColumn<QString>("order");
    const auto row = [](int run, int place, const char* order) {
        QTest::addRow("%d to %d", run, place) << run << place << QString::fromUtf8(order);
    };
    row(0, 0, "0 1 2");
    row(0, 1, "1 0 2");
    row(0, 2, "1 2 0");
    row(2, 0, "2 0 1");
    row(2, 1, "0 2 1");
    row(1, 7, "0 2 1");
}

void TestPanelOrder::moves()
{
    QFETCH(const int, run);
    QFETCH(const int, place);
    PanelOrder order = orderOf(3);
    QCOMPARE(order.moveTo(static_cast<std::size_t>(run), static_cast<std::size_t>(place)),
             run != place);
    QTEST(text(order), "order");
}

void TestPanelOrder::movesPastHiddenOnes()
{
    PanelOrder order = orderOf(4);
    order.setShown(1, false);
    QVERIFY(order.moveBy(0, 1));
    QCOMPARE(text(order), QStringLiteral("(1) 2 0 3"));
    QVERIFY(order.moveBy(0, -1));
    QCOMPARE(text(order), QStringLiteral("(1) 0 2 3"));
    QVERIFY(!order.moveBy(1, 1));  // it is hidden
}

void TestPanelOrder::steps()
{
    PanelOrder order = orderOf(2);
    QVERIFY(!order.moveBy(0, -1) && !order.moveBy(1, 1));
    QVERIFY(order.moveBy(1, -1));
    QCOMPARE(text(order), QStringLiteral("1 0"));
}

void TestPanelOrder::fewerRuns()
{
    PanelOrder order = orderOf(3);
    order.moveTo(2, 0);
    order.setShown(0, false);
    order.setShown(1, false);
    order.setRuns(2);  // none of which was shown
    QCOMPARE(text(order), QStringLiteral("0 1"));
}

void TestPanelOrder::onlySome()
{
    PanelOrder order = orderOf(4);
    order.moveTo(3, 0);
    order.setShown(1, false);
    QVERIFY(order.showOnly({1, 3, 7}));
    QCOMPARE(text(order), QStringLiteral("3 (0) 1 (2)"));
    QVERIFY(!order.showOnly({3, 1}));
    QVERIFY(!order.showOnly({}) && !order.showOnly({4}));  // one at least is shown
    QCOMPARE(text(order), QStringLiteral("3 (0) 1 (2)"));
}

QTEST_APPLESS_MAIN(TestPanelOrder)
#include "tst_panelorder.moc"

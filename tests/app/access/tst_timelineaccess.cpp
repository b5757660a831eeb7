#include "app/access/panelaccess.h"
#include "app/access/timelinevoice.h"
#include "tests/app/timeline/simulatedrun.h"
#include "tests/app/timeline/viewundertest.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

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

struct Sent {
    QAccessible::Event type{};
    int child = -1;
    bool operator==(const Sent&) const = default;
};

std::vector<Sent>& sentEvents()
{
    static std::vector<Sent> events;
    return events;
}

/// Keeps those of the timelines. Called only where something listens.
void keepEvent(QAccessibleEvent* event)
{
    if (event->child() >= 0 && qobject_cast<PanelWidget*>(event->object()))
        sentEvents().push_back({event->type(), event->child()});
}

QAccessibleInterface& accessOf(QWidget& widget)
{
    return *QAccessible::queryAccessibleInterface(&widget);
}

}  // namespace

/// The timelines as screen readers and other programs meet them.
class TestTimelineAccess : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aPanelIsAListOfItsRows();
    void rowsTellTheirTotals();
    void rowsAreWhereTheyAreSeen();
    void rowsAreMadeOnDemand();
    void theMarkedRowHasTheFocus();
    void keysTellWhatTheCursorIsOn();
    void eventsAreSent();
    void aReplayIsNotDescribed();
    void actionsGoFromEventToEvent();
    void theCursorIsAValue();
    void rowsThatAreGoneAreNotValid();
    void groupsAreRows();

private:
    [[nodiscard]] QAccessibleInterface& panel(std::size_t run) const
    {
        return accessOf(m_test->panel(run));
    }
    void press(Qt::Key key) const { QTest::keyClick(QApplication::focusWidget(), key); }

    std::unique_ptr<ViewUnderTest> m_test;
    TimelineVoice* m_voice = nullptr;
};

void TestTimelineAccess::initTestCase()
{
    qRegisterMetaType<PanelWidget*>();  // for signal spies
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestTimelineAccess::init()
{
    m_test = std::make_unique<ViewUnderTest>(QSize(1000, 1100));
    m_voice = new TimelineVoice(m_test->view);
    m_test->show(fourWays());
    m_test->view.activateWindow();  // where there is no window manager that does
    QVERIFY(QTest::qWaitForWindowActive(&m_test->view));
    m_test->panel(1).setFocus();
    sentEvents().clear();
}

void TestTimelineAccess::aPanelIsAListOfItsRows()
{
    QAccessibleInterface& list = panel(1);
    QCOMPARE(list.role(), QAccessible::List);
    QCOMPARE(list.text(QAccessible::Name), u"Concurrent: 240 ms, Concurrent, not parallel"_s);
    QVERIFY(list.text(QAccessible::Description).contains(u"4 workers take turns on 1 core"_s));
    QCOMPARE(list.childCount(), 4);
    QCOMPARE(list.child(2)->role(), QAccessible::ListItem);
    QCOMPARE(list.child(2)->text(QAccessible::Name), u"Task 3"_s);
    QCOMPARE(list.child(2)->parent(), &list);
    QCOMPARE(list.indexOfChild(list.child(2)), 2);
    QCOMPARE(panel(0).indexOfChild(list.child(2)), -1);
    QCOMPARE(list.child(4), nullptr);
    QCOMPARE(list.child(-1), nullptr);
}

void TestTimelineAccess::rowsTellTheirTotals()
{
    QCOMPARE(panel(1).child(0)->text(QAccessible::Description),
             u"0 ns to 228 ms: running 60.0 ms, ready 168 ms, blocked 0 ns"_s);
    QCOMPARE(panel(0).child(3)->text(QAccessible::Description),
             u"180 ms to 240 ms: running 60.0 ms, ready 0 ns, blocked 0 ns"_s);
    QCOMPARE(panel(0).child(3)->text(QAccessible::Value), QString());  // there is no cursor
}

void TestTimelineAccess::rowsAreWhereTheyAreSeen()
{
    PanelWidget& widget = m_test->panel(1);
    for (int row = 0; row < 4; ++row) {
        const QRect rect = panel(1).child(row)->rect();
        const QPoint centre = widget.mapToGlobal(
            widget.geometryOfParts().barRect(static_cast<std::size_t>(row)).center().toPoint());
        QVERIFY(rect.contains(centre));
        QCOMPARE(panel(1).childAt(centre.x(), centre.y()), panel(1).child(row));
        QVERIFY(QRect(widget.mapToGlobal(QPoint()), widget.size()).contains(rect));
    }
    const QPoint header = widget.mapToGlobal(QPoint(20, 10));
    QCOMPARE(panel(1).childAt(header.x(), header.y()), nullptr);
    QCOMPARE(panel(1).childAt(-5, -5), nullptr);
    QVERIFY(!panel(1).child(0)->state().offscreen);
}

void TestTimelineAccess::rowsAreMadeOnDemand()
{
    auto& list = static_cast<PanelAccess&>(panel(1));
    QCOMPARE(list.childCount(), 4);
    QCOMPARE(list.rowsMade(), 0);
    QAccessibleInterface* const row = list.child(3);
    QCOMPARE(list.child(3), row);
    QCOMPARE(list.rowsMade(), 1);
}

void TestTimelineAccess::theMarkedRowHasTheFocus()
{
    QVERIFY(panel(1).state().focused);
    QVERIFY(!panel(1).child(0)->state().focused);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    QVERIFY(panel(1).child(1)->state().focused && panel(1).child(1)->state().selected);
    QVERIFY(!panel(1).child(0)->state().focused);
    QCOMPARE(panel(1).focusChild(), panel(1).child(1));
    m_test->panel(2).setFocus();
    QVERIFY(!panel(1).child(1)->state().focused);
}

void TestTimelineAccess::keysTellWhatTheCursorIsOn()
{
    const QSignalSpy entered(m_voice, &TimelineVoice::rowEntered);
    QStringList said;
    connect(m_voice, &TimelineVoice::said, this, [&](const QString& text) { said << text; });
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    QCOMPARE(entered.size(), 2);
    QCOMPARE(entered.at(1).at(1).toInt(), 1);
    QVERIFY2(said.size() == 4, qPrintable(said.join(u" / "_s)));
    QVERIFY2(said[0].startsWith(u"Task 1 · running · worker 1"_s), qPrintable(said[0]));
    QVERIFY2(said[1].startsWith(u"Task 2"_s), qPrintable(said[1]));
    QVERIFY2(said[2].startsWith(u"Task 2 · running"_s), qPrintable(said[2]));
    QVERIFY2(said[3].startsWith(u"Task 2 · ready, waiting for a core"_s), qPrintable(said[3]));
    const QAccessibleInterface& row = *panel(1).child(1);
    QCOMPARE(row.text(QAccessible::Value), said[3]);
    QCOMPARE(row.text(QAccessible::Description), said[3]);
    QCOMPARE(panel(1).text(QAccessible::Value), said[3]);
    QCOMPARE(row.text(QAccessible::Name), u"Task 2"_s);
}

void TestTimelineAccess::eventsAreSent()
{
    if (QGuiApplication::platformName() != u"xcb"_s)
        QSKIP("nothing listens on this platform");
    QTRY_VERIFY2(QAccessible::isActive(), "the bridge does not listen");
    QAccessible::installUpdateHandler(keepEvent);
    press(Qt::Key_Down);
    QCOMPARE(sentEvents(), (std::vector<Sent>{{QAccessible::Focus, 0}}));
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    const std::vector<Sent> moves{{QAccessible::Focus, 0},
                                  {QAccessible::ValueChanged, 0},
                                  {QAccessible::DescriptionChanged, 0},
                                  {QAccessible::ValueChanged, 0},
                                  {QAccessible::DescriptionChanged, 0}};
    QCOMPARE(sentEvents(), moves);
    QAccessible::installUpdateHandler(nullptr);
}

void TestTimelineAccess::aReplayIsNotDescribed()
{
    press(Qt::Key_Down);
    const QSignalSpy said(m_voice, &TimelineVoice::said);
    const QSignalSpy described(m_voice, &TimelineVoice::described);
    m_test->view.viewport().setPlayhead(5ms);
    m_test->view.viewport().setPlayhead(6ms);  // in the same interval
    m_test->view.viewport().setPlayhead(17ms);
    QCOMPARE(said.size(), 2);
    QCOMPARE(described.size(), 0);
    m_test->panel(2).setFocus();
    m_test->view.viewport().setPlayhead(30ms);
    QCOMPARE(said.size(), 2);  // no row has the focus
}

void TestTimelineAccess::actionsGoFromEventToEvent()
{
    QAccessibleActionInterface& row = *panel(2).child(1)->actionInterface();
    QCOMPARE(row.actionNames().size(), 3);
    row.doAction(QAccessibleActionInterface::setFocusAction());
    QVERIFY(m_test->panel(2).hasFocus());
    QCOMPARE(m_test->panel(2).markedRow(), 1);
    row.doAction(QAccessibleActionInterface::increaseAction());
    const auto first = m_test->view.viewport().cursor();
    QVERIFY(first.has_value());
    row.doAction(QAccessibleActionInterface::increaseAction());
    QVERIFY(*m_test->view.viewport().cursor() > *first);
    row.doAction(QAccessibleActionInterface::decreaseAction());
    QCOMPARE(m_test->view.viewport().cursor(), first);
}

void TestTimelineAccess::theCursorIsAValue()
{
    QAccessibleValueInterface& row = *panel(0).child(1)->valueInterface();
    QCOMPARE(row.minimumValue().toDouble(), 0.0);
    QCOMPARE(row.maximumValue().toDouble(), 240.0);
    QVERIFY(!row.currentValue().isValid());
    row.setCurrentValue(61.5);
    QCOMPARE(m_test->view.viewport().cursor(), std::optional<Nanoseconds>(61'500us));
    QCOMPARE(row.currentValue().toDouble(), 61.5);
    QVERIFY(panel(0).child(1)->text(QAccessible::Value).startsWith(u"Task 2 · running"_s));
    row.setCurrentValue(1e9);
    QCOMPARE(row.currentValue().toDouble(), 240.0);
    row.setCurrentValue(u"soon"_s);
    QCOMPARE(row.currentValue().toDouble(), 240.0);
}

void TestTimelineAccess::rowsThatAreGoneAreNotValid()
{
    const Comparison fewer = [] {
        Experiment experiment;
        experiment.tasks = 2;
        return simulatedComparison(experiment);
    }();
    QAccessibleInterface* const row = panel(1).child(3);
    const QAccessible::Id id = QAccessible::uniqueId(row);
    QVERIFY(row->isValid());
    m_test->show(fewer);
    QVERIFY(!row->isValid());
    QCOMPARE(row->text(QAccessible::Name), QString());
    QVERIFY(row->state().invalid);
    QCOMPARE(panel(1).childCount(), 2);
    m_test->view.setComparison(nullptr);
    QCOMPARE(QAccessible::accessibleInterface(id), nullptr);  // it went with its panel
}

void TestTimelineAccess::groupsAreRows()
{
    Comparison many;
    many.machine.cores = 2;
    many.runs.push_back(recordingOfSlices(100, 20));
    m_test->show(many);
    QVERIFY(panel(0).childCount() < 40);
    const QAccessibleInterface& last = *panel(0).child(panel(0).childCount() - 1);
    QVERIFY2(last.text(QAccessible::Name).endsWith(u"–100"_s),
             qPrintable(last.text(QAccessible::Name)));
    QVERIFY(last.text(QAccessible::Description).contains(u"running"_s));
    m_test->view.setComparison(nullptr);
}

QTEST_MAIN(TestTimelineAccess)
#include "tst_timelineaccess.moc"

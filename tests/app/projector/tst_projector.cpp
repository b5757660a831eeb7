#include "app/charts/sidepane.h"
#include "app/code/codetabs.h"
#include "app/lab/runsession.h"
#include "app/mainwindow.h"
#include "app/observe/outputpane.h"
#include "app/places.h"
#include "app/projector/projector.h"
#include "app/replay/motionsteps.h"
#include "app/shell/topbar.h"
#include "app/timeline/comparisonview.h"
#include "app/timeline/legendwidget.h"
#include "app/timeline/panelstack.h"
#include "app/timeline/panelwidget.h"
#include "app/timeline/projectedhead.h"
#include "app/timeline/searchbar.h"
#include "app/workspace.h"
#include "tests/app/timeline/simulatedrun.h"
#include "tests/app/windowundertest.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QStatusBar>
#include <QTest>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

Comparison comparisonOf(int tasks)
{
    Experiment experiment;
    experiment.tasks = tasks;
    experiment.taskLength = 60ms;
    return simulatedComparison(experiment);
}

}  // namespace

/// The window on a wall, with the keys of a presenter's remote.
class TestProjector : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void showsTheTimelinesAlone();
    void isReadFromAfar();
    void textIsAsLargeAsItsFonts();
    void linesAreReadFromAfar();
    void theHeadLeavesWordsOut();
    void searchAndBookmarksTurnPages();
    void manyRowsBecomeGroups();
    void pagesTurn();
    void beginsWhereTheFocusIs();
    void hidingGoesToTheNext();
    void pagesFollowARun();
    void blanks();
    void typingIsNotACommand();
    void leaves_data();
    void leaves();
    void givesBackTheLayout();
    void panesThatComeMeanwhileWait();
    void closingLeavesIt();
    void startsWithIt();
    void runsAndStops();
    void fitsSmallScreens_data();
    void fitsSmallScreens();
    void reducedMotionStepsOnceASecond();

private:
    void show(const Comparison& comparison) const;
    void project(QSize size = {1920, 1080}) const;
    static void settle();
    [[nodiscard]] MainWindow& window() const { return m_ui->window(); }
    template <typename Part>
    [[nodiscard]] Part& part() const
    {
        return *window().findChild<Part*>();
    }
    [[nodiscard]] ComparisonView& view() const { return part<ComparisonView>(); }
    [[nodiscard]] QWidget* blank() const
    {
        const auto all = window().findChildren<QWidget*>(QStringLiteral("blankScreen"));
        const auto shown = std::ranges::find_if(all, &QWidget::isVisible);
        return shown == all.end() ? nullptr : *shown;
    }
    /// The indices of the panels that are seen.
    [[nodiscard]] QList<int> shownPanels() const;

    std::unique_ptr<WindowUnderTest> m_ui;
    Comparison m_comparison = comparisonOf(4);
};

void TestProjector::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestProjector::init()
{
    m_ui.reset();
    qputenv("FAKE_RUNNER", "done");
    m_ui = std::make_unique<WindowUnderTest>(QStringLiteral(FAKE_RUNNER_PATH));
    window().resize(1440, 900);
    show(m_comparison);
}

void TestProjector::show(const Comparison& comparison) const
{
    part<Workspace>().setComparison(&comparison);
    part<Workspace>().setActivity(Activity::Idle);
    settle();
}

void TestProjector::project(QSize size) const
{
    m_ui->press(Qt::Key_F11);
    settle();
    QVERIFY(window().isFullScreen());
    window().resize(size);  // as on another screen; here it leaves the full one
    settle();
    QCOMPARE(window().size(), size);
}

void TestProjector::settle()
{
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
}

QList<int> TestProjector::shownPanels() const
{
    QList<int> shown;
    int index = 0;
    for (const PanelWidget* const panel : view().findChildren<PanelWidget*>()) {
        if (panel->isVisible())
            shown << index;
        ++index;
    }
    return shown;
}

void TestProjector::showsTheTimelinesAlone()
{
    project();
    QVERIFY(part<Projector>().isOn());
    QVERIFY(view().isVisible());
    QVERIFY(!window().menuBar()->isVisible());
    QVERIFY(!window().statusBar()->isVisible());
    QVERIFY(!part<TopBar>().isVisible());
    QVERIFY(!part<Places>().isVisible());
    QVERIFY(!part<SidePane>().isVisible());
    QVERIFY(!window().findChild<QWidget*>(QStringLiteral("replay"))->isVisible());
    QVERIFY(!window().findChild<QWidget*>(QStringLiteral("codeTabs"))->isVisible());
    QVERIFY(window().findChild<QWidget*>(QStringLiteral("instantBoxes"))->isVisible());
    QCOMPARE(view().width(), 1920);
}

void TestProjector::isReadFromAfar()
{
    project();
    const TimelineStyle& style = view().settings().style;
    for (const QFont& font : {style.title, style.figure, style.factor, style.legend})
        QVERIFY(font.pixelSize() >= 48);
    QVERIFY(style.label.pixelSize() >= 32);
    for (const QFont& font : {style.detail, style.strong, style.small})
        QVERIFY(font.pixelSize() >= 24);
    for (const int panel : shownPanels()) {
        const auto* const widget = view().findChildren<PanelWidget*>().at(panel);
        QVERIFY(widget->geometryOfParts().rowPitch >= 56);
        QVERIFY(widget->visibleRegion().boundingRect() == widget->rect());  // nothing is cut off
    }
    QCOMPARE(style.outline, 2.0);
    QCOMPARE(style.shortestBar, 3.0);
    for (const QLabel* const label : window().findChildren<QLabel*>()) {
        if (label->isVisible())
            QVERIFY2(label->font().pixelSize() >= 24, qPrintable(label->text()));
    }
}

void TestProjector::textIsAsLargeAsItsFonts()
{
    // The legend's line is that of its letters, as they are drawn.
    project();
    auto& legend = part<LegendWidget>();
    QVERIFY(legend.height() >= QFontMetrics(view().settings().style.legend).height());
    const QImage picture = legend.grab().toImage();
    int top = picture.height();
    int bottom = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (picture.pixelColor(x, y) == view().settings().theme.text) {
                top = std::min(top, y);
                bottom = std::max(bottom, y);
            }
        }
    }
    QVERIFY2(bottom - top >= 30, "capitals of 48 pixels are two thirds of that");
}

void TestProjector::linesAreReadFromAfar()
{
    project();
    auto* const line = part<SearchBar>().findChild<QLineEdit*>();
    const auto isLarge = [](const QWidget* edit) {
        return edit && edit->font().pixelSize() >= 24 &&
               edit->height() >= QFontMetrics(edit->font()).height();
    };
    view().openSearch();
    settle();
    QVERIFY(isLarge(line));
    view().setBookmark();
    settle();
    QVERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()));
    QVERIFY(QApplication::focusWidget() != line);
    QVERIFY(isLarge(QApplication::focusWidget()));
    m_ui->press(Qt::Key_F11);
    settle();
    QVERIFY(line->font().pixelSize() < 24);
}

void TestProjector::theHeadLeavesWordsOut()
{
    project();
    const auto& head = part<ProjectedHead>();
    QCOMPARE(head.rightIn(5000), head.right());
    const QStringList words = head.right().split(QStringLiteral(" · "));
    QVERIFY(words.size() > 2);
    for (int width = 5000; width > 400; width -= 20) {
        const QStringList left = head.rightIn(width).split(QStringLiteral(" · "));
        QCOMPARE(left.last(), words.last());
        for (const QString& word : left)
            QVERIFY2(words.contains(word), qPrintable(word));
    }
}

void TestProjector::searchAndBookmarksTurnPages()
{
    project({1024, 768});
    QCOMPARE(shownPanels(), QList<int>{0});
    view().openSearch();
    settle();
    for (const Qt::Key key : {Qt::Key_T, Qt::Key_A, Qt::Key_S, Qt::Key_K, Qt::Key_Space, Qt::Key_2})
        m_ui->press(key);
    settle();
    QCOMPARE(shownPanels(), QList<int>{0});
    m_ui->press(Qt::Key_Return);
    settle();
    QCOMPARE(shownPanels(), QList<int>{1});
    QVERIFY(part<SearchBar>().isAncestorOf(QApplication::focusWidget()));
    m_ui->press(Qt::Key_Escape);  // closes the search alone
    settle();
    QVERIFY(!part<SearchBar>().isVisible());
    QVERIFY(view().settings().style.isProjected);
    view().setBookmarks({{RunId{3}, 50ms, "there"}});
    view().goToNextBookmark();
    settle();
    QCOMPARE(shownPanels(), QList<int>{3});
}

void TestProjector::manyRowsBecomeGroups()
{
    const Comparison many = comparisonOf(16);
    show(many);
    const auto& panel = *view().findChildren<PanelWidget*>().first();
    QCOMPARE(panel.rows(), std::size_t(16));
    project();
    QCOMPARE(panel.rows(), std::size_t(8));
    QVERIFY(panel.geometryOfParts().rowPitch >= 56);
    m_ui->press(Qt::Key_F11);
    settle();
    QCOMPARE(panel.rows(), std::size_t(16));
    show(m_comparison);
}

void TestProjector::pagesTurn()
{
    QCOMPARE(shownPanels(), (QList<int>{0, 1, 2, 3, 4}));
    project();
    QCOMPARE(shownPanels(), (QList<int>{0, 1}));
    QVERIFY(part<ProjectedHead>().right().endsWith(QStringLiteral("1–2 of 5")));
    m_ui->press(Qt::Key_PageUp);
    QCOMPARE(shownPanels(), (QList<int>{0, 1}));
    m_ui->press(Qt::Key_PageDown);
    QCOMPARE(shownPanels(), (QList<int>{2, 3}));
    QVERIFY(view().findChildren<PanelWidget*>().at(2)->hasFocus());
    m_ui->press(Qt::Key_PageDown);
    QCOMPARE(shownPanels(), (QList<int>{3, 4}));
    QVERIFY(part<ProjectedHead>().right().endsWith(QStringLiteral("4–5 of 5")));
    m_ui->press(Qt::Key_PageDown);
    QCOMPARE(shownPanels(), (QList<int>{3, 4}));
    m_ui->press(Qt::Key_PageUp);
    QCOMPARE(shownPanels(), (QList<int>{1, 2}));
    m_ui->press(Qt::Key_F11);
    settle();
    QCOMPARE(shownPanels(), (QList<int>{0, 1, 2, 3, 4}));
    m_ui->press(Qt::Key_PageDown);  // at a desk it is no command
    QCOMPARE(shownPanels(), (QList<int>{0, 1, 2, 3, 4}));
}

void TestProjector::beginsWhereTheFocusIs()
{
    const auto panels = view().findChildren<PanelWidget*>();
    panels.at(1)->setFocus();
    project();
    QCOMPARE(shownPanels(), (QList<int>{1, 2}));
    QVERIFY(panels.at(1)->hasFocus());
    m_ui->press(Qt::Key_F11);
    settle();
    QVERIFY(panels.at(1)->hasFocus());
}

void TestProjector::hidingGoesToTheNext()
{
    project();
    QCOMPARE(shownPanels(), (QList<int>{0, 1}));
    const auto panels = view().findChildren<PanelWidget*>();
    view().stack().setShown(1, false);
    panels.at(0)->setFocus();
    m_ui->press(Qt::Key_PageDown);
    panels.at(3)->setFocus();
    settle();
    view().stack().setShown(3, false);
    settle();
    QVERIFY(panels.at(4)->hasFocus());
    QVERIFY(panels.at(4)->isVisible());
}

void TestProjector::pagesFollowARun()
{
    Comparison growing = m_comparison;
    growing.runs.resize(2);
    show(growing);
    project();
    part<Workspace>().setActivity(Activity::Running);
    for (std::size_t run = 2; run < m_comparison.runs.size(); ++run) {
        growing.runs.push_back(m_comparison.runs[run]);
        part<Workspace>().refresh();
        settle();
        QCOMPARE(shownPanels().last(), static_cast<int>(run));
    }
    show(m_comparison);
}

void TestProjector::blanks()
{
    project();
    QWidget* const focus = QApplication::focusWidget();
    m_ui->press(Qt::Key_B);
    QVERIFY(blank() && blank()->isVisible());
    QCOMPARE(blank()->rect(), window().rect());
    const QImage picture = window().grab().toImage();
    for (const QPoint at : {QPoint(0, 0), window().rect().center(), window().rect().bottomRight()})
        QCOMPARE(picture.pixelColor(at), QColor(Qt::black));
    m_ui->press(Qt::Key_PageDown);  // any key only brings it back
    settle();
    QVERIFY(!blank());
    QCOMPARE(shownPanels(), (QList<int>{0, 1}));
    QCOMPARE(QApplication::focusWidget(), focus);
    m_ui->press(Qt::Key_B);
    m_ui->press(Qt::Key_B);
    QVERIFY(!blank());
    m_ui->press(Qt::Key_B);
    m_ui->press(Qt::Key_Escape);
    settle();
    QVERIFY(!blank());
    QVERIFY(part<Projector>().isOn());
    m_ui->press(Qt::Key_B);
    QVERIFY(blank());
    QCOMPARE(QApplication::focusWidget(), blank());
    m_ui->press(Qt::Key_F5);
    settle();
    QVERIFY(!m_ui->session().isRunning());
    m_ui->press(Qt::Key_F11);
    m_ui->press(Qt::Key_B);  // at a desk it blanks nothing
    QVERIFY(!blank());
}

void TestProjector::typingIsNotACommand()
{
    project();
    QLineEdit edit(&window());
    edit.show();
    edit.setFocus();
    m_ui->press(Qt::Key_B);
    QCOMPARE(edit.text(), QStringLiteral("b"));
    QVERIFY(!blank());
}

void TestProjector::leaves_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Esc") << Qt::Key_Escape;
    QTest::newRow("F11") << Qt::Key_F11;
}

void TestProjector::leaves()
{
    QFETCH(Qt::Key, key);
    project();
    m_ui->press(key);
    QVERIFY(!window().isFullScreen());
    QVERIFY(window().menuBar()->isVisible());
    QVERIFY(window().statusBar()->isVisible());
    QVERIFY(part<TopBar>().isVisible());
    QVERIFY(!view().settings().style.isProjected);
    QVERIFY(!part<ProjectedHead>().isVisible());
    m_ui->press(Qt::Key_F11);  // and back
    QVERIFY(window().isFullScreen());
}

void TestProjector::givesBackTheLayout()
{
    const auto columns = [this] { return window().findChild<QSplitter*>()->sizes(); };
    m_ui->press(Qt::Key_T, Qt::ControlModifier);  // without the times
    settle();
    const QSize size = window().size();
    const QList<int> before = columns();
    QVERIFY(part<Places>().isVisible());
    QVERIFY(!part<SidePane>().isVisible());
    project();
    m_ui->press(Qt::Key_Escape);
    window().resize(size);
    settle();
    QVERIFY(part<Places>().isVisible());
    QVERIFY(!part<SidePane>().isVisible());
    QCOMPARE(columns(), before);
}

void TestProjector::panesThatComeMeanwhileWait()
{
    project();
    auto& output = part<OutputPane>();
    output.show();
    settle();
    QVERIFY(!output.isVisible());
    m_ui->press(Qt::Key_Escape);
    settle();
    QVERIFY(output.isVisible());
    project();
    QVERIFY(!output.isVisible());
    output.hide();
    m_ui->press(Qt::Key_Escape);
    settle();
    QVERIFY(!output.isVisible());
}

void TestProjector::closingLeavesIt()
{
    const QSize size = window().size();
    project();
    m_ui->reopen();
    QVERIFY(!window().isFullScreen());
    QVERIFY(window().menuBar()->isVisible());
    QVERIFY(part<Places>().isVisible());
    QCOMPARE(window().size(), size);
}

void TestProjector::startsWithIt()
{
    window().hide();
    window().project();
    window().show();
    settle();
    QVERIFY(window().isFullScreen());
    QVERIFY(view().settings().style.isProjected);
    m_ui->press(Qt::Key_Escape);
    QVERIFY(!window().isFullScreen());
}

void TestProjector::runsAndStops()
{
    project();
    m_ui->press(Qt::Key_Space);
    QVERIFY(m_ui->session().isRunning());
    QVERIFY(m_ui->waitUntilIdle());
    QVERIFY(part<Projector>().isOn());
    qputenv("FAKE_RUNNER", "wait");
    m_ui->press(Qt::Key_Space);
    QVERIFY(m_ui->session().isRunning());
    const auto canStop = [this] { return m_ui->primary().text() == QStringLiteral("Stop"); };
    QVERIFY(QTest::qWaitFor(canStop));
    m_ui->press(Qt::Key_Period, Qt::ControlModifier);
    QVERIFY(m_ui->waitUntilIdle());
}

void TestProjector::fitsSmallScreens_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1024 x 768") << QSize(1024, 768);
    QTest::newRow("200 %") << QSize(960, 540);
    QTest::newRow("640 x 480") << QSize(640, 480);
}

void TestProjector::fitsSmallScreens()
{
    QFETCH(QSize, size);
    const Comparison many = comparisonOf(16);
    show(many);
    project(size);
    QCOMPARE(shownPanels(), QList<int>{0});
    const auto& panel = *view().findChildren<PanelWidget*>().first();
    QVERIFY(panel.visibleRegion().boundingRect() == panel.rect());
    auto& legend = part<LegendWidget>();
    QVERIFY(legend.visibleRegion().boundingRect() == legend.rect());
    show(m_comparison);
}

void TestProjector::reducedMotionStepsOnceASecond()
{
    MotionSteps steps;
    int count = 0;
    connect(&steps, &MotionSteps::due, this, [&count] { ++count; });
    for (int i = 0; i < 3; ++i)
        steps.note(Motion::Smooth);
    QCOMPARE(count, 3);
    for (int i = 0; i < 30; ++i)
        steps.note(Motion::Reduced);
    QCOMPARE(count, 4);
    QVERIFY(QTest::qWaitFor([&count] { return count == 5; }));
    steps.note(Motion::Reduced);
    steps.forget();
    steps.note(Motion::Smooth);
    QCOMPARE(count, 6);
}

QTEST_MAIN(TestProjector)
#include "tst_projector.moc"

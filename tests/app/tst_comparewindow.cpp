#include "app/charts/differencecard.h"
#include "app/compare/panelsmenu.h"
#include "app/mainwindow.h"
#include "app/shell/messagestrip.h"
#include "app/timeline/comparisonview.h"
#include "app/timeline/panelstack.h"
#include "app/timeline/panelwidget.h"
#include "core/analysis/changes.h"
#include "tests/app/windowundertest.h"
#include "tests/support/samplestream.h"

#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QTableWidget>
#include <QTest>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

/// Writes the sample, with `change` made to the start of each run.
template <typename Change>
void writeSample(const QString& path, Change change)
{
    std::vector<Frame> frames = sampleFrames();
    for (Frame& frame : frames) {
        if (auto* const started = std::get_if<RunStarted>(&frame))
            change(started->start);
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray bytes = streamBytes(frames);
    QCOMPARE(file.write(bytes), bytes.size());
}

void writeSample(const QString& path)
{
    writeSample(path, [](RunStart&) {});
}

/// The times at which anything changes in a run, from its origin.
std::vector<Nanoseconds> changesOf(const Recording& run)
{
    std::vector<Nanoseconds> changes;
    auto next = changeAfter(run, run.start.origin);
    for (; next; next = changeAfter(run, *next))
        changes.push_back(*next - run.start.origin);
    return changes;
}

}  // namespace

/// A second recording below the first, and panels that are arranged, in the window.
class TestCompareWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aShiftedDropCompares();
    void stops();
    void asksForAFile();
    void saysInPlaceThatNothingMatches();
    void keepsWhatItHadWhereNothingMatches();
    void saysInPlaceWhatCannotBeRead();
    void anotherFileEndsIt();
    void aNewRunIsComparedToo();
    void withNothingShownItOpens();
    void cardFollowsTheFocus();
    void keysArrange();
    void menuListsTheRuns();
    void menuOfAPanel();
    void replayLeavesOutWhatIsHidden();

private:
    [[nodiscard]] PanelStack& stack() const;
    [[nodiscard]] DifferenceCard& card() const;
    [[nodiscard]] QString words(const char* name) const;
    [[nodiscard]] QString file(const char* name) const { return m_ui->path(name); }
    /// The sample, shown.
    void open();
    /// The sample again, below itself.
    void compare();
    [[nodiscard]] QString seen() const;

    std::unique_ptr<WindowUnderTest> m_ui;
};

void TestCompareWindow::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_ui.reset();
    qputenv("FAKE_RUNNER", "done");
    m_ui = std::make_unique<WindowUnderTest>(QStringLiteral(FAKE_RUNNER_PATH));
}

PanelStack& TestCompareWindow::stack() const
{
    return m_ui->window().findChild<ComparisonView*>()->stack();
}

DifferenceCard& TestCompareWindow::card() const
{
    return *m_ui->window().findChild<DifferenceCard*>();
}

QString TestCompareWindow::words(const char* name) const
{
    return card().findChild<QLabel*>(QString::fromLatin1(name))->text();
}

void TestCompareWindow::open()
{
    writeSample(file("now.coreogram"));
    m_ui->drop(file("now.coreogram"));
    QTRY_COMPARE(stack().panels().size(), built(sampleFrames()).runs.size());
}

void TestCompareWindow::compare()
{
    open();
    writeSample(file("before.coreogram"));
    m_ui->drop(file("before.coreogram"), Qt::ShiftModifier);
    QTRY_VERIFY(stack().before());
}

QString TestCompareWindow::seen() const
{
    QStringList runs;
    for (const PanelWidget* panel : stack().shownPanels())
        runs << QString::number(panel->run());
    return runs.join(u' ');
}

void TestCompareWindow::aShiftedDropCompares()
{
    compare();
    QCOMPARE(m_ui->statusText(),
             QStringLiteral("Compared with before.coreogram: it has 4 of the 4 runs shown."));
    QVERIFY(m_ui->window().windowTitle().startsWith(QStringLiteral("now.coreogram")));
    for (const PanelWidget* const panel : stack().panels()) {
        QVERIFY(panel->ghost());
        QCOMPARE(panel->ghost()->name, QStringLiteral("before: before.coreogram"));
        QCOMPARE(panel->ghost()->run, panel->run());
    }
    QVERIFY(!card().isHidden());
    QCOMPARE(card().findChild<QTableWidget*>()->rowCount(), 4);
    QCOMPARE(words("difference"), QStringLiteral("the same within 1 %"));
    QCOMPARE(stack().panels()[0]->text().headline, QStringLiteral("the same within 1 %"));
}

void TestCompareWindow::stops()
{
    compare();
    auto* const menu = m_ui->window().findChild<QMenu*>(QStringLiteral("file"));
    const auto actions = menu->actions();
    const auto stop = std::ranges::find(actions, QStringLiteral("Stop Co&mparing"), &QAction::text);
    QVERIFY(stop != actions.end() && (*stop)->isEnabled());
    (*stop)->trigger();
    QVERIFY(!stack().before() && !stack().panels()[0]->ghost());
    QVERIFY(card().isHidden());
    QVERIFY(!(*stop)->isEnabled());
}

void TestCompareWindow::asksForAFile()
{
    open();
    writeSample(file("before.coreogram"));
    m_ui->press(Qt::Key_D, Qt::ControlModifier);
    QVERIFY(m_ui->answerFileDialog(file("before.coreogram")));
    QTRY_VERIFY(stack().before());
}

void TestCompareWindow::saysInPlaceThatNothingMatches()
{
    open();
    writeSample(file("other.coreogram"), [](RunStart& start) {
        start.plan.inProgress += 1;
        start.command.clear();
    });
    m_ui->drop(file("other.coreogram"), Qt::ShiftModifier);
    QTRY_VERIFY(m_ui->messages().isVisible());
    const QString text = m_ui->messages().text();
    QVERIFY2(text.contains(file("other.coreogram")) && text.contains(QStringLiteral("Sequential")),
             qPrintable(text));
    QVERIFY(!stack().before() && !stack().panels()[0]->ghost());
}

void TestCompareWindow::keepsWhatItHadWhereNothingMatches()
{
    compare();
    const QString name = stack().panels()[0]->ghost()->name;
    writeSample(file("other.coreogram"), [](RunStart& start) {
        start.plan.inProgress += 1;
        start.command.clear();
    });
    m_ui->drop(file("other.coreogram"), Qt::ShiftModifier);
    QTRY_VERIFY(m_ui->messages().isVisible());
    QVERIFY(stack().before());
    QCOMPARE(stack().panels()[0]->ghost()->name, name);
    m_ui->drop(file("before.coreogram"), Qt::ShiftModifier);
    QTRY_VERIFY(!m_ui->messages().isVisible());  // what went wrong before is told no longer
}

void TestCompareWindow::saysInPlaceWhatCannotBeRead()
{
    open();
    m_ui->drop(file("missing.coreogram"), Qt::ShiftModifier);
    QTRY_VERIFY(m_ui->messages().isVisible());
    QVERIFY(m_ui->messages().text().contains(file("missing.coreogram")));
    QCOMPARE(seen(), QStringLiteral("0 1 2 3"));
}

void TestCompareWindow::anotherFileEndsIt()
{
    compare();
    writeSample(file("third.coreogram"));
    m_ui->drop(file("third.coreogram"));
    QTRY_VERIFY(m_ui->window().windowTitle().startsWith(QStringLiteral("third.coreogram")));
    QVERIFY(!stack().before() && card().isHidden());
}

void TestCompareWindow::aNewRunIsComparedToo()
{
    m_ui->press(Qt::Key_F5);
    QVERIFY(m_ui->waitUntilIdle());
    m_ui->press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(m_ui->answerFileDialog(file("kept.coreogram")));
    QTRY_VERIFY(QFile::exists(file("kept.coreogram")));
    m_ui->drop(file("kept.coreogram"), Qt::ShiftModifier);
    QTRY_VERIFY(stack().before());
    m_ui->press(Qt::Key_F5);
    QVERIFY(m_ui->waitUntilIdle());
    QVERIFY(stack().before());
    QCOMPARE(stack().panels().size(), 1U);
    QVERIFY(stack().panels()[0]->ghost());
}

void TestCompareWindow::withNothingShownItOpens()
{
    writeSample(file("now.coreogram"));
    m_ui->drop(file("now.coreogram"), Qt::ShiftModifier);
    QTRY_COMPARE(stack().panels().size(), built(sampleFrames()).runs.size());
    QVERIFY(!stack().before());
}

void TestCompareWindow::cardFollowsTheFocus()
{
    compare();
    stack().panels()[0]->setFocus();
    QVERIFY(words("differenceOf").startsWith(QStringLiteral("Sequential · before: ")));
    stack().panels()[1]->setFocus();
    QVERIFY(words("differenceOf").startsWith(QStringLiteral("Parallel · before: ")));
    QVERIFY(words("difference").startsWith(QStringLiteral("This run has not done all")));
    stack().setShown(1, false);
    QVERIFY(!words("differenceOf").startsWith(QStringLiteral("Parallel")));
}

void TestCompareWindow::keysArrange()
{
    open();
    stack().panels()[1]->setFocus();
    m_ui->press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(seen(), QStringLiteral("1 0 2 3"));
    m_ui->press(Qt::Key_Down, Qt::AltModifier);
    m_ui->press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(seen(), QStringLiteral("0 2 1 3"));
    QVERIFY(stack().panels()[1]->hasFocus());
    m_ui->press(Qt::Key_H);
    QCOMPARE(seen(), QStringLiteral("0 2 3"));
    m_ui->press(Qt::Key_H, Qt::ShiftModifier);
    QCOMPARE(seen(), QStringLiteral("0 2 1 3"));
}

void TestCompareWindow::menuListsTheRuns()
{
    open();
    auto* const menu = m_ui->window().findChild<QMenu*>(QStringLiteral("panels"));
    Q_EMIT menu->aboutToShow();
    const int count = static_cast<int>(menu->actions().size());
    QCOMPARE(menu->actions()[1]->text(), QStringLiteral("Parallel"));
    QVERIFY(menu->actions()[1]->isChecked());
    menu->actions()[1]->trigger();
    QCOMPARE(seen(), QStringLiteral("0 2 3"));
    for (const int run : {0, 2})
        stack().setShown(static_cast<std::size_t>(run), false);
    Q_EMIT menu->aboutToShow();
    QCOMPARE(static_cast<int>(menu->actions().size()), count);
    QVERIFY(!menu->actions()[1]->isChecked() && menu->actions()[1]->isEnabled());
    QVERIFY(menu->actions()[3]->isChecked() && !menu->actions()[3]->isEnabled());  // the last
    menu->actions()[1]->trigger();
    QCOMPARE(seen(), QStringLiteral("1 3"));
}

void TestCompareWindow::menuOfAPanel()
{
    compare();
    ComparisonView& view = *m_ui->window().findChild<ComparisonView*>();
    QMenu list;
    QMenu menu;
    PanelsMenu panels(view, &list, nullptr);
    panels.addTo(menu, 0);
    const auto choose = [](const QMenu& from, const char* text) {
        const auto actions = from.actions();
        const auto at = std::ranges::find(actions, QString::fromLatin1(text), &QAction::text);
        QVERIFY2(at != actions.end(), text);
        QVERIFY2((*at)->isEnabled(), text);
        (*at)->trigger();
    };
    const QMenu& below = *menu.findChild<QMenu*>();
    choose(below, "&Nothing");
    QVERIFY(!stack().panels()[0]->ghost());
    choose(below, "The Same Run &Before");
    QCOMPARE(stack().panels()[0]->ghost()->comparison, stack().before());
    choose(below, "Parallel");
    QCOMPARE(stack().panels()[0]->ghost()->comparison, stack().comparison());
    QCOMPARE(stack().panels()[0]->ghost()->run, 1U);
    choose(menu, "Move &Down");
    QCOMPARE(seen(), QStringLiteral("1 0 2 3"));
    choose(menu, "&Hide This Run");
    QCOMPARE(seen(), QStringLiteral("1 2 3"));
}

void TestCompareWindow::replayLeavesOutWhatIsHidden()
{
    compare();
    for (const std::size_t run : {1U, 2U, 3U})
        stack().setShown(run, false);
    const auto changes = changesOf(stack().comparison()->runs[0]);
    QVERIFY(changes.size() > 4);
    m_ui->press(Qt::Key_Home, Qt::ControlModifier);
    const Viewport& viewport = m_ui->window().findChild<ComparisonView*>()->viewport();
    for (const Nanoseconds change : changes) {
        m_ui->press(Qt::Key_Period);
        QCOMPARE(viewport.playhead(), std::optional(change));
    }
}

QTEST_MAIN(TestCompareWindow)
#include "tst_comparewindow.moc"

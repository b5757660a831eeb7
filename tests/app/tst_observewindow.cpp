#include "app/lab/runsession.h"
#include "app/mainwindow.h"
#include "app/observe/observepane.h"
#include "app/shell/messagestrip.h"
#include "tests/app/windowundertest.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include <csignal>

class TestObserveWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void switchesPlaces();
    void remembersThePlace();
    void observesWhatIsTyped();
    void f5AndSpaceObserve();
    void saysInPlaceWhatIsWrong();
    void remembersPrograms();
    void stops();
    void closingLeavesNoProcessBehind();
    void tellsHowAProgramEnded();
    void saysThatAProgramCannotBeStarted();
    void hidesTheOutputOfTheLab();
    void staysResponsiveInANoise();
    void offersADroppedProgram();
    void refusesADroppedText();
    void choosesAProgram_data();
    void choosesAProgram();
    void tellsWhyNotExact();
    void forgetsWhatCouldNotBeOpened();
    void everythingIsReachedByKeyboard_data();
    void everythingIsReachedByKeyboard();
    void observesWithTheRealRunner();
    void stopsTheRealRunner();
    void saysWhatTheRealRunnerCannotStart();

private:
    void useTheRealRunner();
    void type(const QString& line) const;
    [[nodiscard]] QString makeFile(const char* name, bool isExecutable) const;
    [[nodiscard]] QStringList arguments() const;
    [[nodiscard]] bool waitForThreads() const;

    template <typename Child>
    [[nodiscard]] Child& child(const char* name) const
    {
        return *m_ui->window().findChild<Child*>(QString::fromLatin1(name));
    }

    std::unique_ptr<WindowUnderTest> m_ui;
};

void TestObserveWindow::init()
{
    m_ui.reset();
    qputenv("FAKE_RUNNER", "done");
    qputenv("FAKE_PRINTS", "hello\n");
    qunsetenv("FAKE_PIDS");
    qunsetenv("FAKE_COPY");
    qunsetenv("FAKE_NOTE");
    m_ui = std::make_unique<WindowUnderTest>(QStringLiteral(FAKE_RUNNER_PATH));
    qputenv("FAKE_ARGUMENTS", QFile::encodeName(m_ui->path("arguments")));
    m_ui->press(Qt::Key_3, Qt::ControlModifier);
}

void TestObserveWindow::useTheRealRunner()
{
    m_ui.reset();
    m_ui = std::make_unique<WindowUnderTest>(QStringLiteral(RUNNER_PATH));
    m_ui->press(Qt::Key_3, Qt::ControlModifier);
}

void TestObserveWindow::type(const QString& line) const
{
    auto& field = child<QLineEdit>("programLine");
    field.setFocus();
    field.selectAll();
    QTest::keyClicks(&field, line);
}

QString TestObserveWindow::makeFile(const char* name, bool isExecutable) const
{
    const QString path = m_ui->path(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner |
                        (isExecutable ? QFile::ExeOwner : QFile::Permissions()));
    return path;
}

QStringList TestObserveWindow::arguments() const
{
    QFile file(m_ui->path("arguments"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

bool TestObserveWindow::waitForThreads() const
{
    return QTest::qWaitFor([this] {
        const auto& runs = m_ui->session().comparison().runs;
        return m_ui->primary().text() == QStringLiteral("Stop") && !runs.empty() &&
               runs[0].workers.size() == 2 && !runs[0].workers[1].slices.empty();
    });
}

void TestObserveWindow::switchesPlaces()
{
    const auto& tasks = child<QWidget>("tasks");
    const auto& line = child<QWidget>("programLine");
    QVERIFY(line.hasFocus() && !tasks.isVisible());
    QCOMPARE(m_ui->primary().text(), QStringLiteral("Observe"));
    m_ui->press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(tasks.isVisible() && !line.isVisible());
    QCOMPARE(m_ui->primary().text(), QStringLiteral("Run all"));
    auto& button = child<QPushButton>("placeObserve");
    m_ui->click(&button);
    QVERIFY(line.isVisible() && button.isChecked());
    QVERIFY(!child<QPushButton>("placeLab").isChecked());
    m_ui->click(&button);  // once more
    QVERIFY(line.isVisible() && button.isChecked());
    m_ui->press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(!line.isVisible());
    m_ui->press(Qt::Key_3, Qt::ControlModifier);
    QVERIFY(line.isVisible());
}

void TestObserveWindow::remembersThePlace()
{
    m_ui->reopen();
    QVERIFY(child<QWidget>("programLine").isVisible());
    QVERIFY(child<QPushButton>("placeObserve").isChecked());
    QCOMPARE(m_ui->primary().text(), QStringLiteral("Observe"));
}

void TestObserveWindow::observesWhatIsTyped()
{
    type(QStringLiteral("python3 x.py 'a b'"));
    m_ui->press(Qt::Key_Return);
    QVERIFY(m_ui->session().isRunning());
    QVERIFY(m_ui->waitUntilIdle());
    QCOMPARE(arguments(), QStringLiteral("observe|--stream|--|python3|x.py|a b").split(u'|'));
    QCOMPARE(m_ui->statusText(), QStringLiteral("Done."));
    QVERIFY(!m_ui->messages().isVisible());
    auto& output = child<QPlainTextEdit>("output");
    QVERIFY(output.isVisible());
    QCOMPARE(output.toPlainText(), QStringLiteral("hello\n"));
    QVERIFY(m_ui->window().isWindowModified());  // it can be saved
}

void TestObserveWindow::f5AndSpaceObserve()
{
    type(QStringLiteral("first"));
    m_ui->press(Qt::Key_F5);
    QVERIFY(m_ui->waitUntilIdle());
    QCOMPARE(arguments().value(3), QStringLiteral("first"));
    type(QStringLiteral("second"));
    m_ui->window().setFocus();
    m_ui->press(Qt::Key_Space);
    QVERIFY(m_ui->waitUntilIdle());
    QCOMPARE(arguments().value(3), QStringLiteral("second"));
}

void TestObserveWindow::saysInPlaceWhatIsWrong()
{
    const auto& problem = child<QLabel>("programProblem");
    QVERIFY(!problem.isVisible());
    m_ui->press(Qt::Key_Return);
    QVERIFY(problem.isVisible());
    QVERIFY(problem.text().contains(QStringLiteral("Name the program")));
    type(QStringLiteral("python3 'x"));
    QVERIFY(!problem.isVisible());
    m_ui->click(&m_ui->primary());
    QVERIFY(problem.text().contains(QStringLiteral("not closed")));
    QVERIFY(!m_ui->session().isRunning());
    QVERIFY(!m_ui->messages().isVisible());
    m_ui->press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(!problem.isVisible());
    m_ui->click(&m_ui->primary());
    QVERIFY(problem.isVisible());
}

void TestObserveWindow::remembersPrograms()
{
    for (const char* program : {"first", "second"}) {
        type(QString::fromLatin1(program));
        m_ui->press(Qt::Key_Return);
        QVERIFY(m_ui->waitUntilIdle());
    }
    m_ui->reopen();
    QCOMPARE(child<QLineEdit>("programLine").text(), QStringLiteral("second"));
    auto& list = child<QListWidget>("recentCommands");
    QCOMPARE(list.count(), 2);
    list.setFocus();
    m_ui->press(Qt::Key_Down);
    QCOMPARE(child<QLineEdit>("programLine").text(), QStringLiteral("first"));
    QVERIFY(!m_ui->session().isRunning());
    m_ui->press(Qt::Key_Return);
    QVERIFY(m_ui->session().isRunning());
    QVERIFY(m_ui->waitUntilIdle());
    QCOMPARE(arguments().value(3), QStringLiteral("first"));
}

void TestObserveWindow::stops()
{
    qputenv("FAKE_RUNNER", "wait");
    type(QStringLiteral("program"));
    m_ui->press(Qt::Key_Return);
    QVERIFY(waitForThreads());
    QTRY_VERIFY(m_ui->statusText().startsWith(QStringLiteral("Observing program: 2 ")));
    QTRY_VERIFY(child<QWidget>("output").isVisible());  // before it has ended
    m_ui->click(&m_ui->primary());
    QVERIFY(m_ui->waitUntilIdle());
    QVERIFY(m_ui->statusText().startsWith(QStringLiteral("Stopped.")));
    QVERIFY(!m_ui->messages().isVisible());
    QCOMPARE(m_ui->primary().text(), QStringLiteral("Observe"));
}

void TestObserveWindow::closingLeavesNoProcessBehind()
{
    qputenv("FAKE_RUNNER", "noise");  // and does not listen
    type(QStringLiteral("program"));
    m_ui->press(Qt::Key_Return);
    QVERIFY(waitForThreads());
    const auto pid = static_cast<pid_t>(m_ui->session().runnerPid());
    m_ui->window().close();
    m_ui.reset();
    QCOMPARE(kill(pid, 0), -1);
}

void TestObserveWindow::tellsHowAProgramEnded()
{
    qputenv("FAKE_RUNNER", "failing");
    type(QStringLiteral("program"));
    m_ui->press(Qt::Key_Return);
    QVERIFY(m_ui->waitUntilIdle());
    QCOMPARE(m_ui->statusText(), QStringLiteral("program exited with status 3"));
    QVERIFY(!m_ui->messages().isVisible());  // it is no error of ours
}

void TestObserveWindow::saysThatAProgramCannotBeStarted()
{
    qputenv("FAKE_RUNNER", "unstartable");
    type(QStringLiteral("nonsense"));
    m_ui->press(Qt::Key_Return);
    QVERIFY(m_ui->waitUntilIdle());
    QVERIFY(m_ui->messages().isVisible());
    QCOMPARE(m_ui->messages().text(),
             QStringLiteral("Nothing was run: could not start “nonsense”: No such file."));
    QCOMPARE(m_ui->statusText(), QStringLiteral("Nothing was run."));
    QVERIFY(!child<QWidget>("output").isVisible());
}

void TestObserveWindow::hidesTheOutputOfTheLab()
{
    type(QStringLiteral("program"));
    m_ui->press(Qt::Key_Return);
    QVERIFY(m_ui->waitUntilIdle());
    QVERIFY(child<QWidget>("output").isVisible());
    m_ui->press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(child<QWidget>("output").isVisible());
    m_ui->press(Qt::Key_F5);
    QVERIFY(m_ui->waitUntilIdle());
    QCOMPARE(arguments().value(0), QStringLiteral("compare"));
    QVERIFY(!child<QWidget>("output").isVisible());
}

void TestObserveWindow::staysResponsiveInANoise()
{
    qputenv("FAKE_RUNNER", "noise");
    type(QStringLiteral("program"));
    m_ui->press(Qt::Key_Return);
    const auto& output = child<QPlainTextEdit>("output");
    QTRY_VERIFY(output.toPlainText().contains(QStringLiteral("left out")));
    QVERIFY(output.blockCount() <= 5000);
    m_ui->click(&m_ui->primary());
    QVERIFY(m_ui->waitUntilIdle());
    QVERIFY(m_ui->statusText().startsWith(QStringLiteral("Stopped.")));
}

void TestObserveWindow::offersADroppedProgram()
{
    m_ui->press(Qt::Key_2, Qt::ControlModifier);
    const QString file = makeFile("my script.py", false);
    m_ui->drop(file);
    QVERIFY(!m_ui->session().isRunning());  // not unasked
    QCOMPARE(child<QLineEdit>("programLine").text(), QStringLiteral("python3 \"%1\"").arg(file));
    QVERIFY(child<QPushButton>("observe").hasFocus());
    m_ui->press(Qt::Key_Space);
    QVERIFY(m_ui->session().isRunning());
    QVERIFY(m_ui->waitUntilIdle());
    QCOMPARE(arguments().value(4), file);
}

void TestObserveWindow::refusesADroppedText()
{
    const QString file = makeFile("notes.txt", false);
    m_ui->drop(file);
    QTRY_VERIFY(m_ui->messages().isVisible());
    QVERIFY(m_ui->messages().text().contains(file));
    QCOMPARE(child<QLineEdit>("programLine").text(), QString());
}

void TestObserveWindow::choosesAProgram_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isProgram");
    QTest::newRow("a program") << QStringLiteral("program") << true;
    QTest::newRow("a text") << QStringLiteral("notes.txt") << false;
}

void TestObserveWindow::choosesAProgram()
{
    QFETCH(const QString, name);
    QFETCH(const bool, isProgram);
    const QString file = makeFile(qPrintable(name), isProgram);
    m_ui->click(&child<QPushButton>("chooseProgram"));
    QVERIFY(m_ui->answerFileDialog(file));
    const auto& problem = child<QLabel>("programProblem");
    QTRY_COMPARE(problem.isVisible(), !isProgram);
    QTRY_COMPARE(child<QLineEdit>("programLine").text(), isProgram ? file : QString());
    QCOMPARE(problem.text(),
             isProgram ? QString()
                       : QStringLiteral("notes.txt is not a program: it is not executable."));
}

void TestObserveWindow::tellsWhyNotExact()
{
    const auto& why = child<QToolButton>("whyNotExact");
    QVERIFY(!why.isVisible());
    const QString note = QStringLiteral("it is closed; to open it: sudo sysctl a.b=2");
    qputenv("FAKE_NOTE", note.toUtf8());
    type(QStringLiteral("program"));
    m_ui->press(Qt::Key_Return);
    QVERIFY(m_ui->waitUntilIdle());
    QVERIFY(child<QLabel>("evidence").text().startsWith(QStringLiteral("sampled:")));
    QVERIFY(why.isVisible());
    QCOMPARE(why.toolTip(), note);
    m_ui->click(&child<QToolButton>("whyNotExact"));
    QCOMPARE(m_ui->messages().text(), QStringLiteral("Not exact: %1.").arg(note));
    QCOMPARE(m_ui->messages().level(), MessageStrip::Level::Information);
    m_ui->click(&child<QToolButton>("copyMessage"));
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("sudo sysctl a.b=2"));
}

void TestObserveWindow::forgetsWhatCouldNotBeOpened()
{
    m_ui->drop(makeFile("empty.coreogram", false));
    QTRY_VERIFY(m_ui->messages().isVisible());
    QCOMPARE(m_ui->statusText(), QString());
}

void TestObserveWindow::everythingIsReachedByKeyboard_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("forwards") << Qt::Key_Tab;
    QTest::newRow("backwards") << Qt::Key_Backtab;
}

void TestObserveWindow::everythingIsReachedByKeyboard()
{
    QFETCH(const Qt::Key, key);
    qputenv("FAKE_NOTE", "why");
    type(QStringLiteral("program"));
    m_ui->press(Qt::Key_Return);
    QVERIFY(m_ui->waitUntilIdle());
    QSet<QString> reached;
    for (int i = 0; i < 60; ++i) {
        m_ui->press(key);
        const QWidget* widget = QApplication::focusWidget();
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 widget->metaObject()->className());
        reached << widget->objectName();
    }
    for (const char* name : {"placeLab", "programLine", "chooseProgram", "folder", "clearRecent",
                             "recentCommands", "observe", "copyOutput", "output", "whyNotExact"})
        QVERIFY2(reached.contains(QString::fromLatin1(name)), name);
}

void TestObserveWindow::observesWithTheRealRunner()
{
    useTheRealRunner();
    type(QStringLiteral("sh -c 'echo out; echo err >&2; pwd; read x || exit 3'"));
    m_ui->press(Qt::Key_Return);
    QVERIFY(m_ui->waitUntilIdle());
    QVERIFY2(!m_ui->messages().isVisible(), qPrintable(m_ui->messages().text()));
    QCOMPARE(child<QPlainTextEdit>("output").toPlainText(),
             QStringLiteral("out\nerr\n%1\n").arg(QDir::currentPath()));
    const Recording& run = m_ui->session().comparison().runs.at(0);
    QCOMPARE(run.start.command.size(), 3U);
    QCOMPARE(run.summary.exitStatus, 3);
    QCOMPARE(m_ui->statusText(), QStringLiteral("sh exited with status 3"));
}

void TestObserveWindow::stopsTheRealRunner()
{
    useTheRealRunner();
    type(QStringLiteral("sh -c 'sleep 100 & echo $! $$; wait'"));
    m_ui->press(Qt::Key_Return);
    const auto& output = child<QPlainTextEdit>("output");
    QTRY_VERIFY(output.toPlainText().endsWith(u'\n'));
    const QStringList processes = output.toPlainText().trimmed().split(u' ');
    m_ui->click(&m_ui->primary());
    QVERIFY(m_ui->waitUntilIdle());
    QVERIFY(m_ui->statusText().startsWith(QStringLiteral("Stopped.")));
    QVERIFY2(!m_ui->messages().isVisible(), qPrintable(m_ui->messages().text()));
    for (const QString& process : processes)
        QTRY_COMPARE(kill(process.toInt(), 0), -1);
    QCOMPARE(m_ui->session().comparison().runs.at(0).summary.end, RunEnd::Interrupted);
}

void TestObserveWindow::saysWhatTheRealRunnerCannotStart()
{
    useTheRealRunner();
    type(QStringLiteral("/nowhere/program"));
    m_ui->press(Qt::Key_Return);
    QVERIFY(m_ui->waitUntilIdle());
    QVERIFY(m_ui->messages().isVisible());
    QVERIFY2(m_ui->messages().text().contains(QStringLiteral("could not start")),
             qPrintable(m_ui->messages().text()));
    QVERIFY(!child<QWidget>("output").isVisible());
}

QTEST_MAIN(TestObserveWindow)
#include "tst_observewindow.moc"

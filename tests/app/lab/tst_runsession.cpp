#include "app/lab/runsession.h"

#include "app/lab/runcommand.h"
#include "core/storage/recordingfile.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace {

/// True while the process exists and is not a zombie that somebody else has yet to collect.
bool isAlive(qint64 pid)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        return false;
    const QByteArray line = stat.readAll();
    return line.mid(line.lastIndexOf(')') + 2, 1) != "Z";
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestRunSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void takesAWholeRun();
    void stopsWhenAsked();
    void endsByForce_data();
    void endsByForce();
    void keepsThePartOfACrashedRunner();
    void endsARunThatCannotBeRead();
    void reportsARunThatIsTooShort();
    void passesOnWhatWentWrong_data();
    void passesOnWhatWentWrong();
    void tellsHowAProgramEnded_data();
    void tellsHowAProgramEnded();
    void passesOnWhatAProgramPrints();
    void keepsTheRunnersComplaints();
    void reportsAMissingRunner();
    void keepsTheLastRecordingWhereNothingStarts();
    void leavesNoProcessBehind_data();
    void leavesNoProcessBehind();
    void dropsWhatComesLate();
    void savesByteForByte();
    void savesOnlyWhatCanBeRead();
    void goesOnWhereNothingCanBeKept();
    void keepsEarlierRuns();

private:
    void begin(const char* how);
    void observe(const char* how);
    [[nodiscard]] QList<qint64> processes() const;
    [[nodiscard]] bool waitForEvents() const;
    [[nodiscard]] bool firstTaskIsKept() const;
    [[nodiscard]] bool waitForEnd(RunOutcome expected);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RunSession> m_session;
    std::unique_ptr<QSignalSpy> m_finished;
    std::unique_ptr<QSignalSpy> m_failed;
    std::unique_ptr<QSignalSpy> m_changed;
};

void TestRunSession::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("FAKE_PIDS", QFile::encodeName(m_folder->filePath(QStringLiteral("pids"))));
    qunsetenv("FAKE_CHILD");
    m_session = std::make_unique<RunSession>(QStringLiteral(FAKE_RUNNER_PATH));
    m_finished = std::make_unique<QSignalSpy>(m_session.get(), &RunSession::finished);
    m_failed = std::make_unique<QSignalSpy>(m_session.get(), &RunSession::failed);
    m_changed = std::make_unique<QSignalSpy>(m_session.get(), &RunSession::changed);
}

void TestRunSession::begin(const char* how)
{
    qputenv("FAKE_RUNNER", how);
    m_session->start({});
}

void TestRunSession::observe(const char* how)
{
    qputenv("FAKE_RUNNER", how);
    m_session->start({observeArguments({QStringLiteral("program")}), m_folder->path(),
                      RunnerCall::Speaker::Program});
}

QList<qint64> TestRunSession::processes() const
{
    QFile file(m_folder->filePath(QStringLiteral("pids")));
    QList<qint64> result;
    if (file.open(QIODevice::ReadOnly)) {
        while (!file.atEnd())
            result << file.readLine().trimmed().toLongLong();
    }
    return result;
}

bool TestRunSession::waitForEvents() const
{
    return QTest::qWaitFor([this] {
        const auto& runs = m_session->comparison().runs;
        return !runs.empty() && runs[0].tasks[1].start.has_value();
    });
}

bool TestRunSession::firstTaskIsKept() const
{
    const auto& runs = m_session->comparison().runs;
    return !runs.empty() && runs[0].tasks[0].stop.has_value();
}

bool TestRunSession::waitForEnd(RunOutcome expected)
{
    if (m_finished->isEmpty() && !m_finished->wait(5000))
        return false;
    return m_finished->size() == 1 && m_finished->at(0).at(0).value<RunOutcome>() == expected;
}

void TestRunSession::takesAWholeRun()
{
    begin("done");
    QVERIFY(m_session->isRunning());
    QVERIFY(waitForEnd(RunOutcome::Done));
    QVERIFY(!m_session->isRunning());
    QVERIFY(m_failed->isEmpty());
    QVERIFY(!m_changed->isEmpty());
    const Comparison& comparison = m_session->comparison();
    QVERIFY(comparison.isComplete);
    QCOMPARE(comparison.runs.size(), 1U);
    QCOMPARE(comparison.runs[0].wall(), Nanoseconds(std::chrono::milliseconds(20)));
}

void TestRunSession::stopsWhenAsked()
{
    begin("wait");
    QVERIFY(waitForEvents());
    m_session->stop();
    QVERIFY(m_session->isStopping());
    QVERIFY(waitForEnd(RunOutcome::Stopped));
    QVERIFY(m_failed->isEmpty());  // it stopped by itself
    QCOMPARE(m_session->comparison().runs[0].summary.end, RunEnd::Interrupted);
}

void TestRunSession::endsByForce_data()
{
    QTest::addColumn<QByteArray>("how");
    QTest::newRow("does not listen") << QByteArray("deaf");
    QTest::newRow("is frozen") << QByteArray("frozen");
    QTest::newRow("complains without end") << QByteArray("noise");
}

void TestRunSession::endsByForce()
{
    QFETCH(const QByteArray, how);
    qputenv("FAKE_CHILD", "1");
    begin(how.constData());
    QVERIFY(waitForEvents());
    QTRY_COMPARE(processes().size(), 2);
    m_session->stop();
    QVERIFY(waitForEnd(RunOutcome::Stopped));
    QCOMPARE(m_failed->size(), 1);
    QVERIFY(m_failed->at(0).at(0).toString().contains(QStringLiteral("by force")));
    for (const qint64 pid : processes())
        QTRY_VERIFY(!isAlive(pid));
    QVERIFY(firstTaskIsKept());
}

void TestRunSession::keepsThePartOfACrashedRunner()
{
    qputenv("FAKE_CHILD", "1");
    begin("crash");
    QVERIFY(waitForEnd(RunOutcome::Failed));
    QCOMPARE(m_failed->size(), 1);
    QVERIFY(m_failed->at(0).at(0).toString().contains(QStringLiteral("signal 9")));
    QVERIFY(firstTaskIsKept());
    for (const qint64 pid : processes())
        QTRY_VERIFY(!isAlive(pid));
}

void TestRunSession::endsARunThatCannotBeRead()
{
    begin("garbage");
    QVERIFY(waitForEnd(RunOutcome::Failed));
    QCOMPARE(m_failed->size(), 1);
    QVERIFY(m_failed->at(0).at(0).toString().contains(QStringLiteral("cannot be read")));
    QVERIFY(firstTaskIsKept());
    for (const qint64 pid : processes())
        QTRY_VERIFY(!isAlive(pid));
}

void TestRunSession::reportsARunThatIsTooShort()
{
    begin("short");
    QVERIFY(waitForEnd(RunOutcome::Failed));
    QCOMPARE(m_failed->size(), 1);
    QVERIFY(m_failed->at(0).at(0).toString().contains(QStringLiteral("before its recording")));
}

void TestRunSession::passesOnWhatWentWrong_data()
{
    QTest::addColumn<QByteArray>("how");
    QTest::addColumn<QString>("message");
    QTest::newRow("a task failed")
        << QByteArray("fail") << QStringLiteral("task 2 failed: its worker was killed by signal 9");
    QTest::newRow("wrong arguments")
        << QByteArray("refuse") << QStringLiteral("coreogram-run: --tasks is 0; expected 1 to");
}

void TestRunSession::passesOnWhatWentWrong()
{
    QFETCH(const QByteArray, how);
    QFETCH(const QString, message);
    begin(how.constData());
    QVERIFY(waitForEnd(RunOutcome::Failed));
    QCOMPARE(m_failed->size(), 1);
    QVERIFY2(m_failed->at(0).at(0).toString().contains(message),
             qPrintable(m_failed->at(0).at(0).toString()));
}

void TestRunSession::tellsHowAProgramEnded_data()
{
    QTest::addColumn<QByteArray>("how");
    QTest::addColumn<RunOutcome>("outcome");
    QTest::addColumn<QString>("message");
    QTest::newRow("well") << QByteArray("done") << RunOutcome::Done << QString();
    QTest::newRow("with a status") << QByteArray("failing") << RunOutcome::Done << QString();
    QTest::newRow("not at all") << QByteArray("unstartable") << RunOutcome::NotStarted
                                << QStringLiteral("Nothing was run: could not start “program”: "
                                                  "No such file.");
}

void TestRunSession::tellsHowAProgramEnded()
{
    QFETCH(const QByteArray, how);
    QFETCH(const RunOutcome, outcome);
    QFETCH(const QString, message);
    qputenv("FAKE_PRINTS", "error: all is lost\n");  // which is no complaint of the runner
    observe(how.constData());
    QVERIFY(waitForEnd(outcome));
    QCOMPARE(m_failed->size(), message.isEmpty() ? 0 : 1);
    QCOMPARE(m_failed->value(0).value(0).toString(), message);
    QVERIFY(m_session->comparison().isComplete);
}

void TestRunSession::passesOnWhatAProgramPrints()
{
    qputenv("FAKE_PRINTS", "hello\n");
    QByteArray printed;
    connect(m_session.get(), &RunSession::programWrote, this,
            [&printed](const QByteArray& bytes) { printed += bytes; });
    observe("done");
    QVERIFY(waitForEnd(RunOutcome::Done));
    QCOMPARE(printed, QByteArray("hello\n"));
    printed.clear();
    begin("fail");  // whose words are the runner's
    QTRY_COMPARE(m_finished->size(), 2);
    QVERIFY(printed.isEmpty());
}

void TestRunSession::keepsTheRunnersComplaints()
{
    observe("refuse");
    QVERIFY(waitForEnd(RunOutcome::Failed));
    QVERIFY(m_failed->at(0).at(0).toString().contains(QStringLiteral("expected 1 to")));
}

void TestRunSession::reportsAMissingRunner()
{
    RunSession session(QStringLiteral("/nowhere/coreogram-run"));
    QSignalSpy failed(&session, &RunSession::failed);
    QSignalSpy finished(&session, &RunSession::finished);
    session.start({});
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished[0][0].value<RunOutcome>(), RunOutcome::NotStarted);
    QVERIFY(failed[0][0].toString().contains(QStringLiteral("/nowhere/coreogram-run")));
    QVERIFY(!session.isRunning());
}

void TestRunSession::keepsTheLastRecordingWhereNothingStarts()
{
    const QString runner = m_folder->filePath(QStringLiteral("runner"));
    QVERIFY(QFile::copy(QStringLiteral(FAKE_RUNNER_PATH), runner));
    qputenv("FAKE_RUNNER", "done");
    RunSession session(runner);
    QSignalSpy finished(&session, &RunSession::finished);
    session.start({});
    QVERIFY(finished.wait());
    QVERIFY(QFile::remove(runner));
    session.start({});
    QVERIFY(finished.wait());
    QCOMPARE(finished[1][0].value<RunOutcome>(), RunOutcome::NotStarted);
    QCOMPARE(session.comparison().runs.size(), 1U);
    QVERIFY(session.save(m_folder->filePath(QStringLiteral("saved.coreogram"))));
}

void TestRunSession::leavesNoProcessBehind_data()
{
    QTest::addColumn<QByteArray>("how");
    QTest::newRow("one that listens") << QByteArray("wait");
    QTest::newRow("one that does not") << QByteArray("deaf");
    QTest::newRow("a frozen one") << QByteArray("frozen");
}

void TestRunSession::leavesNoProcessBehind()
{
    QFETCH(const QByteArray, how);
    qputenv("FAKE_CHILD", "1");
    begin(how.constData());
    QVERIFY(waitForEvents());
    m_session.reset();
    QCOMPARE(processes().size(), 2);
    for (const qint64 pid : processes())
        QTRY_VERIFY(!isAlive(pid));
}

void TestRunSession::dropsWhatComesLate()
{
    begin("wait");
    QVERIFY(waitForEvents());
    const qint64 first = m_session->runnerPid();
    begin("done");
    QVERIFY(waitForEnd(RunOutcome::Done));
    QTRY_VERIFY(!isAlive(first));
    QCOMPARE(m_finished->size(), 1);  // the first run's end was not ours any more
    QCOMPARE(m_session->comparison().runs.size(), 1U);
}

void TestRunSession::savesByteForByte()
{
    const QString written = m_folder->filePath(QStringLiteral("written"));
    qputenv("FAKE_COPY", QFile::encodeName(written));
    begin("done");
    QVERIFY(waitForEnd(RunOutcome::Done));
    qunsetenv("FAKE_COPY");
    const QString path = m_folder->filePath(QStringLiteral("saved.coreogram"));
    QVERIFY(m_session->save(path));
    QVERIFY(!contentOf(written).isEmpty());
    QCOMPARE(contentOf(path), contentOf(written));
    const auto opened = readRecording(path);
    QVERIFY(opened);
    QCOMPARE(opened->warning, std::string());
    QVERIFY(opened->comparison.runs[0].tasks == m_session->comparison().runs[0].tasks);
}

void TestRunSession::savesOnlyWhatCanBeRead()
{
    begin("garbage");
    QVERIFY(waitForEnd(RunOutcome::Failed));
    const QString path = m_folder->filePath(QStringLiteral("saved.coreogram"));
    QVERIFY(m_session->save(path));
    const auto opened = readRecording(path);
    QVERIFY2(opened, opened ? "" : opened.error().message.c_str());
    QVERIFY(opened->comparison.runs[0].tasks[0].stop);
}

void TestRunSession::keepsEarlierRuns()
{
    const QString folder = m_folder->filePath(QStringLiteral("data/runs"));
    RunSession session(QStringLiteral(FAKE_RUNNER_PATH), EarlierRuns(folder));
    QSignalSpy finished(&session, &RunSession::finished);
    qputenv("FAKE_RUNNER", "done");
    for (int run = 1; run <= EarlierRuns::most + 2; ++run) {
        session.start({});
        QTRY_COMPARE(finished.size(), run);
        QCOMPARE(session.earlier().all().size(), std::min(run, EarlierRuns::most));
        const auto newest = readRecording(session.earlier().all().first().filePath());
        QVERIFY2(newest, newest ? "" : newest.error().message.c_str());
        QCOMPARE(newest->comparison.runs.size(), session.comparison().runs.size());
        QVERIFY(newest->comparison.isComplete);
        QTest::qWait(2);  // their names differ by the millisecond
    }
    const QString saved = m_folder->filePath(QStringLiteral("saved.coreogram"));
    QVERIFY(session.save(saved));
    QCOMPARE(QFileInfo(saved).size(), session.earlier().all().first().size());
}

void TestRunSession::goesOnWhereNothingCanBeKept()
{
    const QByteArray temporary = qgetenv("TMPDIR");
    qputenv("TMPDIR", "/proc");  // where nobody can make a file
    begin("done");
    const bool isDone = waitForEnd(RunOutcome::Done);
    temporary.isEmpty() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", temporary);
    QVERIFY(isDone);
    QVERIFY(m_session->comparison().isComplete);
    QCOMPARE(m_failed->size(), 1);  // told once, not for every piece
    QVERIFY(m_failed->at(0).at(0).toString().contains(QStringLiteral("/proc")));
    QVERIFY(!m_session->save(m_folder->filePath(QStringLiteral("saved.coreogram"))));
}

QTEST_GUILESS_MAIN(TestRunSession)
#include "tst_runsession.moc"

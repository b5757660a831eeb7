// coreogram-run observe as its users run it: files, signals, a terminal, exit statuses.

#include "core/observe/processtable.h"
#include "core/observe/schedulingrecord.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <pty.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>

namespace {

const QString program = QStringLiteral(COREOGRAM_RUN);
constexpr int longEnough = 60'000;  ///< ms; nothing here takes so long on a machine that works

struct Ended {
    int status = -1;
    QByteArray output;
    QByteArray errors;
};

Ended finish(QProcess& process)
{
    if (!process.waitForFinished(longEnough))
        qFatal("coreogram-run hangs");
    const int status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {status, process.readAllStandardOutput(), process.readAllStandardError()};
}

Ended execute(const QStringList& arguments, const QByteArray& input = {})
{
    QProcess process;
    process.start(program, QStringList{QStringLiteral("observe")} + arguments);
    process.write(input);
    process.closeWriteChannel();
    return finish(process);
}

QStringList words(const char* text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// Observes a script for sh.
QStringList script(const char* text)
{
    return {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
            QString::fromUtf8(text)};
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject runIn(const QString& path)
{
    const QJsonObject result = QJsonDocument::fromJson(contentOf(path)).object();
    return result[QStringLiteral("runs")].toArray().at(0).toObject();
}

void waitForOutput(QProcess& process, const QByteArray& expected)
{
    QByteArray seen;
    while (!seen.contains(expected)) {
        if (!process.waitForReadyRead(longEnough))
            qFatal("the program says nothing");
        seen += process.readAllStandardOutput();
    }
}

/// A program on a terminal of its own. Its number, and the terminal's other end.
struct OnTerminal {
    pid_t pid = 0;
    int terminal = -1;
    QByteArray output{};

    void readUntil(const QByteArray& expected)
    {
        while (!output.contains(expected) && readMore()) {
        }
    }
    bool readMore()
    {
        char buffer[4096];
        const ssize_t size = ::read(terminal, buffer, sizeof buffer);
        output.append(buffer, size > 0 ? static_cast<qsizetype>(size) : 0);
        return size > 0;
    }
    void type(const QByteArray& keys) const
    {
        QCOMPARE(::write(terminal, keys.constData(), static_cast<std::size_t>(keys.size())),
                 static_cast<ssize_t>(keys.size()));
    }
    int finish()
    {
        while (readMore()) {
        }
        int status = 0;
        ::waitpid(pid, &status, 0);
        ::close(terminal);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
};

OnTerminal onTerminal(const QStringList& arguments)
{
    std::vector<QByteArray> all{program.toUtf8(), "observe"};
    for (const QString& argument : arguments)
        all.push_back(argument.toUtf8());
    std::vector<char*> pointers;
    for (QByteArray& argument : all)
        pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    OnTerminal started;
    started.pid = ::forkpty(&started.terminal, nullptr, nullptr, nullptr);
    if (started.pid == 0) {
        ::execv(pointers[0], pointers.data());
        ::_exit(127);
    }
    return started;
}

}  // namespace

class TestObserveCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase();
    void wrongArgumentsAreNamed_data();
    void wrongArgumentsAreNamed();
    void exitStatusIsThePrograms_data();
    void exitStatusIsThePrograms();
    void whatCannotBeStarted_data();
    void whatCannotBeStarted();
    void programWithoutPath();
    void dataPassesThrough();
    void muchDataPassesThrough();
    void argumentsPassThrough();
    void programGetsOurFilesOnly();
    void signalsReachTheProgram_data();
    void signalsReachTheProgram();
    void signalThatEndsTheProgramKeepsTheRecording();
    void interruptOnATerminal();
    void terminalPassesThrough();
    void reportGoesToStandardError();
    void jsonGoesToItsFile();
    void savedRecordingShowsTheSame();
    void whatIsLeftBehindIsShownLater();
    void filesThatCannotBeWritten_data();
    void filesThatCannotBeWritten();
    void readerOfTheReportMayGoAway();
    void twoAtOnce();
    void observersObserved();
    void refusalIsExplained();
    void streamStopsWithItsReader();
    void manyWords();

private:
    [[nodiscard]] QString file(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name));
    }
    QTemporaryDir m_folder;
};

/// Without folders that another user may not look into: a search there ends with “Permission
/// denied”.
void TestObserveCommand::initTestCase()
{
    qputenv("PATH", "/usr/local/bin:/usr/bin:/bin");
}

void TestObserveCommand::wrongArgumentsAreNamed_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* arguments, const char* expected) {
        QTest::newRow(arguments) << QString::fromUtf8(arguments) << QString::fromUtf8(expected);
    };
    row("", "observe needs a command after “--”");
    row("--", "observe needs a command after “--”");
    row("true", "observe got “true” before the command; expected “--” before it");
    row("true -- true", "observe got “true” before the command");
    row("--json -- true", "json");
    row("--save -- true", "save");
    row("--save= -- true", "--save needs the name of a file");
    row("--tasks 3 -- true", "tasks");
}

void TestObserveCommand::wrongArgumentsAreNamed()
{
    QFETCH(QString, arguments);
    QFETCH(QString, expected);
    const Ended ended = execute(words(arguments.toUtf8().constData()));
    QCOMPARE(ended.status, 2);
    QVERIFY(ended.output.isEmpty());
    QVERIFY2(QString::fromUtf8(ended.errors).contains(expected), ended.errors.constData());
}

void TestObserveCommand::exitStatusIsThePrograms_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<int>("status");
    QTest::newRow("0") << QByteArray("exit 0") << 0;
    QTest::newRow("3") << QByteArray("exit 3") << 3;
    QTest::newRow("255") << QByteArray("exit 255") << 255;
    QTest::newRow("KILL") << QByteArray("kill -KILL $$") << 128 + SIGKILL;
    QTest::newRow("SEGV") << QByteArray("kill -SEGV $$") << 128 + SIGSEGV;
    QTest::newRow("after its own trap")
        << QByteArray("trap 'exit 9' TERM; kill -TERM $$; exit 1") << 9;
}

void TestObserveCommand::exitStatusIsThePrograms()
{
    QFETCH(QByteArray, command);
    QFETCH(int, status);
    QCOMPARE(execute(script(command.constData())).status, status);
}

void TestObserveCommand::whatCannotBeStarted_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, int status, const char* message) {
        QTest::newRow(name) << QString::fromUtf8(name) << status << QString::fromUtf8(message);
    };
    row("/no/such/program", 127, "could not start “/no/such/program”: there is no such program");
    row("no-such-program", 127, "could not start “no-such-program”: there is no such program");
    row("/", 127, "it is a directory");
    row("/etc/passwd", 127, "it is not executable");
    row("", 2, "observe needs a command");
}

void TestObserveCommand::whatCannotBeStarted()
{
    QFETCH(QString, name);
    QFETCH(int, status);
    QFETCH(QString, message);
    const QString saved = file("not-started");
    const Ended ended = execute({QStringLiteral("--save"), saved, QStringLiteral("--"), name});
    QCOMPARE(ended.status, status);
    QVERIFY(ended.output.isEmpty());
    QVERIFY2(QString::fromUtf8(ended.errors).contains(message), ended.errors.constData());
    QCOMPARE(ended.errors.count('\n'), 1);
    QVERIFY(!QFile::exists(saved));
}

void TestObserveCommand::programWithoutPath()
{
    QProcess process;
    QProcessEnvironment none;
    none.insert(QStringLiteral("PATH"), QString());
    process.setProcessEnvironment(none);
    process.start(program, words("observe -- sh -c true"));
    QCOMPARE(finish(process).status, 127);
    process.start(program, words("observe -- /bin/sh -c true"));
    QCOMPARE(finish(process).status, 0);
}

void TestObserveCommand::dataPassesThrough()
{
    QByteArray all;
    for (unsigned int i = 0; i < 300'000; ++i)
        all.append(static_cast<char>(i * 7919 / 13));
    const Ended ended = execute(script("cat; echo words >&2"), all);
    QCOMPARE(ended.status, 0);
    QCOMPARE(ended.output, all);
    QVERIFY(ended.errors.startsWith("words\n"));
}

void TestObserveCommand::muchDataPassesThrough()
{
    QProcess process;
    process.start(QStringLiteral("sh"),
                  {QStringLiteral("-c"),
                   QStringLiteral("head -c 300000000 /dev/zero | \"$0\" observe -- cat | wc -c"),
                   program});
    QCOMPARE(finish(process).output.trimmed(), QByteArray("300000000"));
}

void TestObserveCommand::argumentsPassThrough()
{
    // By sh, since QProcess gives no bytes that are not text.
    QProcess process;
    process.start(QStringLiteral("sh"),
                  {QStringLiteral("-c"),
                   QStringLiteral("\"$0\" observe --json \"$1\" -- printf '<%s>' \"$(printf "
                                  "'a\\377\\376b')\" '' '--save' '-h' '*' \"new\nline\""),
                   program, file("arguments")});
    const Ended ended = finish(process);
    QCOMPARE(ended.output, QByteArray("<a\377\376b><><--save><-h><*><new\nline>"));
    QCOMPARE(runIn(file("arguments"))[QStringLiteral("command")].toArray().size(), 8);
}

/// What the runner opened for itself is not the program's.
void TestObserveCommand::programGetsOurFilesOnly()
{
    const char* const list = "ls /proc/self/fd | wc -l";
    QProcess alone;
    alone.start(QStringLiteral("sh"), {QStringLiteral("-c"), QString::fromUtf8(list)});
    const Ended expected = finish(alone);
    QCOMPARE(execute(QStringList{QStringLiteral("--save"), file("files")} + script(list)).output,
             expected.output);
}

void TestObserveCommand::signalsReachTheProgram_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("INT") << SIGINT;
    QTest::newRow("TERM") << SIGTERM;
    QTest::newRow("HUP") << SIGHUP;
    QTest::newRow("QUIT") << SIGQUIT;
    QTest::newRow("USR1") << SIGUSR1;
    QTest::newRow("USR2") << SIGUSR2;
}

void TestObserveCommand::signalsReachTheProgram()
{
    QFETCH(int, signal);
    QProcess process;
    process.start(program, QStringList{QStringLiteral("observe")} +
                               script("for s in INT TERM HUP QUIT USR1 USR2; do trap \"echo $s; "
                                      "exit 7\" $s; done; echo ready; while :; do sleep 0.05; "
                                      "done"));
    waitForOutput(process, "ready");
    ::kill(static_cast<pid_t>(process.processId()), signal);
    const Ended ended = finish(process);
    QCOMPARE(ended.status, 7);
    QCOMPARE(ended.output.trimmed(), QByteArray(QTest::currentDataTag()));
}

void TestObserveCommand::signalThatEndsTheProgramKeepsTheRecording()
{
    QProcess process;
    process.start(program,
                  QStringList{QStringLiteral("observe"), QStringLiteral("--save"), file("ended")} +
                      script("echo ready; exec sleep 100"));
    waitForOutput(process, "ready");
    ::kill(static_cast<pid_t>(process.processId()), SIGTERM);
    const Ended ended = finish(process);
    QCOMPARE(ended.status, 128 + SIGTERM);
    QVERIFY(ended.errors.contains("killed by signal 15"));
    QProcess show;
    show.start(program, {QStringLiteral("show"), file("ended")});
    const Ended shown = finish(show);
    QCOMPARE(shown.status, 0);
    QVERIFY(shown.output.contains("killed by signal 15"));
    QVERIFY2(shown.errors.isEmpty(), shown.errors.constData());  // it is complete
}

void TestObserveCommand::interruptOnATerminal()
{
    OnTerminal observed = onTerminal(QStringList{QStringLiteral("--save"), file("interrupted")} +
                                     script("echo ready; exec sleep 100"));
    observed.readUntil("ready");
    observed.type("\003");
    QCOMPARE(observed.finish(), 128 + SIGINT);
    QProcess show;
    show.start(program, {QStringLiteral("show"), file("interrupted")});
    const Ended shown = finish(show);
    QCOMPARE(shown.status, 0);
    QVERIFY2(shown.errors.isEmpty(), shown.errors.constData());
    QVERIFY(shown.output.contains("killed by signal 2"));
}

void TestObserveCommand::terminalPassesThrough()
{
    OnTerminal observed =
        onTerminal(script("test -t 0 && test -t 1 && test -t 2 && echo a terminal; read line; "
                          "echo \"got $line\""));
    observed.readUntil("a terminal");
    observed.type("some words\n");
    QCOMPARE(observed.finish(), 0);
    QVERIFY2(observed.output.contains("got some words"), observed.output.constData());
}

void TestObserveCommand::reportGoesToStandardError()
{
    const Ended ended =
        execute({QStringLiteral("--"), QStringLiteral(COMPUTING), QStringLiteral("threads"),
                 QStringLiteral("2"), QStringLiteral("40")});
    QCOMPARE(ended.status, 0);
    QCOMPARE(ended.output.count('\n'), 2);  // its own
    for (const char* const expected :
         {"computing · ", "1 process with 3 threads", "in progress", "evidence: ", "running"})
        QVERIFY2(ended.errors.contains(expected), ended.errors.constData());
}

void TestObserveCommand::jsonGoesToItsFile()
{
    const Ended ended = execute(QStringList{QStringLiteral("--json"), file("json")} +
                                script("echo out; echo err >&2; exit 4"));
    QCOMPARE(ended.status, 4);
    QCOMPARE(ended.output, QByteArray("out\n"));
    QCOMPARE(ended.errors, QByteArray("err\ncoreogram-run: sh exited with status 4\n"));
    const QJsonObject run = runIn(file("json"));
    QVERIFY(run[QStringLiteral("mode")].isNull());
    QCOMPARE(run[QStringLiteral("command")].toArray().size(), 3);
    QCOMPARE(run[QStringLiteral("exit_status")].toInt(), 4);
    QCOMPARE(run[QStringLiteral("workers")].toArray().at(0)[QStringLiteral("kind")].toString(),
             QStringLiteral("process"));
}

void TestObserveCommand::savedRecordingShowsTheSame()
{
    const Ended ended =
        execute(QStringList{QStringLiteral("--save"), file("saved")} + words("-- sleep 0.1"));
    QProcess show;
    show.start(program, {QStringLiteral("show"), file("saved")});
    QCOMPARE(finish(show).output, ended.errors);
}

void TestObserveCommand::whatIsLeftBehindIsShownLater()
{
    const Ended ended =
        execute(QStringList{QStringLiteral("--save"), file("left")} +
                script("sleep 100 </dev/null >/dev/null 2>&1 & echo $!; sleep 0.3"));
    const auto pid = ended.output.trimmed().toLongLong();
    QVERIFY(isProcessAlive(pid));
    ::kill(static_cast<pid_t>(pid), SIGKILL);
    QCOMPARE(ended.status, 0);
    QVERIFY2(ended.errors.contains("no longer followed"), ended.errors.constData());
    QProcess show;
    show.start(program, {QStringLiteral("show"), file("left")});
    QVERIFY(finish(show).output.contains("no longer followed"));
}

void TestObserveCommand::filesThatCannotBeWritten_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("path");
    QCOMPARE(::mkfifo(file("pipe").toLocal8Bit().constData(), 0600), 0);
    for (const char* const option : {"--json", "--save"}) {
        const QString name = QString::fromUtf8(option);
        QTest::addRow("%s, no such folder", option) << name << QStringLiteral("/no/such/folder/x");
        QTest::addRow("%s, a folder", option) << name << m_folder.path();
        QTest::addRow("%s, a pipe", option) << name << file("pipe");
    }
}

/// That is known before the program runs, and what is there stays.
void TestObserveCommand::filesThatCannotBeWritten()
{
    QFETCH(QString, option);
    QFETCH(QString, path);
    struct stat before {};
    struct stat after {};
    ::stat(path.toLocal8Bit().constData(), &before);
    const Ended ended = execute(QStringList{option, path} + script("echo it runs"));
    QCOMPARE(ended.status, 2);
    QVERIFY(ended.output.isEmpty());
    QVERIFY2(ended.errors.contains(path.toLocal8Bit()), ended.errors.constData());
    ::stat(path.toLocal8Bit().constData(), &after);
    QCOMPARE(after.st_mode, before.st_mode);
}

void TestObserveCommand::readerOfTheReportMayGoAway()
{
    const QString saved = file("kept");
    QProcess process;
    process.start(QStringLiteral("sh"),
                  {QStringLiteral("-c"),
                   QStringLiteral("{ \"$0\" observe --save \"$1\" -- sh -c 'sleep 0.2; exit 3'; "
                                  "echo $? > \"$1.status\"; } 2>&1 >/dev/null | true"),
                   program, saved});
    (void)finish(process);
    QTRY_VERIFY_WITH_TIMEOUT(!contentOf(saved + QStringLiteral(".status")).isEmpty(), longEnough);
    QCOMPARE(contentOf(saved + QStringLiteral(".status")).trimmed(), QByteArray("3"));
    QVERIFY(QFile::exists(saved));
}

void TestObserveCommand::twoAtOnce()
{
    QProcess one;
    QProcess other;
    const QStringList computing{QStringLiteral("--"), QStringLiteral(COMPUTING),
                                QStringLiteral("threads"), QStringLiteral("2"),
                                QStringLiteral("80")};
    one.start(program, QStringList{QStringLiteral("observe"), QStringLiteral("--json"), file("1")} +
                           computing);
    other.start(program,
                QStringList{QStringLiteral("observe"), QStringLiteral("--json"), file("2")} +
                    computing);
    QCOMPARE(finish(one).status, 0);
    QCOMPARE(finish(other).status, 0);
    for (const char* const name : {"1", "2"}) {
        const QJsonArray workers = runIn(file(name))[QStringLiteral("workers")].toArray();
        QCOMPARE(workers.size(), 3);  // not the other's
        for (const QJsonValue worker : workers)
            QCOMPARE(worker[QStringLiteral("pid")], workers.at(0)[QStringLiteral("pid")]);
    }
}

void TestObserveCommand::observersObserved()
{
    const Ended ended = execute({QStringLiteral("--json"), file("outer"), QStringLiteral("--"),
                                 program, QStringLiteral("observe"), QStringLiteral("--json"),
                                 file("inner"), QStringLiteral("--"), QStringLiteral("sh"),
                                 QStringLiteral("-c"), QStringLiteral("sleep 0.2; exit 6")});
    QCOMPARE(ended.status, 6);
    QCOMPARE(runIn(file("inner"))[QStringLiteral("workers")].toArray().size(), 2);
    QVERIFY(runIn(file("outer"))[QStringLiteral("workers")].toArray().size() >= 3);
}

void TestObserveCommand::refusalIsExplained()
{
    QProcess process;
    process.start(QStringLiteral(FORBIDDING),
                  {QStringLiteral("missing"), program, QStringLiteral("observe"),
                   QStringLiteral("--json"), file("refused"), QStringLiteral("--"),
                   QStringLiteral("sleep"), QStringLiteral("0.1")});
    QCOMPARE(finish(process).status, 0);
    const QJsonObject run = runIn(file("refused"));
    QCOMPARE(run[QStringLiteral("evidence")].toString(), QStringLiteral("sampled"));
    QVERIFY(run[QStringLiteral("evidence_note")].toString().contains(
        QStringLiteral("perf_event_open is missing")));
    process.start(QStringLiteral(FORBIDDING),
                  {QStringLiteral("missing"), program, QStringLiteral("observe"),
                   QStringLiteral("--"), QStringLiteral("sleep"), QStringLiteral("0.1")});
    QVERIFY(finish(process).errors.contains("not exact: this kernel keeps no scheduling record"));
}

/// As a window does that goes away without a word.
void TestObserveCommand::streamStopsWithItsReader()
{
    const QString pids = file("pids");
    QProcess process;
    process.start(program, {QStringLiteral("observe"), QStringLiteral("--stream"),
                            QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
                            QStringLiteral("sleep 100 & echo $$ $! > \"$0\"; wait"), pids});
    QTRY_VERIFY_WITH_TIMEOUT(contentOf(pids).endsWith('\n'), longEnough);
    process.closeReadChannel(QProcess::StandardOutput);
    process.closeWriteChannel();
    (void)finish(process);
    for (const QByteArray& pid : contentOf(pids).trimmed().split(' '))
        QTRY_VERIFY_WITH_TIMEOUT(!isProcessAlive(pid.toLongLong()), longEnough);
}

void TestObserveCommand::manyWords()
{
    const auto command = [](int count) {
        QStringList all{QStringLiteral("--"), QStringLiteral("true")};
        for (int i = 1; i < count; ++i)
            all.append(QString::number(i));
        return all;
    };
    QCOMPARE(execute(command(4096)).status, 0);
    const Ended ended = execute(command(5000));
    QCOMPARE(ended.status, 2);
    QVERIFY(ended.errors.contains("the command has 5000 words; expected at most 4096"));
}

QTEST_GUILESS_MAIN(TestObserveCommand)
#include "tst_observecommand.moc"

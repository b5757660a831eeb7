// `coreogram-run lesson` as its users run it.

#include "core/lesson/interpreter.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/types.h>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

constexpr int longEnough = 120'000;  ///< ms; nothing takes so long on a machine that is not stuck

const QByteArray front = "---\nname: a\ntitle: A lesson\nminutes: 5\n---\n## Step\n";
const QByteArray waits = "```{experiment}\nname: w\nworkload: sleep\ntasks: 2\ntask-ms: 20\n```\n";

struct Ended {
    int status = -1;
    QByteArray output;
    QByteArray errors;
};

Ended execute(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(COREOGRAM_RUN), QStringList(u"lesson"_s) + arguments);
    if (!process.waitForFinished(longEnough))
        qFatal("coreogram-run hangs");
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QJsonArray lessonsOf(const Ended& ended)
{
    const QJsonObject json = QJsonDocument::fromJson(ended.output).object();
    return json["format"_L1] == "coreogram-lessons/1"_L1 ? json["lessons"_L1].toArray()
                                                         : QJsonArray();
}

QString outcomeOf(const QJsonValue& check)
{
    return check.toObject()["outcome"_L1].toString();
}

QByteArray check(const QByteArray& name, const QByteArray& holdsIf)
{
    return "```{check}\nname: " + name + "\nclaim: Claim " + name + "\nholds-if: " + holdsIf +
           "\n```\n";
}

}  // namespace

class TestLessonCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shippedLessonsAreFound();
    void list();
    void trueAndFalseClaims();
    void oppositesNeverHold();
    void programIsObserved();
    void signalEndsAProgram_data();
    void signalEndsAProgram();
    void whatAProgramLeavesIsEnded();
    void linksOutOfTheFolderAreRefused();
    void programThatFailsIsHeard();
    void oneExperimentIsRun();
    void programWithoutItsInterpreter();
    void brokenFilesStopNoOther();
    void wrongArguments_data();
    void wrongArguments();

private:
    QString write(const QString& name, const QByteArray& text)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("could not write the lesson");
        return path;
    }

    void writeProgram(const QString& name, const QByteArray& script)
    {
        const QString path = write(name, "#!/bin/sh\n" + script);
        if (!QFile::setPermissions(path, QFile::permissions(path) | QFile::ExeOwner))
            qFatal("could not make the program one that can be executed");
    }

    QTemporaryDir m_folder;
};

void TestLessonCommand::shippedLessonsAreFound()
{
    const Ended ended = execute({u"list"_s});
    QCOMPARE(ended.status, 0);
    QVERIFY(ended.output.startsWith("what-a-clock-sees "));
    QVERIFY(ended.output.contains(" min  What a clock sees\n"));
    QCOMPARE(ended.errors, QByteArray());
}

void TestLessonCommand::list()
{
    write(u"a.md"_s, front);
    const Ended ended = execute({u"list"_s, u"--folder"_s, m_folder.path(), u"--json"_s});
    QCOMPARE(ended.status, 0);
    QCOMPARE(lessonsOf(ended).size(), 1);
    const QJsonObject lesson = lessonsOf(ended)[0].toObject();
    QCOMPARE(lesson["name"_L1].toString(), u"a"_s);
    QCOMPARE(lesson["title"_L1].toString(), u"A lesson"_s);
    QCOMPARE(lesson["minutes"_L1].toInt(), 5);
}

/// What is true is never found false nor the other way round, however busy the machine is.
void TestLessonCommand::trueAndFalseClaims()
{
    const QString path = write(u"claims.md"_s, front + waits + check("true", "tasks-done(w) = 2") +
                                                   check("false", "tasks-done(w) = 3") +
                                                   check("shorter", "wall(w) < 40 ms"));
    const Ended ended = execute({u"check"_s, path, u"--json"_s});
    QCOMPARE(lessonsOf(ended).size(), 1);
    const QJsonArray checks = lessonsOf(ended)[0].toObject()["checks"_L1].toArray();
    QCOMPARE(checks.size(), 3);
    QCOMPARE(checks[0].toObject()["claim"_L1].toString(), u"Claim true"_s);
    QCOMPARE(checks[0].toObject()["outcome"_L1].toString(), u"holds"_s);
    QCOMPARE(checks[0].toObject()["measured"_L1].toString(), u"tasks-done(w) 2"_s);
    int wrong = 0;
    for (const int i : {1, 2}) {
        const QString outcome = outcomeOf(checks[i]);
        const QString why = checks[i].toObject()["why"_L1].toString();
        QVERIFY2(outcome == u"does-not-hold"_s ||
                     (outcome == u"inconclusive"_s && why.startsWith(u"the machine was busy"_s)),
                 qPrintable(outcome + u": "_s + why));
        wrong += outcome == u"does-not-hold"_s ? 1 : 0;
    }
    QCOMPARE(ended.status, wrong > 0 ? 3 : 0);
}

/// Whether the machine is quiet decides only whether they are found false.
void TestLessonCommand::oppositesNeverHold()
{
    const Ended ended = execute({u"check"_s, QStringLiteral(OPPOSITES), u"--json"_s});
    const QJsonArray checks = lessonsOf(ended)[0].toObject()["checks"_L1].toArray();
    QCOMPARE(checks.size(), 7);
    bool isWrong = false;
    for (const QJsonValue check : checks) {
        const QString outcome = outcomeOf(check);
        const QString claim = check.toObject()["claim"_L1].toString();
        QVERIFY2(outcome == u"does-not-hold"_s || outcome == u"inconclusive"_s, qPrintable(claim));
        isWrong = isWrong || outcome == u"does-not-hold"_s;
    }
    QCOMPARE(ended.status, isWrong ? 3 : 0);
}

void TestLessonCommand::programIsObserved()
{
    const QString program = write(u"run.sh"_s, "#!/bin/sh\necho words of its own\nsleep 0.05\n");
    QVERIFY(QFile::setPermissions(program, QFile::permissions(program) | QFile::ExeOwner));
    const QString path =
        write(u"program.md"_s, front + "```{experiment}\nname: p\nprogram: {file: run.sh}\n```\n" +
                                   check("c", "wall(p) > 40 ms"));
    const Ended ended = execute({u"check"_s, path, u"--json"_s});
    QCOMPARE(ended.status, 0);
    QCOMPARE(ended.errors, QByteArray());
    const QJsonArray checks = lessonsOf(ended)[0].toObject()["checks"_L1].toArray();
    QCOMPARE(checks[0].toObject()["outcome"_L1].toString(), u"holds"_s);
}

void TestLessonCommand::signalEndsAProgram_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl-C") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

/// One of them ends all repeats, not only the one that goes on.
void TestLessonCommand::signalEndsAProgram()
{
    QFETCH(int, signal);
    const QString started = m_folder.filePath(u"started"_s);
    QFile::remove(started);
    writeProgram(u"endless.sh"_s,
                 "touch '" + started.toUtf8() + "'\nwhile :; do sleep 0.05; done\n");
    const QString path =
        write(u"endless.md"_s,
              front + "```{experiment}\nname: p\nrepeat: 5\nprogram: {file: endless.sh}\n```\n");
    QProcess process;
    process.start(QStringLiteral(COREOGRAM_RUN), {u"lesson"_s, u"check"_s, path});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(started), longEnough);
    kill(static_cast<pid_t>(process.processId()), signal);
    QVERIFY(process.waitForFinished(longEnough));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
}

void TestLessonCommand::whatAProgramLeavesIsEnded()
{
    const QString left = m_folder.filePath(u"left"_s);
    writeProgram(u"leaves.sh"_s, "sleep 300 &\necho $! > '" + left.toUtf8() + "'\nsleep 0.05\n");
    const QString path =
        write(u"leaves.md"_s,
              front + "```{experiment}\nname: p\nprogram: {file: leaves.sh}\nrepeat: 1\n```\n");
    QCOMPARE(execute({u"check"_s, path}).status, 0);
    QFile file(left);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto pid = static_cast<pid_t>(file.readAll().trimmed().toInt());
    QVERIFY(pid > 1);
    const auto commandLine = [pid] {
        QFile line(u"/proc/%1/cmdline"_s.arg(pid));
        return line.open(QIODevice::ReadOnly) ? line.readAll() : QByteArray();
    };
    QTRY_COMPARE(commandLine(), QByteArray());
}

/// Also where the lesson is named without its folder.
void TestLessonCommand::linksOutOfTheFolderAreRefused()
{
    const QTemporaryDir outside;
    QFile file(outside.filePath(u"o.sh"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("echo ran\n") > 0);
    QVERIFY(file.link(m_folder.filePath(u"link.sh"_s)));
    write(u"link.md"_s, front + "```{experiment}\nname: p\nprogram: {file: link.sh}\n```\n");
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral(COREOGRAM_RUN), {u"lesson"_s, u"check"_s, u"link.md"_s});
    QVERIFY(process.waitForFinished(longEnough));
    QVERIFY(process.exitCode() != 0);
    QVERIFY(process.readAllStandardError().contains("no file “link.sh” in the lesson's folder"));
}

/// Of each repeat the last lines, and nothing of the repeats before it.
void TestLessonCommand::programThatFailsIsHeard()
{
    const QString program = write(u"fail.sh"_s, "#!/bin/sh\nfor i in $(seq 30); do echo line $i; "
                                                "done\nprintf '\\033[2J' >&2\nexit 3\n");
    QVERIFY(QFile::setPermissions(program, QFile::permissions(program) | QFile::ExeOwner));
    const QString path = write(u"fail.md"_s, front +
                                                 "```{experiment}\nname: p\nrepeat: 2\n"
                                                 "program: {file: fail.sh}\n```\n" +
                                                 check("c", "wall(p) > 0 ms"));
    const Ended ended = execute({u"check"_s, path});
    QCOMPARE(ended.errors.count("fail.sh exited with status 3; it said last:\n"), 2);
    QCOMPARE(ended.errors.count("    line 30\n"), 2);
    QCOMPARE(ended.errors.count("    line 22\n"), 2);
    QVERIFY(!ended.errors.contains("line 21\n"));
    QVERIFY(!ended.errors.contains('\033'));
    QVERIFY(!ended.output.contains("line 30"));
}

/// Repeats are further runs of one recording, of programs too.
void TestLessonCommand::oneExperimentIsRun()
{
    const QString program = write(u"run.py"_s, "print('words of its own')\n");
    const QString path = write(
        u"two.md"_s, front + waits + "```{experiment}\nname: p\nprogram: {file: run.py}\n```\n");
    const QString saved = m_folder.filePath(u"saved.coreogram"_s);
    const Ended ended =
        execute({u"run"_s, path, u"w"_s, u"--repeat"_s, u"3"_s, u"--json"_s, u"--save"_s, saved});
    QCOMPARE(ended.status, 0);
    const QJsonObject json = QJsonDocument::fromJson(ended.output).object();
    QCOMPARE(json["runs"_L1].toArray().size(), 3);
    QVERIFY(QFile::exists(saved));
    if (lesson::usualInterpreter().isEmpty())
        QSKIP("there is no Python");
    const Ended observed = execute({u"run"_s, path, u"p"_s, u"--repeat"_s, u"2"_s, u"--json"_s});
    QCOMPARE(observed.status, 0);
    QCOMPARE(observed.errors.count("words of its own\n"), 2);
    const QJsonArray runs = QJsonDocument::fromJson(observed.output).object()["runs"_L1].toArray();
    QCOMPARE(runs.size(), 2);
}

void TestLessonCommand::programWithoutItsInterpreter()
{
    write(u"run.py"_s, "print(1)\n");
    const QString path =
        write(u"python.md"_s, front + "```{experiment}\nname: p\nprogram: {file: run.py}\n```\n" +
                                  check("c", "wall(p) > 0 ms"));
    const Ended ended = execute({u"check"_s, path, u"--python"_s, u"/bin/echo"_s});
    QCOMPARE(ended.status, 2);
    QVERIFY2(ended.errors.contains("/bin/echo answered “-c import sys"), ended.errors.constData());
    QVERIFY(ended.errors.contains("expected a Python interpreter"));
}

void TestLessonCommand::brokenFilesStopNoOther()
{
    const QString good = write(u"good.md"_s, front + check("c", "cores >= 1"));
    const QString bad = write(u"bad.md"_s, front + "```{chek}\n```\n```{predict}\nx: 1\n```\n");
    const Ended ended = execute({u"check"_s, bad, good});
    QCOMPARE(ended.status, 1);
    QVERIFY(
        ended.errors.contains("bad.md:7:1: found the block {chek}; expected check, the nearest"));
    QVERIFY(ended.errors.contains("bad.md:10:1: found the key “x” in {predict}; expected "));
    QVERIFY(ended.output.contains("holds          Claim c\n"));
}

void TestLessonCommand::wrongArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("none") << QStringList() << QByteArray("expected list, check or run");
    QTest::newRow("other") << QStringList{u"play"_s}
                           << QByteArray("“play”; expected list, check or run");
    QTest::newRow("a name after list")
        << QStringList{u"list"_s, u"a"_s} << QByteArray("expected none after list");
    QTest::newRow("no such lesson")
        << QStringList{u"check"_s, u"one-after-an-other"_s}
        << QByteArray("there is no lesson “one-after-an-other”; expected one-after-another");
    QTest::newRow("no experiment") << QStringList{u"run"_s, u"one-after-another"_s}
                                   << QByteArray("followed by 1 arguments; expected a lesson and");
    QTest::newRow("no such experiment")
        << QStringList{u"run"_s, u"one-after-another"_s, u"wait"_s}
        << QByteArray("there is no experiment “wait” in one-after-another; expected waits");
    QTest::newRow("too many repeats")
        << QStringList{u"run"_s, u"one-after-another"_s, u"waits"_s, u"--repeat"_s, u"101"_s}
        << QByteArray("whole number from 1 to 100");
    QTest::newRow("saving what is checked") << QStringList{u"check"_s, u"--save"_s, u"x"_s}
                                            << QByteArray("are of run; expected none of them");
    QTest::newRow("no such folder")
        << QStringList{u"list"_s, u"--folder"_s, u"/nowhere"_s}
        << QByteArray("/nowhere could not be read: No such file or directory; expected a folder");
}

void TestLessonCommand::wrongArguments()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, expected);
    const Ended ended = execute(arguments);
    QCOMPARE(ended.status, 2);
    QVERIFY2(ended.errors.contains(expected), ended.errors.constData());
    QCOMPARE(ended.output, QByteArray());
}

QTEST_GUILESS_MAIN(TestLessonCommand)
#include "tst_lessoncommand.moc"

// coreogram-run as its users run it: arguments, output, files, signals and exit statuses.

#include "core/model/comparisonbuilder.h"
#include "core/storage/streamreader.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <functional>

namespace {

const QString program = QStringLiteral(COREOGRAM_RUN);
constexpr int longEnough =
    60'000;  ///< ms; nothing here takes so long on a machine that is not stuck

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

Ended execute(const QStringList& arguments, const std::function<void()>& beforeExec = {})
{
    QProcess process;
    if (beforeExec)
        process.setChildProcessModifier(beforeExec);
    process.start(program, arguments);
    return finish(process);
}

QStringList words(const char* text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QJsonObject resultOf(const Ended& ended)
{
    return QJsonDocument::fromJson(ended.output).object();
}

/// Children of a process, by number.
QList<qint64> childrenOf(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/task/%1/children").arg(pid));
    QList<qint64> children;
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray& child : file.readAll().split(' ')) {
            if (!child.trimmed().isEmpty())
                children.append(child.trimmed().toLongLong());
        }
    }
    return children;
}

bool isGone(qint64 pid)
{
    return ::kill(static_cast<pid_t>(pid), 0) != 0;
}

}  // namespace

class TestCommandLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wrongArgumentsAreNamed_data();
    void wrongArgumentsAreNamed();
    void helpAndVersion();
    void compareMeasuresEveryMode_data();
    void compareMeasuresEveryMode();
    void readableReportNamesEveryRun();
    void runTakesThreeNumbers();
    void repeatsAreInterleaved();
    void addressesAreTasks();
    void savedRecordingShowsTheSame();
    void exportsForOtherPrograms();
    void cutOffRecordingOpensWithAWarning();
    void fileThatIsNoRecording_data();
    void fileThatIsNoRecording();
    void folderThatDoesNotExist();
    void interruptKeepsWhatWasRecorded_data();
    void interruptKeepsWhatWasRecorded();
    void streamEndsWhenStandardInputCloses();
    void readerThatGoesAwayEndsTheRun();
    void killedRunnerLeavesNoWorkerBehind();
    void moreWorkersThanTheSystemAllows();
    void infoTellsTheMachine();
};

void TestCommandLine::wrongArgumentsAreNamed_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* arguments, const char* expected) {
        QTest::newRow(arguments) << QString::fromUtf8(arguments) << QString::fromUtf8(expected);
    };
    row("", "expected compare, run, observe, study, lesson, show, export or info");
    row("dance", "there is no command “dance”");
    row("compare --tasks 0", "--tasks is “0”; expected a whole number from 1 to 10000");
    row("compare --tasks -4", "--tasks is “-4”; expected a whole number from 1 to 10000");
    row("compare --tasks 10001", "expected a whole number from 1 to 10000");
    row("compare --tasks 99999999999999999999", "--tasks is “99999999999999999999”");
    row("compare --tasks four", "--tasks is “four”");
    row("compare --tasks 4.5", "--tasks is “4.5”");
    row("compare --tasks", "tasks");
    row("compare --task-ms 0", "--task-ms is “0”; expected milliseconds from 0.01 to 600000");
    row("compare --task-ms nan", "--task-ms is “nan”");
    row("compare --task-ms inf", "--task-ms is “inf”");
    row("compare --task-ms 1e9", "--task-ms is “1e9”");
    row("compare --workers 0", "--workers is “0”; expected a whole number from 1 to 256");
    row("compare --workers 257", "expected a whole number from 1 to 256");
    row("compare --with elves",
        "--with is “elves”; expected threads, processes, global-lock or event-loop");
    row("compare --workload dreaming", "--workload is “dreaming”; expected compute");
    row("compare --modes parallel,sideways", "--modes names “sideways”");
    row("compare --modes ,", "--modes names “”");
    row("compare --items 5", "--items means nothing to the workload compute; expected --task-ms, "
                             "--serial, --sharing");
    row("compare --workload append --task-ms 5", "--task-ms means nothing to the workload append");
    row("compare --workload append --items 0",
        "--items is “0”; expected a whole number from 1 to 20000000");
    row("compare --workload append --items 1e6", "--items is “1e6”");
    row("compare --workload increment --protection prayer",
        "--protection is “prayer”; expected none, own, shared or atomic");
    row("compare --workload download --modes parallel",
        "a task of the workload download cannot be split; expected a list of sequential, "
        "concurrent, both");
    row("run --workload download --in-progress 2 --split 2 --cores 1", "cannot be split");
    row("compare --urls x", "--urls means nothing to the workload compute");
    row("compare --workload download --urls", "urls");
    row("compare --workload download --urls /no/such/file", "/no/such/file");
    row("compare --workload download --urls /dev/null", "/dev/null");
    row("compare --workload download --urls x --tasks 3", "each address is one task");
    row("compare --repeat 0", "--repeat is “0”");
    row("compare --repeat 1000 --tasks 10000", "tasks in all runs together");
    row("compare --colour", "colour");
    row("compare stray", "unexpected argument “stray”");
    row("compare --json --stream", "expected one of them");
    row("run", "--in-progress is missing");
    row("run --in-progress 1 --split 1", "--cores is missing");
    row("run --in-progress 1 --split 1 --cores 100000", "--cores is “100000”");
    row("run --in-progress 256 --split 256 --cores 1", "number of workers");
    row("show", "needs the name of one recording");
    row("show a b", "needs the name of one recording");
    row("compare --tasks 3 --tasks 4", "--tasks is given 2 times; expected once at most");
    row("compare --save --json", "--save is followed by “--json”; expected its value");
    row("info --tasks 3", "tasks");
    row("observe", "needs a command after “--”");
    row("observe --", "needs a command after “--”");
    row("observe --json same --save ./same -- ls", "both name “./same”; expected two files");
    row("observe ls", "got “ls” before the command; expected “--” before it");
    row("observe --json -- ls", "--json");
    row("observe --tasks 4 -- ls", "tasks");
    row("export a.coreogram", "1 were given");
    row("export a.coreogram b.png", "expected a name that ends in .json, .fxt or .csv");
}

void TestCommandLine::wrongArgumentsAreNamed()
{
    QFETCH(QString, arguments);
    QFETCH(QString, expected);
    const Ended ended = execute(words(arguments.toUtf8().constData()));
    QCOMPARE(ended.status, 2);
    QVERIFY(ended.output.isEmpty());
    QVERIFY2(QString::fromUtf8(ended.errors).contains(expected), ended.errors.constData());
}

void TestCommandLine::helpAndVersion()
{
    QVERIFY(execute(words("--help")).output.contains("coreogram-run compare"));
    QVERIFY(execute(words("compare --help")).output.contains("--modes LIST"));
    QVERIFY(execute(words("--version")).output.startsWith("coreogram-run 0."));
}

void TestCommandLine::compareMeasuresEveryMode_data()
{
    QTest::addColumn<QString>("with");
    QTest::addRow("threads") << QStringLiteral("threads");
    QTest::addRow("processes") << QStringLiteral("processes");
}

void TestCommandLine::compareMeasuresEveryMode()
{
    QFETCH(QString, with);
    const QString evidence =
        resultOf(execute(words("info --json")))[QStringLiteral("evidence")].toString();
    const Ended ended = execute(words("compare --tasks 4 --task-ms 40 --workers 2 --json --with") +
                                QStringList{with});
    QCOMPARE(ended.status, 0);
    const QJsonObject result = resultOf(ended);
    QCOMPARE(result[QStringLiteral("format")].toString(), QStringLiteral("coreogram-result/1"));
    const QJsonArray runs = result[QStringLiteral("runs")].toArray();
    QStringList modes;
    for (const QJsonValue value : runs) {
        const QJsonObject run = value.toObject();
        const QString mode = run[QStringLiteral("mode")].toString();
        const QJsonObject plan = run[QStringLiteral("plan")].toObject();
        const QJsonObject concurrency = run[QStringLiteral("concurrency")].toObject();
        modes.append(mode);
        QCOMPARE(plan[QStringLiteral("with")].toString(), with);
        QCOMPARE(run[QStringLiteral("evidence")].toString(), evidence);
        QVERIFY(run[QStringLiteral("wall_ns")].toInteger() > 0);
        QVERIFY(run[QStringLiteral("user_ns")].toInteger() > 0);
        QCOMPARE(run[QStringLiteral("tasks")].toArray().size(), 4);
        QCOMPARE(run[QStringLiteral("workers")].toArray().size(),
                 plan[QStringLiteral("workers")].toInt());
        const bool isOneByOne = plan[QStringLiteral("in_progress")].toInt() == 1;
        QCOMPARE(concurrency[QStringLiteral("max")].toInt() == 1, isOneByOne);
        // One core never runs two at once, whatever else the machine does.
        if (plan[QStringLiteral("cores")].toInt() == 1)
            QVERIFY(
                run[QStringLiteral("parallelism")].toObject()[QStringLiteral("share")].toDouble() <
                0.05);
    }
    QCOMPARE(modes.join(QLatin1Char(',')),
             QStringLiteral("sequential,concurrent,parallel,both,both-split"));
    QCOMPARE(runs[0].toObject()[QStringLiteral("verdict")].toString(), QStringLiteral("neither"));
    QCOMPARE(runs[1].toObject()[QStringLiteral("verdict")].toString(),
             QStringLiteral("concurrent"));
}

void TestCommandLine::readableReportNamesEveryRun()
{
    const Ended ended = execute(words("compare --tasks 2 --task-ms 5"));
    QCOMPARE(ended.status, 0);
    const QString text = QString::fromUtf8(ended.output);
    for (const char* name : {"Sequential", "Concurrent", "Parallel", "real", "user", "sys"})
        QVERIFY2(text.contains(QLatin1String(name), Qt::CaseInsensitive), name);
    QVERIFY(!text.contains(QChar(0x1b)));  // no colours where nobody sees them
    QVERIFY(ended.errors.isEmpty());       // nor progress
}

void TestCommandLine::runTakesThreeNumbers()
{
    const Ended ended =
        execute(words("run --tasks 6 --task-ms 2 --in-progress 3 --split 2 --cores 1 --json"));
    QCOMPARE(ended.status, 0);
    const QJsonObject run = resultOf(ended)[QStringLiteral("runs")].toArray()[0].toObject();
    QVERIFY(run[QStringLiteral("mode")].isNull());
    QVERIFY(run[QStringLiteral("speedup")].isNull());
    QCOMPARE(run[QStringLiteral("plan")].toObject()[QStringLiteral("workers")].toInt(), 6);
    QVERIFY(run[QStringLiteral("concurrency")].toObject()[QStringLiteral("max")].toInt() <= 3);
}

void TestCommandLine::repeatsAreInterleaved()
{
    const Ended ended = execute(
        words("compare --tasks 2 --task-ms 2 --modes sequential,parallel --repeat 3 --json"));
    QStringList modes;
    for (const QJsonValue run : resultOf(ended)[QStringLiteral("runs")].toArray())
        modes.append(run.toObject()[QStringLiteral("mode")].toString().left(1));
    QCOMPARE(modes.join(QString()), QStringLiteral("spspsp"));
}

void TestCommandLine::addressesAreTasks()
{
    const QTemporaryDir folder;
    const QString list = folder.filePath(QStringLiteral("list.txt"));
    QFile file(list);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# pictures\nhttp://127.0.0.1:1/a\n\nhttp://127.0.0.1:1/b\n");
    file.close();
    const QStringList asked =
        words("compare --workload download --modes sequential --json --urls") + QStringList{list};
    const Ended ended = execute(asked);
    QCOMPARE(ended.status, 1);  // nobody listens there; the result is printed all the same
    const QJsonObject run = resultOf(ended)[QStringLiteral("runs")].toArray()[0].toObject();
    const QJsonArray tasks = run[QStringLiteral("tasks")].toArray();
    QCOMPARE(tasks.size(), 2);
    for (const QJsonValue task : tasks)
        QVERIFY(task[QStringLiteral("error")].toString().contains(QStringLiteral("127.0.0.1")));

    QVERIFY(file.open(QIODevice::Append));
    file.write("no address\n");
    file.close();
    const Ended wrong = execute(asked);
    QCOMPARE(wrong.status, 2);
    QVERIFY2(wrong.errors.contains((list + QStringLiteral(":5")).toUtf8()),
             wrong.errors.constData());
}

void TestCommandLine::savedRecordingShowsTheSame()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a recording.coreogram"));
    const Ended recorded =
        execute(words("compare --tasks 3 --task-ms 5 --json --save") + QStringList{path});
    QCOMPARE(recorded.status, 0);
    const Ended shown = execute({QStringLiteral("show"), path, QStringLiteral("--json")});
    QCOMPARE(shown.status, 0);
    QVERIFY(shown.errors.isEmpty());
    QCOMPARE(resultOf(shown), resultOf(recorded));
}

void TestCommandLine::exportsForOtherPrograms()
{
    const QTemporaryDir folder;
    const auto path = [&](const char* name) { return folder.filePath(QLatin1String(name)); };
    const auto contents = [](const QString& name) {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QCOMPARE(execute(words("compare --tasks 2 --task-ms 2 --save") << path("a.coreogram")).status,
             0);
    for (const char* name : {"a.json", "a.FXT", "a.csv"}) {
        const Ended ended = execute({QStringLiteral("export"), path("a.coreogram"), path(name)});
        QVERIFY2(ended.status == 0, ended.errors.constData());
    }
    const QJsonArray events = QJsonDocument::fromJson(contents(path("a.json")))
                                  .object()[QLatin1String("traceEvents")]
                                  .toArray();
    const auto begun = std::ranges::count_if(events, [](const QJsonValue& event) {
        return event[QLatin1String("ph")] == QLatin1String("b");
    });
    QCOMPARE(begun, 5 * 2);  // each task in each mode
    QVERIFY(contents(path("a.FXT")).startsWith(QByteArray::fromHex("1000044678541600")));
    QVERIFY(contents(path("a.csv")).startsWith("kind,"));
    const Ended refused =
        execute({QStringLiteral("export"), path("a.coreogram"), path("no/folder/a.fxt")});
    QCOMPARE(refused.status, 1);
    QVERIFY(refused.errors.contains("no/folder/a.fxt"));
}

void TestCommandLine::cutOffRecordingOpensWithAWarning()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("cut.coreogram"));
    QCOMPARE(execute(words("compare --tasks 2 --task-ms 5 --save") + QStringList{path}).status, 0);
    QFile file(path);
    QVERIFY(file.resize(file.size() * 2 / 3));
    const Ended shown = execute({QStringLiteral("show"), path, QStringLiteral("--json")});
    QCOMPARE(shown.status, 0);
    QVERIFY2(shown.errors.contains("cut.coreogram"), shown.errors.constData());
    const auto runs = resultOf(shown)[QStringLiteral("runs")].toArray().size();
    QVERIFY(runs >= 1 && runs <= 5);
}

void TestCommandLine::fileThatIsNoRecording_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addRow("empty") << QByteArray();
    QTest::addRow("text") << QByteArray("Dear diary,\n");
    QTest::addRow("zeros") << QByteArray(4096, '\0');
    QTest::addRow("another format") << QByteArray("\x89PNG\r\n\x1a\n", 8);
}

void TestCommandLine::fileThatIsNoRecording()
{
    QFETCH(QByteArray, content);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("other.coreogram"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    for (const QString& wrong : {path, folder.path(), folder.filePath(QStringLiteral("missing"))}) {
        const Ended ended = execute({QStringLiteral("show"), wrong});
        QCOMPARE(ended.status, 1);
        QVERIFY2(ended.errors.contains(wrong.toUtf8()), ended.errors.constData());
        QVERIFY(ended.output.isEmpty());
    }
}

void TestCommandLine::folderThatDoesNotExist()
{
    const Ended ended = execute(words("compare --save /no/such/folder/x.coreogram"));
    QCOMPARE(ended.status, 2);
    QVERIFY2(ended.errors.contains("/no/such/folder/x.coreogram"), ended.errors.constData());
}

void TestCommandLine::interruptKeepsWhatWasRecorded_data()
{
    compareMeasuresEveryMode_data();
}

void TestCommandLine::interruptKeepsWhatWasRecorded()
{
    QFETCH(QString, with);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("part.coreogram"));
    QProcess process;
    process.start(program, words("compare --task-ms 600000 --save") +
                               QStringList{path, QStringLiteral("--with"), with});
    QVERIFY(process.waitForStarted());
    QTest::qWait(700);
    const QList<qint64> workers = childrenOf(process.processId());
    QCOMPARE(workers.isEmpty(), with == QStringLiteral("threads"));
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    const Ended ended = finish(process);
    QCOMPARE(ended.status, 130);
    const Ended shown = execute({QStringLiteral("show"), path, QStringLiteral("--json")});
    const QJsonArray runs = resultOf(shown)[QStringLiteral("runs")].toArray();
    QCOMPARE(runs.size(), 1);
    const QJsonObject first = runs[0].toObject()[QStringLiteral("tasks")].toArray()[0].toObject();
    QCOMPARE(first[QStringLiteral("outcome")].toString(), QStringLiteral("cancelled"));
    for (const qint64 worker : workers)
        QTRY_VERIFY(isGone(worker));
}

void TestCommandLine::streamEndsWhenStandardInputCloses()
{
    QProcess process;
    process.start(program, words("compare --task-ms 600000 --stream"));
    QVERIFY(process.waitForReadyRead(longEnough));  // it begins at once
    QByteArray bytes = process.readAllStandardOutput();
    QTest::qWait(300);
    process.closeWriteChannel();
    const Ended ended = finish(process);
    QCOMPARE(ended.status, 130);
    bytes += ended.output;
    StreamReader reader;
    reader.feed(bytes);
    ComparisonBuilder builder;
    for (;;) {
        const auto frame = reader.next();
        QVERIFY(frame.has_value());
        if (!frame->has_value())
            break;
        QVERIFY(builder.add(**frame).has_value());
    }
    QCOMPARE(reader.pending(), 0);
    QVERIFY(builder.comparison().isComplete);
    QCOMPARE(builder.comparison().runs.at(0).summary.end, RunEnd::Interrupted);
    QVERIFY(!builder.comparison().runs.at(0).workers.at(0).slices.empty());
}

void TestCommandLine::readerThatGoesAwayEndsTheRun()
{
    QProcess runner;
    QProcess reader;
    runner.setStandardOutputProcess(&reader);
    runner.start(program, words("compare --task-ms 600000 --stream"));
    reader.start(QStringLiteral("head"), words("-c 10"));
    QCOMPARE(finish(reader).output.size(), 10);
    QCOMPARE(finish(runner).status, 130);
}

void TestCommandLine::killedRunnerLeavesNoWorkerBehind()
{
#ifndef __linux__
    QSKIP("only Linux ends a process with its parent");
#endif
    QProcess process;
    process.start(program, words("compare --task-ms 600000 --with processes"));
    QVERIFY(process.waitForStarted());
    QList<qint64> workers;
    QTRY_VERIFY(!(workers = childrenOf(process.processId())).isEmpty());
    QTest::qWait(300);
    process.kill();
    QCOMPARE(finish(process).status, -1);
    for (const qint64 worker : workers)
        QTRY_VERIFY(isGone(worker));
}

void TestCommandLine::moreWorkersThanTheSystemAllows()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("a sanitizer needs more address space than this test leaves");
#endif
    // Each thread wants 8 MiB of address space for its stack.
    const Ended ended = execute(words("run --tasks 256 --task-ms 1 --json --in-progress 256 "
                                      "--split 1 --cores 1"),
                                [] {
                                    const rlimit limit{600U << 20U, 600U << 20U};
                                    setrlimit(RLIMIT_AS, &limit);
                                });
    QCOMPARE(ended.status, 1);
    QVERIFY2(ended.errors.contains("could not start thread"), ended.errors.constData());
    QVERIFY2(ended.errors.contains("of 256"), ended.errors.constData());
    QCOMPARE(resultOf(ended)[QStringLiteral("runs")].toArray().size(), 1);  // still printed
}

void TestCommandLine::infoTellsTheMachine()
{
    const Ended ended = execute(words("info --json"));
    QCOMPARE(ended.status, 0);
    const QJsonObject info = resultOf(ended);
    QVERIFY(info[QStringLiteral("machine")].toObject()[QStringLiteral("cores")].toInt() >= 1);
    // Where the evidence is not exact, it is said why.
    const bool isExact = info[QStringLiteral("evidence")].toString() == QStringLiteral("exact");
    if (!isExact)
        QCOMPARE(info[QStringLiteral("evidence")].toString(), QStringLiteral("inferred"));
    QCOMPARE(info[QStringLiteral("evidence_note")].toString().isEmpty(), isExact);
    QVERIFY(execute(words("info")).output.contains("Cores"));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"

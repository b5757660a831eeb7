// `coreogram-run study` as its users run it.

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace Qt::StringLiterals;

namespace {

constexpr int longEnough = 60'000;  ///< ms; nothing takes so long on a machine that is not stuck

struct Ended {
    int status = -1;
    QByteArray output;
    QByteArray errors;
};

Ended finish(QProcess& process)
{
    if (!process.waitForFinished(longEnough))
        qFatal("coreogram-run hangs");
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

QStringList study(const QString& arguments)
{
    return u"study "_s.append(arguments).split(u' ', Qt::SkipEmptyParts);
}

void start(QProcess& process, const QStringList& arguments)
{
    process.start(QStringLiteral(COREOGRAM_RUN), arguments);
}

Ended execute(const QStringList& arguments)
{
    QProcess process;
    start(process, arguments);
    return finish(process);
}

QJsonObject jsonOf(const Ended& ended)
{
    return QJsonDocument::fromJson(ended.output).object();
}

/// "threads 1, threads 2"
QString pointsOf(const QJsonObject& json)
{
    QStringList points;
    for (const QJsonValue point : json["points"_L1].toArray())
        points << point["with"_L1].toString() + u' ' + QString::number(point["workers"_L1].toInt());
    return points.join(u", "_s);
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestStudyCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void measuresEveryPoint();
    void readableReport();
    void savedRecordingAndCsv();
    void interruptKeepsWhatWasMeasured();
    void filesThatCannotBe();
    void helpNamesIt();
};

void TestStudyCommand::measuresEveryPoint()
{
    const Ended ended = execute(study(
        u"--tasks 2 --task-ms 10 --max-workers 2 --repeat 3 --with threads,processes --json"_s));
    QCOMPARE(ended.status, 0);
    const QJsonObject json = jsonOf(ended);
    QCOMPARE(json["format"_L1].toString(), u"coreogram-study/1"_s);
    QCOMPARE(pointsOf(json), u"threads 1, threads 2, processes 1, processes 2"_s);
    for (const QJsonValue point : json["points"_L1].toArray()) {
        const QJsonObject wall = point["wall_ns"_L1].toObject();
        QList<qint64> repeats;
        for (const QJsonValue repeat : wall["repeats"_L1].toArray())
            repeats << repeat.toInteger();
        QCOMPARE(repeats.size(), 3);
        std::ranges::sort(repeats);
        QVERIFY(repeats.first() > 0);
        QCOMPARE(wall["low"_L1].toInteger(), repeats[0]);
        QCOMPARE(wall["median"_L1].toInteger(), repeats[1]);
        QCOMPARE(wall["high"_L1].toInteger(), repeats[2]);
        QVERIFY(point["speedup"_L1].toDouble() > 0);
    }
    // Three repeats enclose a median with 75 %: too little to say anything.
    QVERIFY(json["inconclusive"_L1].toBool());
    QVERIFY(json["summary"_L1].toString().startsWith(u"Inconclusive: "_s));
    QVERIFY(json["machine"_L1]["taken_share"_L1].isDouble());
}

void TestStudyCommand::readableReport()
{
    const Ended ended = execute(study(u"--tasks 2 --task-ms 5 --max-workers 2 --repeat 1"_s));
    QCOMPARE(ended.status, 0);
    const QString text = QString::fromUtf8(ended.output);
    for (const char* const part : {"2 tasks of compute", "threads", "workers", "speedup",
                                   "efficiency per core", "Amdahl", "Inconclusive"})
        QVERIFY2(text.contains(QLatin1String(part)), part);
    QVERIFY(ended.errors.isEmpty());
}

void TestStudyCommand::savedRecordingAndCsv()
{
    const QTemporaryDir folder;
    const QString recording = folder.filePath(u"study.coreogram"_s);
    const QString csv = folder.filePath(u"study.csv"_s);
    const Ended ended = execute(study(u"--tasks 2 --task-ms 5 --max-workers 2 --repeat 2"_s) +
                                QStringList{u"--save"_s, recording, u"--csv"_s, csv});
    QCOMPARE(ended.status, 0);
    const QJsonObject shown = jsonOf(execute({u"show"_s, recording, u"--json"_s}));
    QString workers;
    for (const QJsonValue run : shown["runs"_L1].toArray())
        workers += QString::number(run["plan"_L1]["workers"_L1].toInt());
    QCOMPARE(workers, u"1212"_s);
    const QList<QByteArray> lines = contentOf(csv).split('\n');
    QCOMPARE(lines.size(), 4);  // the head, two points and the end of the last line
    QVERIFY(lines[1].startsWith("threads,1,1,2,0.5,"));
    QVERIFY(lines[2].startsWith("threads,2,"));
}

void TestStudyCommand::interruptKeepsWhatWasMeasured()
{
    const QTemporaryDir folder;
    const QString csv = folder.filePath(u"part.csv"_s);
    QProcess process;
    start(process, study(u"--tasks 1 --task-ms 40 --max-workers 2 --repeat 1000 --json"_s) +
                       QStringList{u"--csv"_s, csv});
    QVERIFY(process.waitForStarted());
    QTest::qWait(1500);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    const Ended ended = finish(process);
    QCOMPARE(ended.status, 130);
    const QJsonArray points = jsonOf(ended)["points"_L1].toArray();
    QVERIFY(!points.isEmpty());
    const auto repeats = points[0]["wall_ns"_L1]["repeats"_L1].toArray().size();
    QVERIFY(repeats >= 1 && repeats < 1000);
    QVERIFY(contentOf(csv).contains("threads,1,"));
}

void TestStudyCommand::filesThatCannotBe()
{
    for (const QString& option : {u"--csv"_s, u"--save"_s}) {
        const Ended ended =
            execute(study(u"--task-ms 600000"_s) + QStringList{option, u"/no/such/folder/file"_s});
        QCOMPARE(ended.status, 2);
        QVERIFY2(ended.errors.contains("/no/such/folder/file"), ended.errors.constData());
        QVERIFY(ended.output.isEmpty());
    }
}

void TestStudyCommand::helpNamesIt()
{
    const QByteArray help = execute(study(u"--help"_s)).output;
    QVERIFY(help.contains("coreogram-run study"));
    QVERIFY(help.contains("--max-workers N"));
}

QTEST_GUILESS_MAIN(TestStudyCommand)
#include "tst_studycommand.moc"

#include "app/commandline.h"
#include "tests/support/samplestream.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Ended {
    int status = -1;
    QString output;
    QString complaints;
};

/// Runs the program as a user does who has no display.
Ended run(const QStringList& arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"})
        environment.remove(QString::fromLatin1(name));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(COREOGRAM_PATH), arguments);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

}  // namespace

class TestProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void understandsItsArguments();
    void refusesWrongArguments_data();
    void refusesWrongArguments();
    void printsHelpAndVersion();
    void drawsPicturesWithoutADisplay_data();
    void drawsPicturesWithoutADisplay();
    void samePictureEachTime_data() { drawsPicturesWithoutADisplay_data(); }
    void samePictureEachTime();
    void drawsWhatIsThereOfACutOffFile();
    void refusesUnreadableFiles_data();
    void refusesUnreadableFiles();
};

void TestProgram::understandsItsArguments()
{
    const auto plain = parseCommandLine({QStringLiteral("coreogram")});
    QVERIFY(plain && plain->task == CommandLine::Task::ShowWindow && plain->recording.isEmpty());
    const auto file =
        parseCommandLine({QStringLiteral("coreogram"), QStringLiteral("a.coreogram")});
    QVERIFY(file && file->recording == QStringLiteral("a.coreogram"));
    const auto picture = parseCommandLine({QStringLiteral("coreogram"), QStringLiteral("--picture"),
                                           QStringLiteral("a.SVG"), QStringLiteral("a.coreogram")});
    QVERIFY(picture && picture->task == CommandLine::Task::DrawPicture);
    QCOMPARE(picture->picture, QStringLiteral("a.SVG"));
    QVERIFY(!plain->isProjected && !file->isProjected);
    const auto wall = parseCommandLine({QStringLiteral("coreogram"), QStringLiteral("--projector"),
                                        QStringLiteral("a.coreogram")});
    QVERIFY(wall && wall->task == CommandLine::Task::ShowWindow && wall->isProjected);
    QCOMPARE(wall->recording, QStringLiteral("a.coreogram"));
}

void TestProgram::refusesWrongArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* arguments, const char* message) {
        QTest::newRow(name) << QString::fromUtf8(arguments).split(u' ')
                            << QString::fromUtf8(message);
    };
    row("unknown option", "--nonsense", "nonsense");
    row("two files", "a.coreogram b.coreogram", "b.coreogram");
    row("no name of a picture", "--picture", "picture");
    row("picture of nothing", "--picture a.png", "names no recording");
    row("picture on a wall", "--projector --picture a.png a.coreogram", "--projector");
    row("picture of no known kind", "--picture a.bmp a.coreogram", "a.bmp");
}

void TestProgram::refusesWrongArguments()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, message);
    const Ended ended = run(arguments);
    QCOMPARE(ended.status, 2);
    QVERIFY2(ended.complaints.contains(message), qPrintable(ended.complaints));
}

void TestProgram::printsHelpAndVersion()
{
    const Ended help = run({QStringLiteral("--help")});
    QCOMPARE(help.status, 0);
    QVERIFY(help.output.contains(QStringLiteral("--picture")));
    QVERIFY(help.output.contains(QStringLiteral("--projector")));
    QVERIFY(help.output.contains(QStringLiteral("FILE.coreogram")));
    const Ended version = run({QStringLiteral("--version")});
    QCOMPARE(version.status, 0);
    QCOMPARE(version.output,
             QStringLiteral("coreogram %1\n").arg(QStringLiteral(COREOGRAM_VERSION)));
}

void TestProgram::drawsPicturesWithoutADisplay_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("png") << QStringLiteral("png") << QByteArray("\x89PNG");
    QTest::newRow("svg") << QStringLiteral("svg") << QByteArray("<?xml");
    QTest::newRow("pdf") << QStringLiteral("pdf") << QByteArray("%PDF");
}

void TestProgram::drawsPicturesWithoutADisplay()
{
    QFETCH(const QString, suffix);
    QFETCH(const QByteArray, beginning);
    const QTemporaryDir folder;
    const QString recording = folder.filePath(QStringLiteral("a.coreogram"));
    const QString picture = folder.filePath(QStringLiteral("a.") + suffix);
    write(recording, streamBytes(sampleFrames()));
    const Ended ended = run({QStringLiteral("--picture"), picture, recording});
    QVERIFY2(ended.status == 0, qPrintable(ended.complaints));
    QFile file(picture);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith(beginning));
}

void TestProgram::samePictureEachTime()
{
    QFETCH(QString, suffix);
    const QTemporaryDir folder;
    const QString recording = folder.filePath(QStringLiteral("sample.coreogram"));
    write(recording, streamBytes(sampleFrames()));
    QByteArrayList pictures;
    for (const char* name : {"one.", "two."}) {  // by two processes, each with seeds of its own
        const QString picture = folder.filePath(QLatin1String(name) + suffix);
        QCOMPARE(run({QStringLiteral("--picture"), picture, recording}).status, 0);
        QFile file(picture);
        QVERIFY(file.open(QIODevice::ReadOnly));
        pictures << file.readAll();
    }
    QVERIFY(pictures[0].size() > 1000);
    QVERIFY(pictures[0] == pictures[1]);
}

void TestProgram::drawsWhatIsThereOfACutOffFile()
{
    const QTemporaryDir folder;
    const QString recording = folder.filePath(QStringLiteral("a.coreogram"));
    const QString picture = folder.filePath(QStringLiteral("a.png"));
    const QByteArray bytes = streamBytes(sampleFrames());
    write(recording, bytes.chopped(3));
    const Ended ended = run({QStringLiteral("--picture"), picture, recording});
    QCOMPARE(ended.status, 0);
    QVERIFY(ended.complaints.contains(recording));
    QVERIFY(QFile::exists(picture));
}

void TestProgram::refusesUnreadableFiles_data()
{
    QTest::addColumn<bool>("exists");
    QTest::newRow("that do not exist") << false;
    QTest::newRow("that are no recordings") << true;
}

void TestProgram::refusesUnreadableFiles()
{
    QFETCH(const bool, exists);
    const QTemporaryDir folder;
    const QString recording = folder.filePath(QStringLiteral("a.coreogram"));
    const QString picture = folder.filePath(QStringLiteral("a.png"));
    if (exists)
        write(recording, "This is a letter.");
    const Ended ended = run({QStringLiteral("--picture"), picture, recording});
    QCOMPARE(ended.status, 1);
    QVERIFY2(ended.complaints.contains(recording), qPrintable(ended.complaints));
    QVERIFY(!QFile::exists(picture));
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"

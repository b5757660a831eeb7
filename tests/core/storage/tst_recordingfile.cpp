#include "core/storage/recordingfile.h"
#include "tests/support/recordingtext.h"
#include "tests/support/samplestream.h"
#include "tests/support/timetext.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

QString textOf(const Comparison& comparison)
{
    QStringList runs;
    for (const Recording& run : comparison.runs)
        runs << QString::fromStdString(textOf(run));
    return runs.join(u"\n\n");
}

/// While it lives, root has the rights of an ordinary user.
class OrdinaryUser {
public:
    OrdinaryUser()
    {
        if (m_isRoot && ::seteuid(65534) != 0)
            qFatal("root could not become nobody");
    }
    ~OrdinaryUser()
    {
        if (m_isRoot && ::seteuid(0) != 0)
            qFatal("nobody could not become root again");
    }
    Q_DISABLE_COPY_MOVE(OrdinaryUser)

private:
    bool m_isRoot = ::geteuid() == 0;
};

}  // namespace

/// Files that are recordings, and files that are none.
class TestRecordingFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheSample();
    void readsManyChunks();
    void readsARunWithoutEvents();
    void rejects_data();
    void rejects();
    void rejectsWhatIsNoPlainFile();
    void rejectsWhatItMayNotRead();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    QString write(const QByteArray& bytes) const;

    QTemporaryDir m_folder;
};

QString TestRecordingFile::write(const QByteArray& bytes) const
{
    QFile file(path(u"test.coreogram"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no file to test with");
    return file.fileName();
}

void TestRecordingFile::readsTheSample()
{
    const auto opened = readRecording(write(streamBytes(sampleFrames())));
    QVERIFY(opened);
    QCOMPARE(QString::fromStdString(opened->warning), QString());
    QVERIFY(opened->comparison.isComplete);
    QCOMPARE(textOf(opened->comparison), textOf(built(sampleFrames())));
}

/// Chunks end anywhere in frames, and frames are larger than chunks.
void TestRecordingFile::readsManyChunks()
{
    RunStarted run;
    run.start.origin = testOrigin;
    std::vector<Frame> frames{StreamStarted{}, run, WorkerNamed{{}, WorkerId{1}, "", 0, 0}};
    EventBatch batch{{}, testOrigin, {{.time = testOrigin, .worker = WorkerId{1}}}};
    batch.events[0].kind = EventKind::WorkerStart;
    frames.emplace_back(batch);
    batch.events.assign(31'999, batch.events[0]);
    for (Event& event : batch.events)
        event.kind = EventKind::Alive;
    for (int i = 0; i < 5; ++i)
        frames.emplace_back(batch);
    frames.emplace_back(RunEnded{{}, {.end = RunEnd::Done}});
    frames.emplace_back(StreamEnded{});

    const auto opened = readRecording(write(streamBytes(frames)));
    QVERIFY(opened);
    QCOMPARE(QString::fromStdString(opened->warning), QString());
    QVERIFY(opened->comparison.isComplete);
}

void TestRecordingFile::readsARunWithoutEvents()
{
    const auto opened = readRecording(write(streamBytes({StreamStarted{}, StreamEnded{}})));
    QVERIFY(opened);
    QCOMPARE(QString::fromStdString(opened->warning), QString());
    QVERIFY(opened->comparison.runs.empty());
}

void TestRecordingFile::rejects_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("error");
    const QByteArray whole = streamBytes(sampleFrames());
    StreamStarted noMachine;
    noMachine.machine.cores = 40'000;
    QTest::newRow("empty") << QByteArray()
                           << u"the file is empty; expected a recording of Coreogram"_s;
    QTest::newRow("text") << "<html>"_ba
                          << u"at byte 0: found text \"<html>\"; expected a recording of "
                             "Coreogram, which begins with bytes d8 18 5a"_s;
    QTest::newRow("zeros") << QByteArray(5'000'000, '\0')
                           << u"at byte 0: found bytes 00 00 00 00 00 00 00 00 00 00 00 00 00 00 "
                              "00 00; expected a recording of Coreogram, which begins with bytes "
                              "d8 18 5a"_s;
    QTest::newRow("its beginning is missing")
        << whole.sliced(1)
        << u"at byte 0: found bytes %1; expected a recording of Coreogram, which begins with bytes "
           "d8 18 5a"_s.arg(QString::fromLatin1(whole.sliced(1, 16).toHex(' ')));
    QTest::newRow("cut off in its first frame")
        << whole.first(20)
        << u"the file is cut off at byte 20, within the frame that begins at byte 0"_s;
    QTest::newRow("a machine that cannot be")
        << streamBytes({noMachine})
        << u"at byte 0: the machine has 40000 cores; expected 1 to 32768"_s;
}

void TestRecordingFile::rejects()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, error);
    const QString file = write(bytes);
    const auto opened = readRecording(file);
    QVERIFY(!opened);
    QCOMPARE(QString::fromStdString(opened.error().message), file + u": "_s + error);
}

void TestRecordingFile::rejectsWhatIsNoPlainFile()
{
    const auto errorFor = [](const QString& path) {
        const auto opened = readRecording(path);
        return opened ? QString() : QString::fromStdString(opened.error().message);
    };
    QCOMPARE(errorFor(path(u"none"_s)), path(u"none"_s) + u": No such file or directory"_s);
    QCOMPARE(errorFor(m_folder.path()), m_folder.path() + u": this is a folder; expected a file"_s);

    const QString pipe = path(u"pipe"_s);  // opening it would wait for a writer
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QCOMPARE(errorFor(pipe), pipe + u": this is not a plain file"_s);
}

void TestRecordingFile::rejectsWhatItMayNotRead()
{
    const QString file = write(streamBytes(sampleFrames()));
    const QByteArray name = QFile::encodeName(file);
    QCOMPARE(::chmod(name.constData(), 0), 0);
    const OrdinaryUser user;
    const auto opened = readRecording(file);
    QVERIFY(!opened);
    QCOMPARE(QString::fromStdString(opened.error().message), file + u": Permission denied"_s);
}

QTEST_APPLESS_MAIN(TestRecordingFile)
#include "tst_recordingfile.moc"

#include "core/runner/recordingsink.h"

#include "core/storage/recordingfile.h"
#include "tests/support/fulldisk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

namespace {

/// The frames of a run whose recording takes `bytes` or more.
std::vector<Frame> framesOf(std::size_t bytes)
{
    RunStart start;
    std::vector<Frame> frames{StreamStarted{}, RunStarted{start},
                              WorkerNamed{RunId{0}, WorkerId{1}, "thread 1", 1, 1}};
    EventBatch batch;
    for (std::size_t i = 1; i <= bytes / sizeof(Event); ++i) {
        const auto kind = i == 1 ? EventKind::WorkerStart : EventKind::Alive;
        batch.events.push_back({.time = Nanoseconds(i), .worker = WorkerId{1}, .kind = kind});
        batch.knownUntil = Nanoseconds(i);
    }
    frames.emplace_back(batch);
    frames.emplace_back(RunEnded{RunId{0}, {.end = RunEnd::Done}});
    frames.emplace_back(StreamEnded{});
    return frames;
}

void writeOld(const QString& path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("old");
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

}  // namespace

class TestRecordingSink : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void committedFileOpens();
    void fileThatIsNotCommittedLeavesTheOldOne();
    void whatIsNoFileIsNotReplaced();
    void fullDiskKeepsTheOldFile();
};

void TestRecordingSink::committedFileOpens()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("run.coreogram"));
    writeOld(path);
    RecordingSink sink;
    sink.keepComparison();
    QVERIFY(sink.openFile(path).has_value());
    for (const Frame& frame : framesOf(4096))
        sink.take(frame);
    QCOMPARE(contentOf(path), QByteArray("old"));
    QVERIFY(sink.commit().has_value());
    const auto opened = readRecording(path);
    QVERIFY(opened.has_value());
    QCOMPARE(opened->warning, std::string());
    QCOMPARE(opened->comparison.runs.at(0).workers, sink.comparison().runs.at(0).workers);
}

void TestRecordingSink::fileThatIsNotCommittedLeavesTheOldOne()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("run.coreogram"));
    writeOld(path);
    {
        RecordingSink sink;
        QVERIFY(sink.openFile(path).has_value());
        sink.take(StreamStarted{});
    }
    QCOMPARE(contentOf(path), QByteArray("old"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void TestRecordingSink::whatIsNoFileIsNotReplaced()
{
    const QTemporaryDir folder;
    const QString pipe = folder.filePath(QStringLiteral("pipe"));
    QCOMPARE(mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
    for (const QString& path : {pipe, folder.path()}) {
        RecordingSink sink;
        const auto opened = sink.openFile(path);
        QVERIFY(!opened.has_value());
        QVERIFY(opened.error().message.find(path.toStdString()) != std::string::npos);
    }
}

void TestRecordingSink::fullDiskKeepsTheOldFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("kept.coreogram"));
    writeOld(path);
    {
        RecordingSink sink;
        sink.keepComparison();
        QVERIFY(sink.openFile(path).has_value());
        const FullDisk full(1024);
        for (const Frame& frame : framesOf(1 << 20))
            sink.take(frame);
        const auto saved = sink.commit();
        QVERIFY(!saved.has_value());
        const std::string& message = saved.error().message;
        QVERIFY2(message.find("kept.coreogram") != std::string::npos, message.c_str());
        QVERIFY(sink.comparison().isComplete);  // what is in memory is not harmed
    }
    QCOMPARE(contentOf(path), QByteArray("old"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

QTEST_GUILESS_MAIN(TestRecordingSink)
#include "tst_recordingsink.moc"

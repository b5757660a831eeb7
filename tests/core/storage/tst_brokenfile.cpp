#include "core/storage/recordingfile.h"
#include "tests/support/eventtext.h"
#include "tests/support/invariants.h"
#include "tests/support/samplestream.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Where each of the sample's frames ends.
std::vector<qsizetype> frameEnds()
{
    std::vector<qsizetype> ends;
    std::vector<Frame> frames;
    for (const Frame& frame : sampleFrames()) {
        frames.push_back(frame);
        ends.push_back(streamBytes(frames).size());
    }
    return ends;
}

/// What the sample's first frames build.
Comparison builtOf(std::size_t frames)
{
    const std::vector<Frame> all = sampleFrames();
    return built({all.begin(), all.begin() + static_cast<std::ptrdiff_t>(frames)});
}

bool isSame(const Comparison& a, const Comparison& b)
{
    return a.machine == b.machine && a.producer == b.producer && a.isComplete == b.isComplete &&
           a.bookmarks == b.bookmarks &&
           std::ranges::equal(a.runs, b.runs, [](const Recording& x, const Recording& y) {
               return x.start == y.start && x.summary == y.summary && x.tasks == y.tasks &&
                      x.workers == y.workers && x.knownUntil == y.knownUntil;
           });
}

}  // namespace

/// A file that is broken somewhere opens up to there, and says what is wrong.
class TestBrokenFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cutAnywhere();
    void warns_data();
    void warns();
    void keepsWhatComesBeforeAContradiction();
    void garbageAnywhere();

private:
    QString write(const QByteArray& bytes) const;

    QTemporaryDir m_folder;
};

QString TestBrokenFile::write(const QByteArray& bytes) const
{
    QFile file(m_folder.filePath(u"broken.coreogram"_s));
    file.remove();  // some file systems take their time to overwrite
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no file to test with");
    return file.fileName();
}

/// At every byte: all whole frames are there, and only a whole file comes without a word.
void TestBrokenFile::cutAnywhere()
{
    const QByteArray whole = streamBytes(sampleFrames());
    const std::vector<qsizetype> ends = frameEnds();
    for (qsizetype size = 0; size <= whole.size(); ++size) {
        const auto frames =
            static_cast<std::size_t>(std::ranges::upper_bound(ends, size) - ends.begin());
        const auto opened = readRecording(write(whole.first(size)));
        QCOMPARE(opened.has_value(), frames > 0);
        if (!opened)
            continue;
        QVERIFY(isSame(opened->comparison, builtOf(frames)));
        QCOMPARE(opened->warning.empty(), size == whole.size());
        if (size < whole.size())
            QVERIFY(QString::fromStdString(opened->warning).contains(u" at byte %1,"_s.arg(size)));
    }
}

void TestBrokenFile::warns_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("warning");
    const QByteArray whole = streamBytes(sampleFrames());
    const std::vector<qsizetype> ends = frameEnds();
    const auto row = [&](const char* name, const QByteArray& bytes, const QString& warning) {
        QTest::newRow(name) << bytes << warning;
    };
    const qsizetype end = whole.size();

    row("only the first frame", whole.first(ends[0]),
        u"the recording is not finished: the file ends at byte %1, where more frames should "
        "follow. No run was read"_s.arg(ends[0]));
    row("in the middle of a run", whole.first(ends[4] + 5),
        u"the file is cut off at byte %1, within the frame that begins at byte %2. 0 whole runs "
        "were read, and run 1 up to 30 ms; what follows is missing"_s.arg(ends[4] + 5)
            .arg(ends[4]));
    row("behind a run", whole.first(ends[6] + 1),
        u"the file is cut off at byte %1, within the frame that begins at byte %2. 1 whole run was "
        "read; what follows is missing"_s.arg(ends[6] + 1)
            .arg(ends[6]));
    row("in the second run", whole.first(ends[12]),
        u"the recording is not finished: the file ends at byte %1, where more frames should "
        "follow. 1 whole run was read, and run 2 up to 20 ms; what follows is missing"_s.arg(
            ends[12]));
    row("without its end", whole.first(ends[ends.size() - 2]),
        u"the recording is not finished: the file ends at byte %1, where more frames should "
        "follow. 4 whole runs were read; what follows is missing"_s.arg(ends[ends.size() - 2]));
    row("followed by garbage", whole + "garbage",
        u"at byte %1: found text \"garbage\"; expected a frame, which begins with bytes d8 18 5a. "
        "4 whole runs were read; nothing is missing"_s.arg(end));
    row("followed by half a frame", whole + whole.first(20),
        u"the file is cut off at byte %1, within the frame that begins at byte %2. 4 whole runs "
        "were read; nothing is missing"_s.arg(end + 20)
            .arg(end));
    row("followed by another recording", whole + whole,
        u"at byte %1: a frame follows the end of the stream. 4 whole runs were read; nothing is "
        "missing"_s.arg(end));
    row("garbage in the middle", whole.first(ends[6]) + "garbage" + whole.sliced(ends[6]),
        u"at byte %1: found bytes 67 61 72 62 61 67 65 d8 18 5a 00 00 %2; expected a frame, "
        "which begins with bytes d8 18 5a. 1 whole run was read; what follows is missing"_s
            .arg(ends[6])
            .arg(QString::fromLatin1(whole.sliced(ends[6] + 5, 4).toHex(' '))));
}

void TestBrokenFile::warns()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, warning);
    const QString file = write(bytes);
    const auto opened = readRecording(file);
    QVERIFY(opened);
    QCOMPARE(QString::fromStdString(opened->warning), file + u": "_s + warning);
}

void TestBrokenFile::keepsWhatComesBeforeAContradiction()
{
    const std::vector<Frame> all = sampleFrames();
    std::vector<Frame> frames{all.begin(), all.begin() + 5};
    const qsizetype before = streamBytes(frames).size();
    EventBatch wrong = std::get<EventBatch>(all[5]);
    wrong.events = eventsFrom("31 W1 alive; 32 W7 alive; 33 W1 alive");
    frames.emplace_back(wrong);
    frames.insert(frames.end(), all.begin() + 5, all.end());

    const QString file = write(streamBytes(frames));
    const auto opened = readRecording(file);
    QVERIFY(opened);
    QCOMPARE(QString::fromStdString(opened->warning),
             file + u": at byte %1: an event at 1032000000 ns is of worker 7; expected 1 to 1. 0 "
                    "whole runs were read, and run 1 up to 30 ms; what follows is missing"_s.arg(
                        before));
    std::vector<Frame> kept{all.begin(), all.begin() + 5};
    wrong.knownUntil = std::get<EventBatch>(all[4]).knownUntil;
    wrong.events.resize(1);
    kept.emplace_back(wrong);
    QVERIFY(isSame(opened->comparison, built(kept)));
}

/// One byte of each value, at every byte: never a crash, never an impossible recording.
void TestBrokenFile::garbageAnywhere()
{
    const QByteArray whole = streamBytes(sampleFrames());
    for (qsizetype at = 0; at < whole.size(); ++at) {
        for (const int value : {0x00, 0x7f, 0x80, 0xff}) {
            QByteArray bytes = whole;
            bytes[at] = static_cast<char>(value);
            const auto opened = readRecording(write(bytes));
            if (opened)
                QCOMPARE(brokenInvariant(opened->comparison), std::string());
        }
    }
}

QTEST_APPLESS_MAIN(TestBrokenFile)
#include "tst_brokenfile.moc"

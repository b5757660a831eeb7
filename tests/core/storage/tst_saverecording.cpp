#include "core/storage/recordingfile.h"
#include "tests/support/fulldisk.h"
#include "tests/support/samplestream.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// As a recorder writes them.
std::vector<Frame> framesWithoutBookmarks()
{
    std::vector<Frame> frames = sampleFrames();
    std::erase_if(frames, [](const Frame& f) { return std::holds_alternative<BookmarksSet>(f); });
    return frames;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : "no such file"_ba;
}

}  // namespace

/// Saving takes the old file's place all at once or not at all.
class TestSaveRecording : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void copiesByteForByte();
    void copiesOntoItself();
    void putsBookmarksInPlaceOfOthers();
    void marksARecordingThatIsCutOff();
    void marksOnlyRecordings();
    void replacesTheOldFile();
    void leavesTheOldFileOnAFullDisk_data();
    void leavesTheOldFileOnAFullDisk();
    void namesPathAndReason();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    void write(const QString& name, const QByteArray& bytes) const;
    [[nodiscard]] QString errorOf(const QString& from, const QString& to) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSaveRecording::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestSaveRecording::write(const QString& name, const QByteArray& bytes) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no file to test with");
}

QString TestSaveRecording::errorOf(const QString& from, const QString& to) const
{
    const auto saved = saveRecording(path(from), path(to));
    return saved ? QString() : QString::fromStdString(saved.error().message);
}

void TestSaveRecording::copiesByteForByte()
{
    for (const QByteArray& bytes :
         {streamBytes(framesWithoutBookmarks()), QByteArray(3'000'000, 'x')}) {
        write(u"stream"_s, bytes);
        QCOMPARE(errorOf(u"stream"_s, u"copy"_s), QString());
        QCOMPARE(contentOf(path(u"copy"_s)), bytes);
        QCOMPARE(contentOf(path(u"stream"_s)), bytes);
    }
}

void TestSaveRecording::copiesOntoItself()
{
    write(u"stream"_s, "precious");
    QCOMPARE(errorOf(u"stream"_s, u"stream"_s), QString());
    QCOMPARE(contentOf(path(u"stream"_s)), "precious"_ba);
}

void TestSaveRecording::putsBookmarksInPlaceOfOthers()
{
    write(u"stream"_s, streamBytes(sampleFrames()));
    const std::vector<Bookmark> bookmarks{{RunId{3}, Nanoseconds(7), "hier ➞"}, {RunId{0}, {}, {}}};
    QVERIFY(saveRecording(path(u"stream"_s), path(u"marked"_s), bookmarks));
    const auto marked = readRecording(path(u"marked"_s));
    QVERIFY(marked);
    QCOMPARE(marked->warning, std::string());
    QVERIFY(marked->comparison.bookmarks == bookmarks);

    QVERIFY(saveRecording(path(u"marked"_s), path(u"bare"_s), {}));
    QCOMPARE(contentOf(path(u"bare"_s)), streamBytes(framesWithoutBookmarks()));
}

void TestSaveRecording::marksARecordingThatIsCutOff()
{
    write(u"stream"_s, streamBytes(sampleFrames()).chopped(5));
    const std::vector<Bookmark> bookmarks{{RunId{1}, Nanoseconds(16), "why?"}};
    QVERIFY(saveRecording(path(u"stream"_s), path(u"marked"_s), bookmarks));
    const auto marked = readRecording(path(u"marked"_s));
    QVERIFY(marked);
    QVERIFY(marked->comparison.bookmarks == bookmarks);
    QCOMPARE(marked->comparison.runs.size(),
             readRecording(path(u"stream"_s))->comparison.runs.size());
}

void TestSaveRecording::marksOnlyRecordings()
{
    write(u"stream"_s, "no recording");
    const auto saved = saveRecording(path(u"stream"_s), path(u"marked"_s), {Bookmark{}});
    QVERIFY(!saved);
    QCOMPARE(
        QString::fromStdString(saved.error().message),
        u"The recording could not be saved to %1: there is no recording to put the bookmarks in"_s
            .arg(path(u"marked"_s)));
    QVERIFY(!QFile::exists(path(u"marked"_s)));
}

void TestSaveRecording::replacesTheOldFile()
{
    write(u"stream"_s, "new");
    write(u"saved"_s, "old and longer");
    QCOMPARE(errorOf(u"stream"_s, u"saved"_s), QString());
    QCOMPARE(contentOf(path(u"saved"_s)), "new"_ba);
}

void TestSaveRecording::leavesTheOldFileOnAFullDisk_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("found out when it is closed") << 2'000;
    QTest::newRow("found out as it is written") << 3'000'000;
}

void TestSaveRecording::leavesTheOldFileOnAFullDisk()
{
    QFETCH(int, size);
    write(u"stream"_s, QByteArray(size, 'n'));
    write(u"saved"_s, "old");
    QString error;
    {
        const FullDisk full(1'000);
        error = errorOf(u"stream"_s, u"saved"_s);
    }
    QCOMPARE(error,
             u"The recording could not be saved to %1: File too large"_s.arg(path(u"saved"_s)));
    QCOMPARE(contentOf(path(u"saved"_s)), "old"_ba);
    const QStringList left = QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden);
    QCOMPARE(left, (QStringList{u"saved"_s, u"stream"_s}));
}

void TestSaveRecording::namesPathAndReason()
{
    write(u"stream"_s, "new");
    QDir(m_folder->path()).mkdir(u"folder"_s);
    const auto message = [this](const QString& to, const QString& reason) {
        return u"The recording could not be saved to %1: %2"_s.arg(path(to), reason);
    };
    QCOMPARE(errorOf(u"none"_s, u"saved"_s),
             message(u"saved"_s, path(u"none"_s) + u": No such file or directory"_s));
    QCOMPARE(errorOf(u"folder"_s, u"saved"_s),
             message(u"saved"_s, path(u"folder"_s) + u": this is a folder; expected a file"_s));
    QVERIFY(!QFile::exists(path(u"saved"_s)));
    QCOMPARE(errorOf(u"stream"_s, u"folder"_s),
             message(u"folder"_s, u"Filename refers to a directory"_s));
    QCOMPARE(errorOf(u"stream"_s, u"nowhere/saved"_s),
             message(u"nowhere/saved"_s, u"No such file or directory"_s));
}

QTEST_APPLESS_MAIN(TestSaveRecording)
#include "tst_saverecording.moc"

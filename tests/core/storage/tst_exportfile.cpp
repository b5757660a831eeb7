#include "core/storage/exportfile.h"
#include "tests/support/fulldisk.h"
#include "tests/support/recordingtext.h"
#include "tests/support/samplestream.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace {

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// One run whose exports need several pieces.
Comparison longComparison()
{
    std::string text = "W1: T1";
    for (int i = 0; i < 3000; ++i)
        text += " run " + std::to_string(2 * i) + "-" + std::to_string(2 * i + 1) + "@0";
    Comparison comparison;
    comparison.runs.push_back(recordingFrom(text));
    return comparison;
}

}  // namespace

/// Exports as files: which kind a name stands for, and what a fault leaves behind.
class TestExportFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAndFormats();
    void sameBytesEachTime_data() { formats(); }
    void sameBytesEachTime();
    void fullDiskKeepsTheOldFile_data() { formats(); }
    void fullDiskKeepsTheOldFile();
    void stopKeepsTheOldFile_data() { formats(); }
    void stopKeepsTheOldFile();
    void folderThatDoesNotExist();
    void deviceIsNotReplaced();

private:
    using Writing = std::function<Result<void>(const QString& to, ExportFormat format)>;

    static void formats();
    /// Has `write` fail to write over an old file, for the reason `message`.
    void keepsTheOldFile(const QString& name, const Writing& write, QString& message);
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void TestExportFile::formats()
{
    QTest::addColumn<ExportFormat>("format");
    for (const ExportTraits& traits : exportTraits)
        QTest::newRow(traits.ending.data()) << traits.format;
}

void TestExportFile::namesAndFormats()
{
    for (const ExportTraits& traits : exportTraits) {
        const QString ending = endingOf(traits.format);
        QCOMPARE(exportFormatOf(u"a.b."_s + ending), traits.format);
        QCOMPARE(exportFormatOf(u"/x.csv/A."_s + ending.toUpper()), traits.format);
    }
    for (const QString& name : {u"json"_s, u"a.jso"_s, u"a."_s, u"a.csv/b"_s, u""_s})
        QVERIFY2(!exportFormatOf(name), qPrintable(name));
}

void TestExportFile::sameBytesEachTime()
{
    QFETCH(ExportFormat, format);
    for (const Comparison& comparison : {built(sampleFrames()), longComparison()}) {
        QVERIFY(exportFile(path(u"one"_s), comparison, format));
        QVERIFY(exportFile(path(u"two"_s), comparison, format));
        QVERIFY(contents(path(u"one"_s)).size() > 100);
        QCOMPARE(contents(path(u"one"_s)), contents(path(u"two"_s)));
    }
}

void TestExportFile::keepsTheOldFile(const QString& name, const Writing& write, QString& message)
{
    QFETCH(ExportFormat, format);
    QVERIFY(exportFile(name, built(sampleFrames()), format));
    const QByteArray before = contents(name);
    const QStringList files = QDir(m_folder.path()).entryList(QDir::Files);
    const Result<void> written = write(name, format);
    QVERIFY(!written);
    message = QString::fromStdString(written.error().message);
    QCOMPARE(contents(name), before);
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), files);  // nothing is left behind
}

void TestExportFile::fullDiskKeepsTheOldFile()
{
    const QString name = path(u"old"_s);
    QString message;
    const auto write = [](const QString& to, ExportFormat format) {
        const FullDisk disk(70'000);  // the first piece fits
        return exportFile(to, longComparison(), format);
    };
    keepsTheOldFile(name, write, message);
    QVERIFY2(message.startsWith(u"could not write "_s + name + u": "_s), qPrintable(message));
    QVERIFY2(message.size() > name.size() + 25, qPrintable(message));  // and why
}

void TestExportFile::stopKeepsTheOldFile()
{
    const QString name = path(u"old"_s);
    QString message;
    const auto write = [](const QString& to, ExportFormat format) {
        std::stop_source stop;
        stop.request_stop();
        return exportFile(to, longComparison(), format, stop.get_token());
    };
    keepsTheOldFile(name, write, message);
    QCOMPARE(message, u"could not write %1: stopped"_s.arg(name));
}

void TestExportFile::folderThatDoesNotExist()
{
    const QString name = path(u"no/such/folder/a.json"_s);
    const auto written = exportFile(name, longComparison(), ExportFormat::ChromeJson);
    QVERIFY(!written);
    QVERIFY(QString::fromStdString(written.error().message).contains(name));
}

void TestExportFile::deviceIsNotReplaced()
{
    const auto written = exportFile(u"/dev/full"_s, longComparison(), ExportFormat::Csv);
    QVERIFY(!written);
    QVERIFY(QString::fromStdString(written.error().message).contains(u"/dev/full"_s));
}

QTEST_APPLESS_MAIN(TestExportFile)
#include "tst_exportfile.moc"

#include "app/theme/theme.h"
#include "app/timeline/comparisonpicture.h"
#include "app/timeline/comparisonsight.h"
#include "tests/app/timeline/simulatedrun.h"
#include "tests/support/fulldisk.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;

namespace {

Comparison fourWays()
{
    Experiment experiment;
    experiment.taskLength = 60ms;
    return simulatedComparison(experiment);
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int pixelsOf(const QImage& image, const QColor& colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == colour ? 1 : 0;
    }
    return count;
}

}  // namespace

/// Pictures of comparisons as files.
class TestComparisonPicture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void png();
    void pngInTheDark();
    void svg();
    void bookmarksAreInIt();
    void whatIsSeenBelowIsInIt();
    void svgLooksLikePng();
    void pdf();
    void growsWhereItMust();
    void suffixes_data();
    void suffixes();
    void badSizes();
    void keepsTheOldFile();
    void fullDiskKeepsTheOldFile();
    void nothingToDraw();

private:
    [[nodiscard]] QString path(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name));
    }

    QTemporaryDir m_folder;
};

void TestComparisonPicture::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestComparisonPicture::png()
{
    QVERIFY(writePicture(fourWays(), path("one.png"), lightTheme()));
    const QImage image(path("one.png"));
    QCOMPARE(image.size(), QSize(1440, 900));
    const Theme theme = lightTheme();
    for (int task = 1; task <= 4; ++task)
        QVERIFY(pixelsOf(image, theme.hueOf(static_cast<TaskId>(task))) > 5000);
    QCOMPARE(image.pixelColor(1, 1), theme.ground);
}

void TestComparisonPicture::pngInTheDark()
{
    QVERIFY(writePicture(fourWays(), path("dark.PNG"), darkTheme(), {800, 700}));
    const QImage image(path("dark.PNG"));
    QCOMPARE(image.width(), 800);
    QCOMPARE(image.pixelColor(1, 1), darkTheme().ground);
}

void TestComparisonPicture::svg()
{
    QVERIFY(writePicture(fourWays(), path("one.svg"), lightTheme()));
    const QString text = QString::fromUtf8(contents(path("one.svg")));
    for (const auto* words :
         {"Concurrent + parallel, split tasks", "4 workers take turns on 1 core", "Task 3",
          "240 ms", "2.00×", "Concurrent, not parallel", "4 in progress · 1 running",
          "ready, waiting for a core", "Simulated processor · 2 cores", "4 tasks of 60.0 ms",
          "in progress"})
        QVERIFY2(text.contains(QRegularExpression(
                     QStringLiteral(">%1[^<]*</text>")
                         .arg(QRegularExpression::escape(QString::fromUtf8(words))))),
                 words);
    QVERIFY(!text.contains(QStringLiteral("<image")));  // nothing of it is pixels
    QVERIFY(!text.contains(QStringLiteral("<g")) && !text.contains(QStringLiteral("<rect")));
}

void TestComparisonPicture::bookmarksAreInIt()
{
    Comparison comparison = fourWays();
    comparison.bookmarks = {{RunId{1}, 50ms, "Here they swap"}, {RunId{2}, 900ms, "After its end"}};
    QVERIFY(writePicture(comparison, path("marked.svg"), lightTheme()));
    QVERIFY(contents(path("marked.svg")).contains(">Here they swap</text>"));

    ComparisonSight sight = wholeOf(comparison);
    sight.runs = {0, 2};
    QVERIFY(writePicture(comparison, sight, path("marked.svg"), lightTheme()));
    QVERIFY(!contents(path("marked.svg")).contains("Here they swap"));
    QVERIFY(!contents(path("marked.svg")).contains("After its end"));
}

void TestComparisonPicture::whatIsSeenBelowIsInIt()
{
    const Comparison comparison = fourWays();
    ComparisonSight sight = wholeOf(comparison);
    sight.runs = {1, 2};
    sight.ghosts = {SeenGhost{comparison.runs[0], 2, QStringLiteral("before: a.coreogram")}, {}};
    QVERIFY(writePicture(comparison, sight, path("below.svg"), lightTheme()));
    const QByteArray svg = contents(path("below.svg"));
    QVERIFY(svg.contains(">before: a.coreogram</text>"));
    QCOMPARE(svg.count("slower ("), 0);
    QCOMPARE(svg.count(">as fast"), 0);

    QVERIFY(writePicture(comparison, sight, path("below.png"), lightTheme()));
    sight.ghosts.clear();
    QVERIFY(writePicture(comparison, sight, path("alone.png"), lightTheme()));
    const QColor neutral = lightTheme().neutral;
    QVERIFY(pixelsOf(QImage(path("below.png")), neutral) >
            pixelsOf(QImage(path("alone.png")), neutral) + 1000);
}

void TestComparisonPicture::svgLooksLikePng()
{
    Comparison comparison = fourWays();
    comparison.runs.resize(1);  // one without hatching, which pixels and lines round differently
    QVERIFY(writePicture(comparison, path("same.svg"), lightTheme()));
    QVERIFY(writePicture(comparison, path("same.png"), lightTheme()));
    QSvgRenderer renderer(path("same.svg"));
    QVERIFY(renderer.isValid());
    QImage drawn(1440, 900, QImage::Format_RGB32);
    QPainter painter(&drawn);
    renderer.render(&painter);
    painter.end();
    const QImage image(path("same.png"));
    for (int task = 1; task <= 4; ++task) {
        const QColor hue = lightTheme().hueOf(static_cast<TaskId>(task));
        const double one = pixelsOf(image, hue);
        const double other = pixelsOf(drawn, hue);
        QVERIFY2(std::abs(one - other) < one * 0.1,
                 qPrintable(QStringLiteral("%1 %2").arg(one).arg(other)));
    }
}

void TestComparisonPicture::pdf()
{
    QVERIFY(writePicture(fourWays(), path("one.pdf"), lightTheme()));
    const QByteArray bytes = contents(path("one.pdf"));
    QVERIFY(bytes.startsWith("%PDF-"));
    QVERIFY(bytes.trimmed().endsWith("%%EOF"));
    QVERIFY(bytes.contains("/MediaBox [0 0 1080"));  // 1440 pixels of 1/96 inch
    QVERIFY(bytes.contains("/Font"));
    QVERIFY(!bytes.contains("CreationDate"));
    QCOMPARE(bytes.count("/Type /Page\n"), 1);
}

void TestComparisonPicture::growsWhereItMust()
{
    Experiment experiment;
    experiment.tasks = 30;
    experiment.taskLength = 5ms;
    const Comparison comparison = simulatedComparison(experiment);
    QVERIFY(writePicture(comparison, path("high.png"), lightTheme(), {1000, 300}));
    const QImage image(path("high.png"));
    QCOMPARE(image.width(), 1000);
    QVERIFY(image.height() > 5 * 30 * 16);
}

void TestComparisonPicture::suffixes_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("another kind") << "picture.jpg";
    QTest::newRow("none") << "picture";
    QTest::newRow("only a dot") << "picture.";
}

void TestComparisonPicture::suffixes()
{
    QFETCH(QString, name);
    const QString where = m_folder.filePath(name);
    const auto result = writePicture(fourWays(), where, lightTheme());
    QVERIFY(!result);
    const QString message = QString::fromStdString(result.error().message);
    QVERIFY(message.contains(name));
    QVERIFY(message.contains(QStringLiteral(".png, .svg or .pdf")));
    QVERIFY(!QFile::exists(where));
}

void TestComparisonPicture::badSizes()
{
    QVERIFY(!writePicture(fourWays(), path("bad.png"), lightTheme(), {0, 100}));
    QVERIFY(!writePicture(fourWays(), path("bad.png"), lightTheme(), {100, 1'000'000}));
    QVERIFY(!QFile::exists(path("bad.png")));
}

void TestComparisonPicture::keepsTheOldFile()
{
    QFile old(path("old.png"));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("precious");
    old.close();
    const QString nowhere = path("no/such/folder/picture.png");
    const auto result = writePicture(fourWays(), nowhere, lightTheme());
    QVERIFY(!result);
    QVERIFY(QString::fromStdString(result.error().message).contains(nowhere));
    if (!QFile::exists(QStringLiteral("/dev/full")))
        return;
    QVERIFY(!writePicture(fourWays(), path("old.xyz"), lightTheme()));
    QCOMPARE(contents(path("old.png")), QByteArray("precious"));
}

void TestComparisonPicture::fullDiskKeepsTheOldFile()
{
    QVERIFY(writePicture(Comparison(), path("full.svg"), lightTheme()));
    const QByteArray old = contents(path("full.svg"));
    for (const QString& name : {path("full.svg"), path("full.png"), path("full.pdf")}) {
        Result<void> result;
        {
            const FullDisk disk(100);
            result = writePicture(fourWays(), name, lightTheme());
        }
        QVERIFY(!result);
        QCOMPARE(QString::fromStdString(result.error().message),
                 QStringLiteral("could not write %1: File too large").arg(name));
    }
    QCOMPARE(contents(path("full.svg")), old);
    QVERIFY(!QFile::exists(path("full.png")) && !QFile::exists(path("full.pdf")));
}

void TestComparisonPicture::nothingToDraw()
{
    QVERIFY(writePicture(Comparison(), path("empty.png"), lightTheme(), {400, 300}));
    QCOMPARE(QImage(path("empty.png")).size(), QSize(400, 300));
}

QTEST_MAIN(TestComparisonPicture)
#include "tst_comparisonpicture.moc"

#include "app/pictures/picturelist.h"
#include "app/pictures/picturemodel.h"
#include "app/pictures/picturestrip.h"
#include "app/pictures/taskspan.h"
#include "app/pictures/thumbnail.h"
#include "app/theme/theme.h"

#include <QBuffer>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <numeric>

namespace {

using namespace std::chrono_literals;

std::vector<std::byte> encoded(QSize size, const char* format = "jpeg",
                               const QColor& colour = Qt::red)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    const auto* begin = reinterpret_cast<const std::byte*>(bytes.constData());
    return {begin, begin + bytes.size()};
}

std::vector<std::byte> garbage()
{
    return std::vector<std::byte>(500, std::byte{0x5A});
}

LandedPicture pictureOf(int task)
{
    static const std::vector<std::byte> thumbnail = encoded({160, 120});
    return {.task = TaskId{static_cast<std::uint32_t>(task)},
            .time = 1s + task * 1ms,
            .source = "http://a/<b>" + std::to_string(task),
            .bytes = 4000,
            .width = 640,
            .height = 480,
            .thumbnail = thumbnail};
}

Recording runOf(Mode mode, const std::vector<int>& tasks)
{
    Recording run;
    run.start.mode = mode;
    run.start.id = RunId{static_cast<std::uint32_t>(mode)};
    run.start.origin = 1s;
    run.start.experiment.tasks = 35;
    for (const int task : tasks)
        run.pictures.push_back(pictureOf(task));
    return run;
}

}  // namespace

class TestPictureStrip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isHiddenWhileThereIsNothing();
    void showsInOrderOfArrival();
    void followsTheRunThatGoesOn();
    void showsTheFirstRunOfAFile();
    void showsTheRunThatIsChosen();
    void tellsAllAboutAPicture();
    void picksATask();
    void leavesSpaceToTheWindow();
    void followsTheEndUnlessScrolled();
    void isFolded();
    void givesWayWhereTheWindowIsLow();
    void decodesWhatIsLookedAtOnce();
    void refusesWhatIsNoThumbnail_data();
    void refusesWhatIsNoThumbnail();
    void paintsAPlaceholder();
    void shrinksToItsRoom();
    void findsWhenATaskWasInProgress();

private:
    void show(Feed feed);
    [[nodiscard]] PictureList& list() const { return *m_strip->findChild<PictureList*>(); }
    [[nodiscard]] QComboBox& runs() const { return *m_strip->findChild<QComboBox*>(); }
    [[nodiscard]] QToolButton& fold() const { return *m_strip->findChild<QToolButton*>(); }
    [[nodiscard]] QString titles() const;
    [[nodiscard]] QPoint placeOf(int row) const;

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_memory;
    Comparison m_comparison;
    std::unique_ptr<PictureStrip> m_strip;
};

void TestPictureStrip::init()
{
    m_strip.reset();
    m_comparison = {};
    m_memory = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("memory.ini")),
                                           QSettings::IniFormat);
    m_memory->clear();
    m_strip = std::make_unique<PictureStrip>(*m_memory);
    m_strip->setTheme(lightTheme());
    m_strip->resize(600, 132);
}

void TestPictureStrip::show(Feed feed)
{
    m_strip->setFeed(feed);
    m_strip->setComparison(&m_comparison);
}

QString TestPictureStrip::titles() const
{
    QStringList titles;
    for (int row = 0; row < list().model()->rowCount(); ++row)
        titles << list().model()->index(row, 0).data().toString();
    return titles.join(u',');
}

QPoint TestPictureStrip::placeOf(int row) const
{
    return list().visualRect(list().model()->index(row, 0)).center();
}

void TestPictureStrip::isHiddenWhileThereIsNothing()
{
    m_comparison.runs = {runOf(Mode::Sequential, {})};
    show(Feed::Live);
    QVERIFY(m_strip->isHidden());
    m_comparison.runs[0].pictures.push_back(pictureOf(1));
    m_strip->refresh();
    QVERIFY(!m_strip->isHidden());
    m_strip->setComparison(nullptr);
    QVERIFY(m_strip->isHidden());
}

void TestPictureStrip::showsInOrderOfArrival()
{
    m_comparison.runs = {runOf(Mode::Concurrent, {3, 1})};
    show(Feed::Live);
    m_comparison.runs[0].pictures.push_back(pictureOf(2));
    m_strip->refresh();
    QCOMPARE(titles(), QStringLiteral("Task 3,Task 1,Task 2"));
    const auto* count = m_strip->findChild<QLabel*>(QStringLiteral("pictureCount"));
    QCOMPARE(count->text(), QStringLiteral("3 of 35 landed"));
}

void TestPictureStrip::followsTheRunThatGoesOn()
{
    m_comparison.runs = {runOf(Mode::Sequential, {1, 2})};
    show(Feed::Live);
    QVERIFY(runs().isHidden());
    m_comparison.runs.push_back(runOf(Mode::Concurrent, {}));
    m_strip->refresh();
    QCOMPARE(titles(), QString());
    QVERIFY(!m_strip->isHidden());
    m_comparison.runs[1].pictures.push_back(pictureOf(5));
    m_strip->refresh();
    QCOMPARE(titles(), QStringLiteral("Task 5"));
    QCOMPARE(runs().currentText(), QStringLiteral("Concurrent"));
    m_strip->setFeed(Feed::Ended);
    m_strip->refresh();
    QCOMPARE(titles(), QStringLiteral("Task 5"));  // nothing jumps when it has ended
}

void TestPictureStrip::showsTheFirstRunOfAFile()
{
    m_comparison.runs = {runOf(Mode::Sequential, {}), runOf(Mode::Concurrent, {4}),
                         runOf(Mode::Both, {6})};
    show(Feed::Ended);
    QCOMPARE(titles(), QStringLiteral("Task 4"));
    QCOMPARE(runs().count(), 2);
}

void TestPictureStrip::showsTheRunThatIsChosen()
{
    m_comparison.runs = {runOf(Mode::Concurrent, {4}), runOf(Mode::Both, {6, 5})};
    show(Feed::Ended);
    QTest::keyClick(&runs(), Qt::Key_Down);
    QCOMPARE(titles(), QStringLiteral("Task 6,Task 5"));
    m_strip->refresh();
    QCOMPARE(titles(), QStringLiteral("Task 6,Task 5"));
    m_comparison.runs = {runOf(Mode::Sequential, {9}), runOf(Mode::Parallel, {8})};
    show(Feed::Ended);
    QCOMPARE(runs().itemText(1), QStringLiteral("Parallel"));
}

void TestPictureStrip::tellsAllAboutAPicture()
{
    m_comparison.runs = {runOf(Mode::Concurrent, {4})};
    show(Feed::Ended);
    const QString tip = list().model()->index(0, 0).data(Qt::ToolTipRole).toString();
    for (const char* part : {"Task 4", "http://a/&lt;b&gt;4", "640 × 480", "4.00 ms"})
        QVERIFY2(tip.contains(QString::fromUtf8(part)), qPrintable(tip));
}

void TestPictureStrip::picksATask()
{
    m_comparison.runs = {runOf(Mode::Concurrent, {4, 7})};
    show(Feed::Ended);
    QSignalSpy picked(m_strip.get(), &PictureStrip::taskPicked);
    QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, placeOf(0));
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked[0][0].value<RunId>(), m_comparison.runs[0].start.id);
    QCOMPARE(picked[0][1].value<TaskId>(), TaskId{4});
    QTest::keyClick(&list(), Qt::Key_Right);
    QTest::keyClick(&list(), Qt::Key_Return);
    QCOMPARE(picked.size(), 2);
    QCOMPARE(picked[1][1].value<TaskId>(), TaskId{7});
}

void TestPictureStrip::leavesSpaceToTheWindow()
{
    m_comparison.runs = {runOf(Mode::Concurrent, {4})};
    show(Feed::Ended);
    QKeyEvent space(QEvent::KeyPress, Qt::Key_Space, {});
    QCoreApplication::sendEvent(&list(), &space);
    QVERIFY(!space.isAccepted());
}

void TestPictureStrip::followsTheEndUnlessScrolled()
{
    std::vector<int> tasks(60);
    std::iota(tasks.begin(), tasks.end(), 1);
    m_comparison.runs = {runOf(Mode::Concurrent, {})};
    show(Feed::Live);
    const auto land = [&] {
        for (const int task : tasks)
            m_comparison.runs[0].pictures.push_back(pictureOf(task));
        m_strip->refresh();
        QCoreApplication::processEvents();
    };
    land();
    const QScrollBar* bar = list().verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    land();
    QTRY_COMPARE(bar->value(), bar->maximum());
    QTest::keyClick(&list(), Qt::Key_Home);
    QTRY_COMPARE(bar->value(), 0);
    land();
    QCOMPARE(bar->value(), 0);
}

void TestPictureStrip::isFolded()
{
    m_comparison.runs = {runOf(Mode::Concurrent, {4})};
    show(Feed::Ended);
    QVERIFY(list().isVisible());
    QTest::keyClick(&fold(), Qt::Key_Space);
    QVERIFY(!list().isVisible() && m_strip->isVisible());
    m_strip = std::make_unique<PictureStrip>(*m_memory);
    show(Feed::Ended);
    QVERIFY(!list().isVisible());
    QTest::mouseClick(&fold(), Qt::LeftButton);
    QVERIFY(list().isVisible());
}

void TestPictureStrip::givesWayWhereTheWindowIsLow()
{
    m_comparison.runs = {runOf(Mode::Concurrent, {4})};
    show(Feed::Ended);
    m_strip->fitTo(450);
    QVERIFY(!list().isVisible());
    QTest::mouseClick(&fold(), Qt::LeftButton);
    QVERIFY(list().isVisible());
    m_strip->fitTo(440);
    QVERIFY(list().isVisible());  // as it was asked for
    m_strip->fitTo(900);
    QVERIFY(list().isVisible());
}

void TestPictureStrip::decodesWhatIsLookedAtOnce()
{
    std::vector<int> tasks(1000);
    std::iota(tasks.begin(), tasks.end(), 1);
    m_comparison.runs = {runOf(Mode::Concurrent, tasks)};
    show(Feed::Ended);
    QVERIFY(QTest::qWaitForWindowExposed(m_strip.get()));
    (void)m_strip->grab();
    for (LandedPicture& picture : m_comparison.runs[0].pictures)
        picture.thumbnail = garbage();
    const auto imageAt = [this](int row) {
        return list().model()->index(row, 0).data(Qt::DecorationRole).value<QImage>();
    };
    QVERIFY(!imageAt(0).isNull());   // it was decoded when it was shown, and is not again
    QVERIFY(imageAt(999).isNull());  // it had not been
}

void TestPictureStrip::refusesWhatIsNoThumbnail_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char* name, const std::vector<std::byte>& bytes) {
        QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(bytes.data()),
                                          static_cast<qsizetype>(bytes.size()));
    };
    row("nothing", {});
    row("garbage", garbage());
    row("another format", encoded({20, 20}, "png"));
    row("too wide", encoded({513, 1}));
    row("too high", encoded({1, 5000}));
    std::vector<std::byte> cut = encoded({160, 120});
    cut.resize(30);
    row("cut off", cut);
}

void TestPictureStrip::refusesWhatIsNoThumbnail()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(
        thumbnailImage(std::as_bytes(std::span(bytes.data(), bytes.size())), {100, 100}).isNull());
}

void TestPictureStrip::paintsAPlaceholder()
{
    m_comparison.runs = {runOf(Mode::Concurrent, {1, 2})};
    m_comparison.runs[0].pictures[0].thumbnail = garbage();
    show(Feed::Ended);
    QVERIFY(QTest::qWaitForWindowExposed(m_strip.get()));
    const QImage image = list().viewport()->grab().toImage();
    const auto isRed = [&](int row) {
        const QColor colour = image.pixelColor(placeOf(row) - QPoint(20, 10));
        return colour.red() > 200 && colour.green() < 60;
    };
    QVERIFY(isRed(1));
    QVERIFY(!isRed(0));
}

void TestPictureStrip::shrinksToItsRoom()
{
    QCOMPARE(thumbnailImage(encoded({160, 120}), {88, 60}).size(), QSize(80, 60));
    QCOMPARE(thumbnailImage(encoded({500, 2}), {50, 50}).size(), QSize(50, 1));
    QCOMPARE(thumbnailImage(encoded({20, 10}), {88, 60}).size(), QSize(20, 10));
}

void TestPictureStrip::findsWhenATaskWasInProgress()
{
    Recording run = runOf(Mode::Both, {1});
    run.knownUntil = 1s + 9ms;
    run.tasks.resize(3);
    run.tasks[0].start = 1s + 2ms;
    run.tasks[0].stop = 1s + 5ms;
    run.tasks[1].start = 1s + 3ms;
    m_comparison.runs = {runOf(Mode::Sequential, {1}), run};
    const auto span = [&](std::uint32_t task) {
        return spanOf(m_comparison, run.start.id, TaskId{task});
    };
    QCOMPARE(span(1), std::optional(TimeRange{2ms, 5ms}));
    QCOMPARE(span(2), std::optional(TimeRange{3ms, 9ms}));  // it goes on
    QVERIFY(!span(3) && !span(0) && !span(4));
    QVERIFY(!spanOf(m_comparison, RunId{77}, TaskId{1}));
}

QTEST_MAIN(TestPictureStrip)
#include "tst_picturestrip.moc"

#include "tests/app/timeline/simulatedrun.h"
#include "tests/app/timeline/viewundertest.h"

#include <QApplication>
#include <QFile>
#include <QScreen>
#include <QTemporaryDir>
#include <QTest>
#include <QWindow>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Side by side: the left one of a desk, the right one twice as fine.
constexpr auto twoScreens = R"({"screens": [
    {"name": "desk", "x": 0, "y": 0, "width": 1600, "height": 1200,
     "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
    {"name": "fine", "x": 1600, "y": 0, "width": 1600, "height": 1200,
     "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 2}]})";

void moveTo(ViewUnderTest& test, QScreen* screen)
{
    test.view.windowHandle()->setScreen(screen);
    test.view.move(screen->geometry().topLeft() + QPoint(20, 20));
    QTRY_COMPARE(test.view.screen(), screen);
    ViewUnderTest::settle();
}

/// All that is drawn, in the pixels of the screen it is on.
QImage imageOf(ViewUnderTest& test)
{
    QTest::mouseMove(test.view.windowHandle(), QPoint(1, 1));  // a panel that is pointed at has a ×
    ViewUnderTest::settle();
    return test.view.grab().toImage();
}

}  // namespace

/// A window that is moved between monitors of different scale.
class TestMixedScales : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isDrawnAnewInTheScaleOfItsScreen();
    void pointsAtTheSameAfterwards();

private:
    QScreen* m_desk = nullptr;
    QScreen* m_fine = nullptr;
    Comparison m_comparison = simulatedComparison({});
};

void TestMixedScales::initTestCase()
{
    QCOMPARE(QGuiApplication::screens().size(), 2);
    m_desk = QGuiApplication::screens().at(0);
    m_fine = QGuiApplication::screens().at(1);
    QCOMPARE(m_desk->devicePixelRatio(), 1.0);
    QCOMPARE(m_fine->devicePixelRatio(), 2.0);
}

void TestMixedScales::isDrawnAnewInTheScaleOfItsScreen()
{
    ViewUnderTest test;
    test.show(m_comparison);
    moveTo(test, m_desk);
    const QImage onDesk = imageOf(test);
    moveTo(test, m_fine);
    const QImage onFine = imageOf(test);
    QCOMPARE(onFine.size(), 2 * onDesk.size());
    ViewUnderTest fresh;
    moveTo(fresh, m_fine);
    fresh.show(m_comparison);
    QVERIFY(areAlike(onFine, imageOf(fresh)));
    QVERIFY(onFine != onDesk.scaled(onFine.size()));  // sharp, not enlarged
    moveTo(test, m_desk);
    QVERIFY(areAlike(imageOf(test), onDesk));
}

void TestMixedScales::pointsAtTheSameAfterwards()
{
    ViewUnderTest test;
    test.show(m_comparison);
    moveTo(test, m_desk);
    const QPoint point = test.pointOf(0, 0, 30ms);
    const auto before = test.panel(0).textAt(point);
    moveTo(test, m_fine);
    QCOMPARE(test.pointOf(0, 0, 30ms), point);
    const auto after = test.panel(0).textAt(point);
    QVERIFY(before && after);
    QCOMPARE(after->inOneLine(), before->inOneLine());
}

int main(int argc, char** argv)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"screens.json"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(twoScreens) < 0)
        return EXIT_FAILURE;
    file.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + file.fileName().toLocal8Bit());
    const QApplication application(argc, argv);
    TestMixedScales test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_mixedscales.moc"

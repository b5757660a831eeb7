#include "app/timeline/coordinates.h"
#include "app/timeline/timetext.h"

#include <QTest>

using namespace std::chrono_literals;

Q_DECLARE_METATYPE(std::chrono::nanoseconds)

namespace {

const QLocale english(QLocale::English, QLocale::UnitedStates);

}  // namespace

/// Times as pixels, ticks and words.
class TestCoordinates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pixels_data();
    void pixels();
    void thereAndBack_data();
    void thereAndBack();
    void timeOfAPixel();
    void steps_data();
    void steps();
    void ticks_data();
    void ticks();
    void fitting_data();
    void fitting();
    void moving_data();
    void moving();
    void durations_data();
    void durations();
    void axisTimes_data();
    void axisTimes();
    void localeDecides();
};

void TestCoordinates::pixels_data()
{
    QTest::addColumn<Nanoseconds>("t");
    QTest::addColumn<double>("x");
    QTest::newRow("start") << Nanoseconds(100) << 0.0;
    QTest::newRow("end") << Nanoseconds(300) << 1000.0;
    QTest::newRow("middle") << Nanoseconds(200) << 500.0;
    QTest::newRow("before") << Nanoseconds(80) << -100.0;
    QTest::newRow("after") << Nanoseconds(340) << 1200.0;
}

void TestCoordinates::pixels()
{
    QFETCH(Nanoseconds, t);
    QFETCH(double, x);
    const TimeRange visible{100ns, 300ns};
    QCOMPARE(timeToPixel(t, visible, 1000), x);
    QCOMPARE(pixelToTime(x, visible, 1000), t);
}

void TestCoordinates::thereAndBack_data()
{
    QTest::addColumn<Nanoseconds>("length");
    QTest::newRow("a nanosecond") << Nanoseconds(1ns);
    QTest::newRow("a microsecond") << Nanoseconds(1us);
    QTest::newRow("a second") << Nanoseconds(1s);
    QTest::newRow("a week") << Nanoseconds(168h);
}

void TestCoordinates::thereAndBack()
{
    QFETCH(Nanoseconds, length);
    const TimeRange visible{5s, 5s + length};
    for (int i = 0; i <= 10; ++i) {
        const Nanoseconds t = visible.start + length * i / 10;
        QCOMPARE(pixelToTime(timeToPixel(t, visible, 1333), visible, 1333), t);
    }
}

void TestCoordinates::timeOfAPixel()
{
    QCOMPARE(timePerPixel({0ns, 1s}, 1000), Nanoseconds(1ms));
    QCOMPARE(timePerPixel({0ns, 10ns}, 1000), Nanoseconds(1ns));
}

void TestCoordinates::steps_data()
{
    QTest::addColumn<Nanoseconds>("length");
    QTest::addColumn<double>("spacing");
    QTest::addColumn<Nanoseconds>("step");
    QTest::newRow("250 ms, every 100 px") << Nanoseconds(250ms) << 100.0 << Nanoseconds(50ms);
    QTest::newRow("exactly a step") << Nanoseconds(1000ms) << 100.0 << Nanoseconds(100ms);
    QTest::newRow("a little more") << Nanoseconds(1001ms) << 100.0 << Nanoseconds(200ms);
    QTest::newRow("ten nanoseconds") << Nanoseconds(10ns) << 50.0 << Nanoseconds(1ns);
    QTest::newRow("a week") << Nanoseconds(168h) << 100.0 << Nanoseconds(100'000s);
}

void TestCoordinates::steps()
{
    QFETCH(Nanoseconds, length);
    QFETCH(double, spacing);
    QFETCH(Nanoseconds, step);
    const TimeRange visible{3ms, 3ms + length};
    QCOMPARE(tickStep(visible, 1000, spacing), step);
}

void TestCoordinates::ticks_data()
{
    QTest::addColumn<Nanoseconds>("start");
    QTest::addColumn<Nanoseconds>("end");
    QTest::addColumn<QList<int>>("expected");
    QTest::newRow("from zero") << Nanoseconds(0) << Nanoseconds(30) << QList{0, 10, 20, 30};
    QTest::newRow("between") << Nanoseconds(11) << Nanoseconds(29) << QList{20};
    QTest::newRow("negative") << Nanoseconds(-15) << Nanoseconds(12) << QList{-10, 0, 10};
    QTest::newRow("none") << Nanoseconds(11) << Nanoseconds(19) << QList<int>();
}

void TestCoordinates::ticks()
{
    QFETCH(Nanoseconds, start);
    QFETCH(Nanoseconds, end);
    QFETCH(QList<int>, expected);
    QList<int> found;
    for (const Nanoseconds t : ticksIn({start, end}, 10ns))
        found << static_cast<int>(t.count());
    QCOMPARE(found, expected);
}

void TestCoordinates::fitting_data()
{
    QTest::addColumn<Nanoseconds>("content");
    QTest::addColumn<Nanoseconds>("end");
    QTest::newRow("nothing") << Nanoseconds(0) << Nanoseconds(100ms);
    QTest::newRow("a nanosecond") << Nanoseconds(1) << Nanoseconds(1);
    QTest::newRow("241 ms") << Nanoseconds(241ms) << Nanoseconds(260ms);
    QTest::newRow("240 ms") << Nanoseconds(240ms) << Nanoseconds(240ms);
    QTest::newRow("804 ms") << Nanoseconds(804ms) << Nanoseconds(850ms);
    QTest::newRow("a week") << Nanoseconds(168h) << Nanoseconds(650'000s);
}

void TestCoordinates::fitting()
{
    QFETCH(Nanoseconds, content);
    QFETCH(Nanoseconds, end);
    QCOMPARE(fittingRange(content), (TimeRange{0ns, end}));
    QVERIFY(content <= 0ns || end <= content + content / 8 + 1ns);
}

void TestCoordinates::moving_data()
{
    QTest::addColumn<QList<int>>("range");
    QTest::addColumn<QList<int>>("moved");
    QTest::newRow("inside") << QList{20, 30} << QList{20, 30};
    QTest::newRow("too early") << QList{-20, 30} << QList{0, 50};
    QTest::newRow("too late") << QList{90, 120} << QList{70, 100};
    QTest::newRow("too long") << QList{-50, 150} << QList{0, 100};
}

void TestCoordinates::moving()
{
    QFETCH(QList<int>, range);
    QFETCH(QList<int>, moved);
    const TimeRange found = movedInto({Nanoseconds(range[0]), Nanoseconds(range[1])}, {0ns, 100ns});
    QCOMPARE(found, (TimeRange{Nanoseconds(moved[0]), Nanoseconds(moved[1])}));
}

void TestCoordinates::durations_data()
{
    QTest::addColumn<Nanoseconds>("length");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << Nanoseconds(0) << "0 ns";
    QTest::newRow("7 ns") << Nanoseconds(7) << "7 ns";
    QTest::newRow("999 ns") << Nanoseconds(999) << "999 ns";
    QTest::newRow("12.3 us") << Nanoseconds(12'345) << QStringLiteral("12.3 µs");
    QTest::newRow("rounds up a unit") << Nanoseconds(999'600) << "1.00 ms";
    QTest::newRow("rounds up a figure") << Nanoseconds(9'996'000) << "10.0 ms";
    QTest::newRow("240 ms") << Nanoseconds(240'400'000) << "240 ms";
    QTest::newRow("1.94 s") << Nanoseconds(1'938'000'000) << "1.94 s";
    QTest::newRow("many seconds") << Nanoseconds(604'800s) << "604,800 s";
    QTest::newRow("half a second more") << Nanoseconds(302'400'600ms) << "302,401 s";
    QTest::newRow("negative") << Nanoseconds(-1'500'000) << "-1.50 ms";
}

void TestCoordinates::durations()
{
    QFETCH(Nanoseconds, length);
    QFETCH(QString, text);
    QCOMPARE(durationText(length, english), text);
}

void TestCoordinates::axisTimes_data()
{
    QTest::addColumn<Nanoseconds>("end");
    QTest::addColumn<Nanoseconds>("step");
    QTest::addColumn<Nanoseconds>("t");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << Nanoseconds(250ms) << Nanoseconds(50ms) << Nanoseconds(0) << "0 ms";
    QTest::newRow("whole") << Nanoseconds(250ms) << Nanoseconds(50ms) << Nanoseconds(50ms)
                           << "50 ms";
    QTest::newRow("tenths") << Nanoseconds(1200ms) << Nanoseconds(200ms) << Nanoseconds(400ms)
                            << "0.4 s";
    QTest::newRow("deep") << Nanoseconds(120'000'900) << Nanoseconds(200)
                          << Nanoseconds(120'000'200) << "120.0002 ms";
    QTest::newRow("nanoseconds") << Nanoseconds(100) << Nanoseconds(20) << Nanoseconds(40)
                                 << "40 ns";
}

void TestCoordinates::axisTimes()
{
    QFETCH(Nanoseconds, end);
    QFETCH(Nanoseconds, step);
    QFETCH(Nanoseconds, t);
    QFETCH(QString, text);
    QCOMPARE(timeText(t, timeFormatFor({0ns, end}, step), english), text);
}

void TestCoordinates::localeDecides()
{
    const QLocale german(QLocale::German, QLocale::Germany);
    QCOMPARE(durationText(1'938ms, german), QStringLiteral("1,94 s"));
    QCOMPARE(factorText(1.994, german), QStringLiteral("1,99×"));
    QCOMPARE(factorText(1.994, english), QStringLiteral("1.99×"));
}

QTEST_GUILESS_MAIN(TestCoordinates)
#include "tst_coordinates.moc"

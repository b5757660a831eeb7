#include "core/imageserver/serveroptions.h"

#include <QTest>

#include <cmath>

using namespace std::chrono_literals;

namespace {

using namespace Qt::StringLiterals;

QString errorOf(const ServerOptions& options)
{
    const auto result = validate(options);
    return result ? QString() : QString::fromStdString(result.error().message);
}

Nanoseconds sumOfDelays(const ServerOptions& options, int count)
{
    Nanoseconds sum{};
    for (int number = 1; number <= count; ++number)
        sum += delayOf(options, number);
    return sum;
}

/// The wall time of `workers` who each take the next picture once they have one.
Nanoseconds makespan(const ServerOptions& options, int pictures, std::size_t workers)
{
    std::vector<Nanoseconds> free(workers);
    for (int number = 1; number <= pictures; ++number)
        *std::ranges::min_element(free) += delayOf(options, number);
    return *std::ranges::max_element(free);
}

}  // namespace

/// The numbers of the image server: ranges, delays, and the way to its process.
class TestServerOptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void delays();
    void delaysHaveTheMeanThatWasAskedFor();
    void fiveWorkersAreKeptBusy();
    void noSpread();
    void ranges_data();
    void ranges();
    void argumentsAndBack();
    void startedByHand();
};

void TestServerOptions::delays()
{
    QStringList milliseconds;
    for (int number = 1; number <= 8; ++number)
        milliseconds.append(
            QString::number(std::lround(toMilliseconds(delayOf(ServerOptions{}, number)))));
    QCOMPARE(milliseconds.join(u' '), u"89 59 108 78 47 97 66 116"_s);
}

void TestServerOptions::delaysHaveTheMeanThatWasAskedFor()
{
    for (const int count : {7, 35, 1000}) {
        const double mean = toMilliseconds(sumOfDelays(ServerOptions{}, count)) / count;
        QVERIFY2(std::abs(mean - 80) < 80 * 0.04, qPrintable(QString::number(mean)));
    }
}

void TestServerOptions::fiveWorkersAreKeptBusy()
{
    const double gain = toMilliseconds(sumOfDelays(ServerOptions{}, 35)) /
                        toMilliseconds(makespan(ServerOptions{}, 35, 5));
    QVERIFY2(gain > 4.6, qPrintable(QString::number(gain)));
}

void TestServerOptions::noSpread()
{
    ServerOptions options;
    options.spread = 0;
    QCOMPARE(delayOf(options, 1), options.delay);
    QCOMPARE(delayOf(options, 1'000'000'000'000), options.delay);
    options.spread = 1;
    for (int number = 1; number < 1000; ++number)
        QVERIFY(delayOf(options, number) >= 0ns && delayOf(options, number) <= 2 * options.delay);
}

void TestServerOptions::ranges_data()
{
    QTest::addColumn<ServerOptions>("options");
    QTest::addColumn<QString>("error");
    QTest::newRow("default") << ServerOptions{} << QString();
    QTest::newRow("least") << ServerOptions{0ns, 0, 1, 0} << QString();
    QTest::newRow("most") << ServerOptions{10min, 1, 1e12, 65535} << QString();
    QTest::newRow("delay below") << ServerOptions{-1ms, 0, 1, 0}
                                 << u"the delay of the image server is -1 ms; expected 0 to "
                                    "600000 ms"_s;
    QTest::newRow("delay above") << ServerOptions{11min, 0, 1, 0}
                                 << u"the delay of the image server is 660000 ms; expected 0 to "
                                    "600000 ms"_s;
    QTest::newRow("spread") << ServerOptions{1ms, 1.5, 1, 0}
                            << u"the spread of its delay is 1.5; expected 0 to 1"_s;
    QTest::newRow("no number") << ServerOptions{1ms, std::nan(""), 1, 0}
                               << u"the spread of its delay is nan; expected 0 to 1"_s;
    QTest::newRow("bandwidth") << ServerOptions{1ms, 0, 0.5, 0}
                               << u"its bandwidth is 0.5 bytes a second; expected 1 to 1e+12"_s;
    QTest::newRow("port") << ServerOptions{1ms, 0, 1, 65536}
                          << u"its port is 65536; expected 0 to 65535"_s;
}

void TestServerOptions::ranges()
{
    QFETCH(const ServerOptions, options);
    QTEST(errorOf(options), "error");
}

void TestServerOptions::argumentsAndBack()
{
    const ServerOptions options{12345678ns, 0.123456789, 3.3e5, 8080};
    const auto back = serverOptionsFrom(argumentsOf(options));
    QVERIFY(back.has_value());
    QCOMPARE(*back, options);
}

void TestServerOptions::startedByHand()
{
    using Arguments = std::vector<std::string>;
    for (const Arguments& arguments :
         {Arguments{}, Arguments{"1", "0", "1"}, Arguments{"1", "0", "1", "x"},
          Arguments{"1", "0", "1", "0", "0"}, Arguments{"1", "2", "1", "0"}})
        QVERIFY(!serverOptionsFrom(arguments).has_value());
}

QTEST_GUILESS_MAIN(TestServerOptions)
#include "tst_serveroptions.moc"

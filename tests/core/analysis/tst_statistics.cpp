#include "core/analysis/statistics.h"

#include <QTest>

#include <cmath>
#include <random>

/// Medians and their intervals.
class TestStatistics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void medianIntervals_data();
    void medianIntervals();
    void intervalsOfValues_data();
    void intervalsOfValues();
    void intervalsHoldTheMedianAsOftenAsTheySay();
    void medians_data();
    void medians();
    void quantiles_data();
    void quantiles();
};

/// As in Conover's table A3 and in Hahn and Meeker, Statistical Intervals.
void TestStatistics::medianIntervals_data()
{
    QTest::addColumn<std::size_t>("count");
    QTest::addColumn<std::size_t>("outside");
    QTest::addColumn<double>("percent");
    const auto row = [](std::size_t count, std::size_t outside, double percent) {
        QTest::addRow("%zu values", count) << count << outside << percent;
    };
    row(1, 0, 0);
    row(2, 0, 50);
    row(3, 0, 75);
    row(4, 0, 87.5);
    row(5, 0, 93.75);
    row(6, 0, 96.875);
    row(7, 0, 98.4375);
    row(8, 0, 99.21875);
    row(9, 1, 96.09375);
    row(10, 1, 97.8515625);
    row(12, 2, 96.142578125);
    row(15, 3, 96.484375);
    row(20, 5, 95.8610534668);
    row(100, 39, 96.4799799782);
    row(10'000, 4901, 95.1167050);
}

void TestStatistics::medianIntervals()
{
    QFETCH(std::size_t, count);
    QFETCH(std::size_t, outside);
    QFETCH(double, percent);
    QCOMPARE(outsideMedianInterval(count), outside);
    const double level = levelOfMedianInterval(count, outside);
    QVERIFY2(std::abs(100 * level - percent) < 1e-4, qPrintable(QString::number(100 * level)));
}

void TestStatistics::intervalsOfValues_data()
{
    QTest::addColumn<std::vector<double>>("values");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    using Values = std::vector<double>;
    QTest::newRow("one") << Values{7} << 7.0 << 7.0;
    QTest::newRow("five: all of them") << Values{3, 9, 1, 5, 7} << 1.0 << 9.0;
    QTest::newRow("nine: without the outermost") << Values{9, 1, 8, 2, 7, 3, 6, 4, 5} << 2.0 << 8.0;
}

void TestStatistics::intervalsOfValues()
{
    QFETCH(std::vector<double>, values);
    const ConfidenceInterval interval = medianInterval(values);
    QTEST(interval.low, "low");
    QTEST(interval.high, "high");
    QCOMPARE(interval.level,
             levelOfMedianInterval(values.size(), outsideMedianInterval(values.size())));
}

/// Of a skewed distribution, which no normal interval would fit.
void TestStatistics::intervalsHoldTheMedianAsOftenAsTheySay()
{
    constexpr int tries = 20'000;
    std::mt19937_64 random(4);
    int held = 0;
    for (int i = 0; i < tries; ++i) {
        std::vector<double> values(9);
        for (double& value : values)
            value = -std::log(static_cast<double>(random() >> 11) * 0x1p-53);
        const ConfidenceInterval interval = medianInterval(values);
        held += interval.low < std::log(2.0) && std::log(2.0) < interval.high ? 1 : 0;
    }
    const double share = static_cast<double>(held) / tries;
    QVERIFY2(share > 0.955 && share < 0.967, qPrintable(QString::number(share)));
}

void TestStatistics::medians_data()
{
    QTest::addColumn<std::vector<double>>("values");
    QTest::addColumn<double>("expected");
    using Values = std::vector<double>;
    QTest::newRow("one") << Values{7} << 7.0;
    QTest::newRow("two") << Values{9, 4} << 6.5;
    QTest::newRow("three") << Values{9, 1, 2} << 2.0;
    QTest::newRow("four") << Values{9, 1, 2, 4} << 3.0;
}

void TestStatistics::medians()
{
    QFETCH(std::vector<double>, values);
    QTEST(median(values), "expected");
}

void TestStatistics::quantiles_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<double>("expected");
    QTest::newRow("least") << 0.0 << 10.0;
    QTest::newRow("quarter") << 0.25 << 20.0;
    QTest::newRow("between two") << 0.3 << 22.0;
    QTest::newRow("greatest") << 1.0 << 50.0;
}

void TestStatistics::quantiles()
{
    QFETCH(double, share);
    QTEST(quantile({10, 20, 30, 40, 50}, share), "expected");
    QCOMPARE(quantile({7}, share), 7.0);
}

QTEST_APPLESS_MAIN(TestStatistics)
#include "tst_statistics.moc"

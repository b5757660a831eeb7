#include "core/analysis/amdahl.h"

#include <QTest>

#include <cmath>
#include <random>

namespace {

/// Repeats of the law's own times; each wrong by up to `noise` of it, by a fixed seed.
std::vector<AmdahlSample> samplesOf(double serial, const std::vector<double>& workers, double noise,
                                    std::size_t repeats = 5)
{
    std::mt19937_64 random(17);
    const auto error = [&] { return noise * (static_cast<double>(random() >> 11) * 0x1p-52 - 1); };
    std::vector<AmdahlSample> samples;
    for (const double each : workers) {
        AmdahlSample sample{each, {}};
        for (std::size_t i = 0; i < repeats; ++i)
            sample.walls.push_back(800 / amdahlSpeedup(serial, each) * (1 + error()));
        samples.push_back(std::move(sample));
    }
    return samples;
}

bool isNear(double value, double expected, double distance)
{
    return std::abs(value - expected) <= distance;
}

}  // namespace

/// The serial fraction that wall times tell of.
class TestAmdahl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLaw();
    void exactTimesGiveTheFraction_data();
    void exactTimesGiveTheFraction();
    void noisyTimesEncloseTheFraction_data();
    void noisyTimesEncloseTheFraction();
    void theSameRepeatsGiveTheSameInterval();
    void moreNoiseGivesAWiderInterval();
    void fractionsThatCannotBe();
    void oneWorkerTellsNothing();
    void manyRepeatsAreNotTooMany();
};

void TestAmdahl::theLaw()
{
    QCOMPARE(amdahlSpeedup(0, 8), 8.0);
    QCOMPARE(amdahlSpeedup(1, 8), 1.0);
    QCOMPARE(amdahlSpeedup(0.5, 2), 4.0 / 3);
    QVERIFY(isNear(amdahlSpeedup(0.05, 1e9), 20, 1e-5));
}

void TestAmdahl::exactTimesGiveTheFraction_data()
{
    QTest::addColumn<double>("serial");
    QTest::addColumn<std::vector<double>>("workers");
    for (const double serial : {0.0, 0.03, 0.25, 0.8, 1.0}) {
        QTest::addRow("%g on two cores", serial) << serial << std::vector<double>{1, 2};
        QTest::addRow("%g on eight", serial) << serial << std::vector<double>{1, 2, 3, 5, 8};
    }
}

void TestAmdahl::exactTimesGiveTheFraction()
{
    QFETCH(double, serial);
    QFETCH(std::vector<double>, workers);
    const auto fitted = fitAmdahl(samplesOf(serial, workers, 0));
    QVERIFY(fitted);
    QVERIFY(isNear(fitted->value, serial, 1e-9));
    QVERIFY(isNear(fitted->low, serial, 1e-9));
    QVERIFY(isNear(fitted->high, serial, 1e-9));
}

void TestAmdahl::noisyTimesEncloseTheFraction_data()
{
    exactTimesGiveTheFraction_data();
}

void TestAmdahl::noisyTimesEncloseTheFraction()
{
    QFETCH(double, serial);
    QFETCH(std::vector<double>, workers);
    const auto fitted = fitAmdahl(samplesOf(serial, workers, 0.02, 11));
    QVERIFY(fitted);
    QVERIFY(fitted->low <= serial && serial <= fitted->high);
    QVERIFY(fitted->low <= fitted->value && fitted->value <= fitted->high);
    QVERIFY(isNear(fitted->value, serial, 0.03));
    QVERIFY(fitted->low >= 0 && fitted->high <= 1);
}

void TestAmdahl::theSameRepeatsGiveTheSameInterval()
{
    const auto first = fitAmdahl(samplesOf(0.2, {1, 2, 4}, 0.05));
    const auto second = fitAmdahl(samplesOf(0.2, {1, 2, 4}, 0.05));
    QCOMPARE(first->low, second->low);
    QCOMPARE(first->high, second->high);
    QVERIFY(first->low < first->high);
}

void TestAmdahl::moreNoiseGivesAWiderInterval()
{
    const auto quiet = fitAmdahl(samplesOf(0.3, {1, 2, 4}, 0.01));
    const auto noisy = fitAmdahl(samplesOf(0.3, {1, 2, 4}, 0.1));
    QVERIFY(noisy->high - noisy->low > 2 * (quiet->high - quiet->low));
}

void TestAmdahl::fractionsThatCannotBe()
{
    QCOMPARE(fitAmdahl({{1, {100}}, {2, {40}}})->value, 0.0);   // more than twice as fast
    QCOMPARE(fitAmdahl({{1, {100}}, {2, {130}}})->value, 1.0);  // slower than one
}

void TestAmdahl::oneWorkerTellsNothing()
{
    QVERIFY(!fitAmdahl({}));
    QVERIFY(!fitAmdahl({{1, {100, 101}}}));
    QVERIFY(!fitAmdahl({{1, {100}}, {1, {90}}}));
}

void TestAmdahl::manyRepeatsAreNotTooMany()
{
    const auto fitted = fitAmdahl(samplesOf(0.1, {1, 2, 3, 4, 5, 6, 7, 8}, 0.05, 20'000));
    QVERIFY(isNear(fitted->value, 0.1, 0.005));
    QVERIFY(fitted->high - fitted->low < 0.01);
}

QTEST_APPLESS_MAIN(TestAmdahl)
#include "tst_amdahl.moc"

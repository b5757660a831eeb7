#include "core/workload/compute.h"

#include "core/observe/cputime.h"
#include "tests/core/workload/workbench.h"

#include <QTest>

#include <algorithm>
#include <vector>

class TestCompute : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void jumpEndsWhereTheWalkDoes_data();
    void jumpEndsWhereTheWalkDoes();
    void partsMakeUpTheWhole_data();
    void partsMakeUpTheWhole();
    void stopsWhenTold();
    void twiceTheWorkTakesTwiceTheTime();
    void calibrationHitsItsLength();
};

void TestCompute::jumpEndsWhereTheWalkDoes_data()
{
    QTest::addColumn<quint64>("steps");
    for (const quint64 steps : {0ULL, 1ULL, 2ULL, 3ULL, 7ULL, 8ULL, 1000ULL, 65537ULL, 1234567ULL})
        QTest::addRow("%llu", steps) << steps;
}

void TestCompute::jumpEndsWhereTheWalkDoes()
{
    QFETCH(quint64, steps);
    const std::uint64_t seed = compute::seedOf(TaskId{7});
    QCOMPARE(compute::jump(seed, steps), compute::walk(seed, steps));
}

void TestCompute::partsMakeUpTheWhole_data()
{
    QTest::addColumn<int>("parts");
    QTest::addColumn<quint64>("amount");
    QTest::addRow("whole") << 1 << 100'000ULL;
    QTest::addRow("halves") << 2 << 100'001ULL;
    QTest::addRow("more parts than steps") << 256 << 100ULL;
}

void TestCompute::partsMakeUpTheWhole()
{
    QFETCH(int, parts);
    QFETCH(quint64, amount);
    // A part checks that it ends where the next one begins: all of them make up the sequence.
    Workbench bench("compute");
    for (int part = 0; part < parts; ++part) {
        const auto outcome = bench.run(
            {TaskId{1}, static_cast<PartId>(part), static_cast<std::uint32_t>(parts), amount});
        QVERIFY(outcome.has_value());
        QCOMPARE(*outcome, Outcome::Done);
    }
}

void TestCompute::stopsWhenTold()
{
    Workbench bench("compute");
    bench.stop();
    const auto outcome = bench.run({TaskId{1}, PartId{0}, 1, ~0ULL / 2});
    QCOMPARE(outcome.value(), Outcome::Cancelled);
}

void TestCompute::twiceTheWorkTakesTwiceTheTime()
{
    const auto costOf = [](std::uint64_t steps) {
        const Nanoseconds before = threadCpuTime().total;
        const std::uint64_t seed = compute::seedOf(TaskId{1});
        if (compute::walk(seed, steps) != compute::jump(seed, steps))
            return 0.0;
        return static_cast<double>((threadCpuTime().total - before).count());
    };
    std::vector<double> ratios;
    for (int i = 0; i < 15; ++i)
        ratios.push_back(costOf(4'000'000) / costOf(2'000'000));
    std::ranges::sort(ratios);
    const double median = ratios[ratios.size() / 2];
    QVERIFY2(median > 1.6 && median < 2.4, qPrintable(QString::number(median)));
}

void TestCompute::calibrationHitsItsLength()
{
    // The amount for twice the length is about twice the amount: it measures, it does not guess.
    const auto once = static_cast<double>(compute::stepsIn(std::chrono::milliseconds(10)));
    const auto twice = static_cast<double>(compute::stepsIn(std::chrono::milliseconds(20)));
    QVERIFY2(twice / once > 1.3 && twice / once < 3.0, qPrintable(QString::number(twice / once)));
    QVERIFY(compute::stepsIn(Nanoseconds(1)) >= 1);
}

QTEST_GUILESS_MAIN(TestCompute)
#include "tst_compute.moc"

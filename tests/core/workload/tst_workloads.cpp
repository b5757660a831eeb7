#include "core/model/findings.h"
#include "core/model/workloadtraits.h"
#include "core/workload/append.h"
#include "core/workload/tree.h"
#include "tests/core/workload/workbench.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <set>

namespace {

WorkOrder orderWith(Setting setting, std::int64_t value)
{
    WorkOrder order;
    order.settings[setting] = value;
    order.cacheBytes = 1'000'000;
    order.taskLength = std::chrono::milliseconds(1);
    return order;
}

std::string errorOf(const Result<Outcome>& outcome)
{
    return outcome ? "" : outcome.error().message;
}

}  // namespace

/// What each workload does and checks, part by part, on one thread.
class TestWorkloads : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachHasItsTraits();
    void allStopWhenTold_data();
    void allStopWhenTold();
    void appendsWithoutRepetition_data();
    void appendsWithoutRepetition();
    void appendGivesMemoryBack();
    void treesAreUnevenButFixed();
    void treesAreWalkedWhole_data();
    void treesAreWalkedWhole();
    void serialPartComesFirst();
    void throwingWorkFails();
    void memoryCountsWhatItMoves();
};

void TestWorkloads::eachHasItsTraits()
{
    QCOMPARE(workloads().size(), workloadTraits().size());
    for (std::size_t i = 0; i < workloads().size(); ++i)
        QVERIFY(workloads()[i].name == workloadTraits()[i].name);
    QVERIFY(!workloadNamed("dreaming"));
}

void TestWorkloads::allStopWhenTold_data()
{
    QTest::addColumn<QByteArray>("workload");
    for (const WorkloadTraits& workload : workloadTraits())
        QTest::addRow("%s", workload.name.data()) << QByteArray(workload.name.data());
}

void TestWorkloads::allStopWhenTold()
{
    QFETCH(QByteArray, workload);
    WorkOrder order = orderWith(Setting::Items, 20'000'000);
    order.tasks = 2;
    Workbench bench(workload.constData(), order);
    bench.stop();
    constexpr std::uint64_t hours = 20'000'000;  // of any of their units, or nearly
    const auto outcome = bench.run({TaskId{1}, PartId{0}, 1, hours});
    QVERIFY2(outcome.has_value(), errorOf(outcome).c_str());
    QCOMPARE(*outcome, Outcome::Cancelled);
}

void TestWorkloads::appendsWithoutRepetition_data()
{
    QTest::addColumn<quint64>("items");
    QTest::addColumn<int>("parts");
    QTest::addRow("one") << 1ULL << 1;
    QTest::addRow("few") << 1'000ULL << 1;
    QTest::addRow("few in parts") << 1'001ULL << 3;
    QTest::addRow("fewer than parts") << 2ULL << 4;
    QTest::addRow("more than half, from a pool") << 11'000'000ULL << 1;
    QTest::addRow("all") << 20'000'000ULL << 7;
}

void TestWorkloads::appendsWithoutRepetition()
{
    QFETCH(quint64, items);
    QFETCH(int, parts);
    append::forget();
    WorkOrder order;
    order.seatsPerTeam = static_cast<std::uint32_t>(parts);
    Workbench bench("append", order);
    for (int part = 0; part < parts; ++part) {
        const auto outcome =
            bench.run({TaskId{1}, static_cast<PartId>(part), order.seatsPerTeam, items},
                      static_cast<std::uint32_t>(part));
        QVERIFY2(outcome.has_value(), errorOf(outcome).c_str());  // the work counts them itself
        QCOMPARE(*outcome, Outcome::Done);
    }
    QCOMPARE(append::itemsHere(), static_cast<std::int64_t>(items));
    QCOMPARE(bench.memory().shared().totals.items.load(), static_cast<std::int64_t>(items));
    QVERIFY(append::bytesHere() >= static_cast<std::int64_t>(items) * 4);
    append::forget();
}

void TestWorkloads::appendGivesMemoryBack()
{
    Workbench bench("append");
    QCOMPARE(bench.run({TaskId{1}, PartId{0}, 1, 5'000}).value(), Outcome::Done);
    QVERIFY(bench.memory().shared().totals.memory.load() >= 20'000);
    append::forget();
    QCOMPARE(bench.memory().shared().totals.memory.load(), 0);
    QCOMPARE(append::itemsHere(), 0);
}

void TestWorkloads::treesAreUnevenButFixed()
{
    std::vector<std::uint64_t> sizes;
    for (std::uint32_t task = 1; task <= 1000; ++task)
        sizes.push_back(tree::nodesOf(TaskId{task}, 10'000));
    const auto [least, most] = std::ranges::minmax(sizes);
    QVERIFY(least >= 1'000 && most <= 40'000 && most > 10 * least);
    const double mean = std::accumulate(sizes.begin(), sizes.end(), 0.0) / 1000;
    QVERIFY2(mean > 8'500 && mean < 11'500, qPrintable(QString::number(mean)));
    QCOMPARE(tree::nodesOf(TaskId{3}, 10'000), sizes[2]);
}

void TestWorkloads::treesAreWalkedWhole_data()
{
    QTest::addColumn<quint64>("mean");
    QTest::addColumn<int>("parts");
    for (const quint64 mean : {1ULL, 2ULL, 17ULL, 2'000ULL}) {
        for (const int parts : {1, 2, 5})
            QTest::addRow("%llu nodes in %d parts", mean, parts) << mean << parts;
    }
}

void TestWorkloads::treesAreWalkedWhole()
{
    QFETCH(quint64, mean);
    QFETCH(int, parts);
    WorkOrder order;
    order.tasks = 10;
    Workbench bench("tree", order);
    for (std::uint32_t task = 1; task <= 10; ++task) {
        for (int part = 0; part < parts; ++part) {
            const auto outcome = bench.run(
                {TaskId{1}, static_cast<PartId>(part), static_cast<std::uint32_t>(parts), mean});
            QVERIFY2(outcome.has_value(), errorOf(outcome).c_str());
        }
    }
}

void TestWorkloads::serialPartComesFirst()
{
    // The second part waits for the first one's serial beginning; alone on its thread, it can only
    // give up when the run stops.
    WorkOrder order = orderWith(Setting::Serial, 50);
    order.seatsPerTeam = 2;
    Workbench bench("compute", order);
    bench.tools().isEventLoop = true;
    const auto second = bench.run({TaskId{1}, PartId{1}, 2, 10'000}, 1);
    QCOMPARE(errorOf(second), std::string("it waits"));
    QCOMPARE(bench.run({TaskId{1}, PartId{0}, 2, 10'000}, 0).value(), Outcome::Done);
    QCOMPARE(bench.run({TaskId{1}, PartId{1}, 2, 10'000}, 1).value(), Outcome::Done);
    QCOMPARE(bench.memory().shared().locks[0].holder(), -1);  // was released
}

void TestWorkloads::throwingWorkFails()
{
    const auto throws = [](bool outOfMemory) -> Work {
        if (outOfMemory)
            throw std::bad_alloc();
        throw std::runtime_error("the reason");
        co_return Outcome::Done;
    };
    for (const bool outOfMemory : {true, false}) {
        Work work = throws(outOfMemory);
        work.resume();
        QVERIFY(work.isDone());
        QCOMPARE(errorOf(work.result()), std::string(outOfMemory ? "out of memory" : "the reason"));
    }
}

void TestWorkloads::memoryCountsWhatItMoves()
{
    Workbench bench("memory", orderWith(Setting::Memory, 100));
    QCOMPARE(bench.run({TaskId{1}, PartId{0}, 1, 500}).value(), Outcome::Done);
    QCOMPARE(bench.memory().shared().totals.streamed.load(), 500LL * 3 * 8 * 4096);
}

QTEST_GUILESS_MAIN(TestWorkloads)
#include "tst_workloads.moc"

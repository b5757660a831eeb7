#include "app/table/intervalorder.h"
#include "app/table/intervalscope.h"
#include "tests/app/timeline/simulatedrun.h"
#include "tests/app/timeline/switchedrun.h"
#include "tests/support/recordingtext.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>
#include <ranges>
#include <tuple>

using namespace std::chrono_literals;

namespace {

struct Sample {
    explicit Sample(Recording of, RowsBy by = RowsBy::Tasks) : recording(std::move(of)), rows(by)
    {
        model.update(recording, rows);
    }

    [[nodiscard]] RowSource source() const { return {recording, model, rows, 2}; }

    Recording recording;
    RowsBy rows;
    PanelModel model;
};

Recording observedRun(std::uint32_t seed)
{
    Recording last;
    feed(framesOf({.seed = seed}), [&](const Comparison& now) { last = now.runs.front(); });
    return last;
}

using Order = std::vector<std::pair<std::uint32_t, std::size_t>>;

/// What the order is to be, by sorting a copy of everything.
Order sortedCopy(const IntervalReader& reader, const std::vector<IntervalList>& lists)
{
    std::vector<std::tuple<Nanoseconds, std::uint32_t, std::size_t>> all;
    for (std::uint32_t i = 0; i < lists.size(); ++i) {
        for (std::size_t index = lists[i].first; index < lists[i].last; ++index)
            all.emplace_back(reader.startOf(lists[i], index), i, index);
    }
    std::ranges::sort(all);
    Order order;
    for (const auto& [start, list, index] : all)
        order.emplace_back(list, index);
    return order;
}

Order orderOf(const Sample& sample, const IntervalScope& scope, std::uint32_t seed)
{
    const RowSource source = sample.source();
    const auto tasks = tasksIn(source, scope);
    const IntervalReader reader(source, tasks);
    IntervalOrder order;
    order.setLists(listsIn(source, scope, tasks));
    const Order wanted = sortedCopy(reader, order.lists());
    Order found(order.size());
    std::vector<std::size_t> positions(order.size());
    std::iota(positions.begin(), positions.end(), std::size_t{});
    std::ranges::shuffle(positions, std::mt19937(seed));  // pages come and go
    for (const std::size_t position : positions) {
        const auto ref = order.at(reader, position);
        if (ref)
            found[position] = {ref->list, ref->index};
    }
    return found == wanted ? found : Order();
}

}  // namespace

/// The order of intervals that are not copied.
class TestIntervalOrder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isThatOfASortedCopy_data();
    void isThatOfASortedCopy();
    void thoseThatStartAtOnce();
    void countsThoseBefore();
    void listsThatHaveBecomeShorter();
    void aMillionIsFoundWithoutACopy();
};

void TestIntervalOrder::isThatOfASortedCopy_data()
{
    QTest::addColumn<RowsBy>("rows");
    QTest::addColumn<int>("seed");
    for (const int seed : {1, 2, 3}) {
        QTest::addRow("by worker, %d", seed) << RowsBy::Workers << seed;
        QTest::addRow("by core, %d", seed) << RowsBy::Cores << seed;
    }
}

void TestIntervalOrder::isThatOfASortedCopy()
{
    QFETCH(const RowsBy, rows);
    QFETCH(const int, seed);
    const auto number = static_cast<std::uint32_t>(seed);
    const Sample sample(observedRun(number), rows);
    QVERIFY(orderOf(sample, {}, number).size() > 100);
    const TimeRange span = sample.recording.span();
    const TimeRange middle{span.start + span.length() / 3, span.end - span.length() / 3};
    QVERIFY(!orderOf(sample, {.row = {}, .within = middle}, number).empty());
    QVERIFY(!orderOf(sample, {.row = 1, .within = {}}, number).empty());
}

void TestIntervalOrder::thoseThatStartAtOnce()
{
    Recording recording = recordingOfSlices(3, 1);
    for (Worker& worker : recording.workers) {  // more at one instant than a page holds
        worker.slices.assign(400, {.start = 1s, .end = 1s, .task = worker.slices[0].task});
        worker.waits.clear();
    }
    const Sample sample(recording, RowsBy::Workers);
    QCOMPARE(orderOf(sample, {}, 1).size(), std::size_t{1'200});
}

void TestIntervalOrder::countsThoseBefore()
{
    const Sample sample(recordingFrom("T1[0-30] T2[10-30]\n"
                                      "W1: T1 run 0-10 ready 10-20 run 20-30\n"
                                      "W2: T2 run 10-30\n"));
    const RowSource source = sample.source();
    const auto tasks = tasksIn(source, {});
    const IntervalReader reader(source, tasks);
    IntervalOrder order;
    order.setLists(listsIn(source, {}, tasks));
    const Nanoseconds origin = sample.recording.start.origin;
    QCOMPARE(order.size(), std::size_t{6});
    QCOMPARE(order.countBefore(reader, origin), std::size_t{0});
    QCOMPARE(order.countBefore(reader, origin + 10ms), std::size_t{2});
    QCOMPARE(order.countBefore(reader, origin + 10ms + 1ns), std::size_t{5});
    QCOMPARE(order.countBefore(reader, origin + 1s), std::size_t{6});
}

void TestIntervalOrder::listsThatHaveBecomeShorter()
{
    Sample sample(recordingOfSlices(2, 400), RowsBy::Workers);
    const RowSource source = sample.source();
    const std::vector<std::uint32_t> tasks;
    const IntervalReader reader(source, tasks);
    IntervalOrder order;
    order.setLists(listsIn(source, {}, tasks));
    const std::size_t last = order.size() - 1;
    QVERIFY(order.at(reader, last).has_value());
    for (Worker& worker : sample.recording.workers) {
        worker.slices.pop_back();
        worker.waits.pop_back();
    }
    QVERIFY(!order.isIntact(reader));
    QVERIFY(!order.at(reader, last).has_value());  // of a page that is there
    QVERIFY(!order.at(reader, 0).has_value());     // and of one that is not
}

void TestIntervalOrder::aMillionIsFoundWithoutACopy()
{
    const Sample sample(recordingOfSlices(100, 5'000), RowsBy::Workers);
    const RowSource source = sample.source();
    const std::vector<std::uint32_t> tasks;
    const IntervalReader reader(source, tasks);
    IntervalOrder order;
    order.setLists(listsIn(source, {}, tasks));
    QVERIFY(order.size() > 900'000);
    const auto startAt = [&](std::size_t position) {
        const auto ref = order.at(reader, position);
        return reader.startOf(order.lists()[ref->list], ref->index);
    };
    for (const std::size_t position : {std::size_t{0}, order.size() / 2, order.size() - 300}) {
        QVERIFY(std::ranges::is_sorted(std::views::iota(position, position + 300), {}, startAt));
        const Nanoseconds start = startAt(position);
        QVERIFY(order.countBefore(reader, start) <= position);
        QVERIFY(order.countBefore(reader, start + 1ns) > position);
    }
}

QTEST_MAIN(TestIntervalOrder)
#include "tst_intervalorder.moc"

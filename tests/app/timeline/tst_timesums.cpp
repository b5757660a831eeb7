#include "app/timeline/timesums.h"

#include <QRandomGenerator>
#include <QTest>

namespace {

/// Random slices of tasks and between tasks, some of them without a gap between.
std::vector<Slice> randomSlices(QRandomGenerator& random, int count)
{
    std::vector<Slice> slices;
    Nanoseconds at(1000);
    for (int i = 0; i < count; ++i) {
        const Nanoseconds start = at + Nanoseconds(random.bounded(3));
        at = start + Nanoseconds(1 + random.bounded(5));
        slices.push_back({start, at, static_cast<TaskId>(random.bounded(3)), {}, -1});
    }
    return slices;
}

std::array<Nanoseconds, 2> countedWithin(const std::vector<Slice>& slices, TimeRange range)
{
    std::array<Nanoseconds, 2> sums{};
    for (const Slice& slice : slices) {
        const auto length = std::min(slice.end, range.end) - std::max(slice.start, range.start);
        sums[slice.task == TaskId::None ? 1 : 0] += std::max(Nanoseconds{}, length);
    }
    return sums;
}

}  // namespace

/// Sums over stretches of time against plain addition.
class TestTimeSums : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void searching();
    void sums_data();
    void sums();
    void listGrowsBetween();
    void lastIntervalGrows();
    void lastIntervalGoes();
    void othersComeAmongThem();
    void byReason();
    void many_data();
    void many();
    void manyOnlyForMany();
};

void TestTimeSums::searching()
{
    using Sums = TimeSums<Slice, 2>;
    std::vector<Slice> slices;
    for (int i = 0; i < 100; ++i)
        slices.push_back({Nanoseconds(10 * i), Nanoseconds(10 * i + 5), TaskId::None, {}, -1});
    for (const std::size_t from : {0U, 1U, 3U, 40U, 99U, 100U, 200U}) {
        for (int t = -1; t < 1002; ++t) {
            std::size_t ending = std::min<std::size_t>(from, 100);
            while (ending < 100 && slices[ending].end <= Nanoseconds(t))
                ++ending;
            QCOMPARE(Sums::firstEndingAfter(slices, Nanoseconds(t), from), ending);
            std::size_t starting = std::min<std::size_t>(from, 100);
            while (starting < 100 && slices[starting].start < Nanoseconds(t))
                ++starting;
            QCOMPARE(Sums::firstStartingAt(slices, Nanoseconds(t), from), starting);
        }
    }
}

void TestTimeSums::sums_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 2, 15, 16, 17, 33, 500})
        QTest::newRow(qPrintable(QString::number(count))) << count;
}

void TestTimeSums::sums()
{
    QFETCH(int, count);
    QRandomGenerator random(7);
    const auto slices = randomSlices(random, count);
    TimeSums<Slice, 2> sums;
    sums.extend(slices);
    const int end = count * 8 + 20;
    for (int i = 0; i < 2000; ++i) {
        const Nanoseconds start(990 + random.bounded(end));
        const TimeRange range{start, start + Nanoseconds(random.bounded(end))};
        QCOMPARE(sums.within(slices, range), countedWithin(slices, range));
    }
}

void TestTimeSums::listGrowsBetween()
{
    QRandomGenerator random(9);
    const auto all = randomSlices(random, 300);
    TimeSums<Slice, 2> sums;
    std::vector<Slice> seen;
    const TimeRange everything{Nanoseconds(0), Nanoseconds(10'000)};
    for (const Slice& slice : all) {
        if (random.bounded(4) == 0)
            sums.extend(seen);
        seen.push_back(slice);
        QCOMPARE(sums.within(seen, everything), countedWithin(seen, everything));
    }
}

void TestTimeSums::lastIntervalGrows()
{
    std::vector<Slice> slices;
    TimeSums<Slice, 2> sums;
    const TimeRange everything{Nanoseconds(0), Nanoseconds(100'000)};
    for (int i = 0; i < 64; ++i) {
        slices.push_back(
            {Nanoseconds(10 * i), Nanoseconds(10 * i + 1), static_cast<TaskId>(1), {}, -1});
        sums.extend(slices);
        slices.back().end += Nanoseconds(6);
        sums.extend(slices);
        QCOMPARE(sums.within(slices, everything), countedWithin(slices, everything));
    }
}

void TestTimeSums::lastIntervalGoes()
{
    std::vector<Slice> slices;
    TimeSums<Slice, 2> sums;
    const TimeRange everything{Nanoseconds(0), Nanoseconds(100'000)};
    for (int i = 0; i < 64; ++i) {
        slices.push_back({Nanoseconds(10 * i), Nanoseconds(10 * i + 9), TaskId{1}, {}, -1});
        sums.extend(slices);
        slices.pop_back();
        QVERIFY(sums.fits(slices));
        QCOMPARE(sums.within(slices, everything), countedWithin(slices, everything));
        slices.push_back({Nanoseconds(10 * i), Nanoseconds(10 * i + 1), TaskId::None, {}, -1});
        sums.extend(slices);
        QCOMPARE(sums.within(slices, everything), countedWithin(slices, everything));
    }
    slices.resize(40);
    QVERIFY(!sums.fits(slices));  // more than the last has gone
}

void TestTimeSums::othersComeAmongThem()
{
    QRandomGenerator random(11);
    auto slices = randomSlices(random, 200);
    TimeSums<Slice, 2> sums;
    const TimeRange everything{Nanoseconds(0), Nanoseconds(10'000)};
    for (const int at : {150, 100, 33, 16, 15, 0}) {
        sums.extend(slices);
        slices[static_cast<std::size_t>(at)].end = slices[static_cast<std::size_t>(at)].start;
        sums.forgetFrom(static_cast<std::size_t>(at));
        QCOMPARE(sums.within(slices, everything), countedWithin(slices, everything));
        sums.extend(slices);
        QCOMPARE(sums.within(slices, everything), countedWithin(slices, everything));
    }
}

void TestTimeSums::byReason()
{
    std::vector<Wait> waits;
    for (int i = 0; i < 70; ++i)
        waits.push_back({Nanoseconds(10 * i),
                         Nanoseconds(10 * i + 1 + i % 7),
                         TaskId::None,
                         {},
                         static_cast<WaitReason>(i % 7)});
    TimeSums<Wait, waitReasonCount> sums;
    sums.extend(waits);
    const auto found = sums.within(waits, {Nanoseconds(0), Nanoseconds(700)});
    for (int reason = 0; reason < waitReasonCount; ++reason)
        QCOMPARE(found[static_cast<std::size_t>(reason)], Nanoseconds(10 * (reason + 1)));
}

void TestTimeSums::many_data()
{
    QTest::addColumn<int>("shortest");  // of what is summed up; most slices last for 4
    QTest::addColumn<int>("tolerance");
    QTest::newRow("by blocks") << 120 << 24;
    QTest::newRow("by blocks of blocks") << 900 << 48;
}

void TestTimeSums::many()
{
    QFETCH(int, shortest);
    QFETCH(int, tolerance);
    using Sums = TimeSums<Slice, 2>;
    QRandomGenerator random(11);
    const auto slices = randomSlices(random, 5000);
    Sums sums;
    sums.extend(slices);
    int found = 0;
    for (int i = 0; i < 2000; ++i) {
        const Nanoseconds start(990 + random.bounded(12'000));
        const TimeRange range{start, start + Nanoseconds(shortest + random.bounded(shortest))};
        const std::size_t first = Sums::firstEndingAfter(slices, start, 0);
        Sums::Many many;
        if (!sums.sumUpMany(range, first - std::min<std::size_t>(first, 40), many))
            continue;
        ++found;
        const auto exact = countedWithin(slices, range);
        for (const std::size_t kind : {0U, 1U})
            QVERIFY(std::abs((many.sums[kind] - exact[kind]).count()) < tolerance);
        QVERIFY(range.contains(slices[many.inside].start));
        QCOMPARE(many.task, slices[many.inside].task);
        QVERIFY(many.next <= Sums::firstEndingAfter(slices, range.end, 0));
        const TimeRange after{range.end, range.end + range.length()};
        Sums::Many alone;
        Sums::Many goingOn = many;
        const bool isMany = sums.sumUpMany(after, many.next, alone);
        QCOMPARE(sums.sumUpMany(after, many.next, goingOn), isMany);
        QVERIFY(!isMany || goingOn.sums == alone.sums);
    }
    QVERIFY(found > 1500);
}

void TestTimeSums::manyOnlyForMany()
{
    using Sums = TimeSums<Slice, 2>;
    QRandomGenerator random(12);
    const auto slices = randomSlices(random, 23);
    Sums sums;
    sums.extend(slices);
    Sums::Many many;
    QVERIFY(!sums.sumUpMany({Nanoseconds(0), Nanoseconds(10'000)}, 0, many));
    const auto more = randomSlices(random, 1000);
    Sums all;
    all.extend(more);
    QVERIFY(!all.sumUpMany({Nanoseconds(1500), Nanoseconds(1530)}, 0, many));
    all.forgetFrom(0);
    QVERIFY(!all.sumUpMany({Nanoseconds(1000), Nanoseconds(3000)}, 0, many));
}

QTEST_GUILESS_MAIN(TestTimeSums)
#include "tst_timesums.moc"

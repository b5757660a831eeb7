#include "core/observe/clock.h"
#include "core/observe/recorder.h"
#include "core/observe/workerlog.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <new>

namespace {

struct Free {
    void operator()(Ring* ring) const { ::operator delete (ring, std::align_val_t{64}); }
};
using OwnedRing = std::unique_ptr<Ring, Free>;

OwnedRing makeRing()
{
    constexpr std::uint64_t capacity = 256;
    void* const memory = ::operator new (Ring::bytesFor(capacity), std::align_val_t{64});
    return OwnedRing(new (memory) Ring(capacity));
}

void busyFor(Nanoseconds length)
{
    for (const Nanoseconds end = now() + length; now() < end;) {
    }
}

std::vector<EventKind> kindsOf(const EventBatch& batch)
{
    std::vector<EventKind> kinds;
    for (const Event& event : batch.events)
        kinds.push_back(event.kind);
    return kinds;
}

}  // namespace

class TestRecorder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mergesByTime();
    void keepsWhatIsLaterThanItsReading();
    void saysWhenAWorkerWasLastSeen();
    void longStepIsAGap();
    void waitIsNoGap();
    void workerLetGoLateWasReady();
    void ringTakenOverByAnotherWorker();
};

void TestRecorder::mergesByTime()
{
    const OwnedRing first = makeRing();
    const OwnedRing second = makeRing();
    Recorder recorder(RunId{3}, nullptr);
    recorder.follow(*first, WorkerId{1}, 1);
    recorder.follow(*second, WorkerId{2}, 2);
    for (const int time : {10, 30, 50})
        first->push({.time = Nanoseconds(time), .kind = EventKind::TaskStart});
    for (const int time : {20, 40})
        second->push({.time = Nanoseconds(time), .kind = EventKind::TaskStart});
    const EventBatch batch = recorder.collect();
    QCOMPARE(batch.run, RunId{3});
    std::string order;
    for (const Event& event : batch.events)
        order +=
            std::to_string(number(event.worker)) + "@" + std::to_string(event.time.count()) + " ";
    QCOMPARE(order, std::string("1@10 2@20 1@30 2@40 1@50 "));
}

void TestRecorder::keepsWhatIsLaterThanItsReading()
{
    const OwnedRing ring = makeRing();
    Recorder recorder(RunId{0}, nullptr);
    recorder.follow(*ring, WorkerId{1}, 1);
    const Nanoseconds later = now() + std::chrono::milliseconds(20);
    ring->push({.time = Nanoseconds(1), .kind = EventKind::TaskStart});
    ring->push({.time = later, .kind = EventKind::TaskStop});
    QCOMPARE(kindsOf(recorder.collect()), std::vector{EventKind::TaskStart});
    busyFor(later - now());
    QCOMPARE(kindsOf(recorder.collect()), std::vector{EventKind::TaskStop});
}

void TestRecorder::saysWhenAWorkerWasLastSeen()
{
    const OwnedRing ring = makeRing();
    std::atomic<std::uint32_t> news = 0;
    Recorder recorder(RunId{0}, nullptr);
    recorder.follow(*ring, WorkerId{1}, 1);
    WorkerLog log(*ring, news);
    log.start(now());
    (void)recorder.collect();
    Nanoseconds seen = log.tick();
    EventBatch batch = recorder.collect();
    while (batch.events.back().kind == EventKind::Gap) {  // then it was noted by that: once more
        seen = log.tick();
        batch = recorder.collect();
    }
    QCOMPARE(batch.events.back().kind, EventKind::Alive);
    QCOMPARE(batch.events.back().time, seen);
    QVERIFY(recorder.collect().events.empty());  // said once
}

void TestRecorder::longStepIsAGap()
{
    const OwnedRing ring = makeRing();
    std::atomic<std::uint32_t> news = 0;
    Recorder recorder(RunId{0}, nullptr);
    recorder.follow(*ring, WorkerId{1}, 1);
    WorkerLog log(*ring, news);
    log.start(now());
    const Nanoseconds before = log.tick();
    busyFor(WorkerLog::gapThreshold * 3);
    const Nanoseconds after = log.tick();
    const EventBatch batch = recorder.collect();
    const auto gap = std::ranges::find_if(batch.events, [&](const Event& event) {
        return event.kind == EventKind::Gap && event.value == before.count();
    });
    QVERIFY(gap != batch.events.end());
    QCOMPARE(gap->time, after);
}

void TestRecorder::waitIsNoGap()
{
    const OwnedRing ring = makeRing();
    std::atomic<std::uint32_t> news = 0;
    Recorder recorder(RunId{0}, nullptr);
    recorder.follow(*ring, WorkerId{1}, 1);
    WorkerLog log(*ring, news);
    log.beginWait(WaitReason::Sleep);
    const Nanoseconds begin = now();
    busyFor(WorkerLog::gapThreshold * 3);
    log.endWait(WaitReason::Sleep);
    const EventBatch batch = recorder.collect();
    QVERIFY(std::ranges::none_of(batch.events, [&](const Event& event) {
        return event.kind == EventKind::Gap && event.time > begin;
    }));
    QCOMPARE(batch.events.back().detail, static_cast<std::uint8_t>(WaitReason::Sleep));
}

void TestRecorder::workerLetGoLateWasReady()
{
    const OwnedRing ring = makeRing();
    std::atomic<std::uint32_t> news = 0;
    Recorder recorder(RunId{0}, nullptr);
    recorder.follow(*ring, WorkerId{1}, 1);
    WorkerLog log(*ring, news);
    const Nanoseconds origin = now() - std::chrono::milliseconds(5);
    log.start(origin);
    const EventBatch batch = recorder.collect();
    QCOMPARE(batch.events.at(0).kind, EventKind::WorkerStart);
    QCOMPARE(batch.events.at(0).time, origin);
    QCOMPARE(batch.events.at(1).kind, EventKind::Gap);
    QCOMPARE(batch.events.at(1).value, origin.count());
}

void TestRecorder::ringTakenOverByAnotherWorker()
{
    const OwnedRing ring = makeRing();
    Recorder recorder(RunId{0}, nullptr);
    recorder.follow(*ring, WorkerId{1}, 1);
    ring->push({.time = Nanoseconds(1), .kind = EventKind::WorkerStop});
    QCOMPARE(recorder.collect().events.at(0).worker, WorkerId{1});
    recorder.follow(*ring, WorkerId{2}, 2);
    ring->push({.time = Nanoseconds(2), .kind = EventKind::WorkerStart});
    QCOMPARE(recorder.collect().events.at(0).worker, WorkerId{2});
}

QTEST_GUILESS_MAIN(TestRecorder)
#include "tst_recorder.moc"

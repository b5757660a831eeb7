#include "core/observe/ring.h"

#include <QTest>

#include <memory>
#include <new>
#include <thread>
#include <vector>

namespace {

constexpr std::uint64_t capacity = 16;

/// A ring in memory of its own.
class OwnedRing {
public:
    OwnedRing()
        : m_memory(static_cast<std::byte*>(
              ::operator new (Ring::bytesFor(capacity), std::align_val_t{64}))),
          m_ring(new (m_memory) Ring(capacity))
    {}
    OwnedRing(const OwnedRing&) = delete;
    OwnedRing& operator=(const OwnedRing&) = delete;
    ~OwnedRing() { ::operator delete (m_memory, std::align_val_t{64}); }

    Ring* operator->() const { return m_ring; }

private:
    std::byte* m_memory;
    Ring* m_ring;
};

Event at(std::int64_t time)
{
    return {.time = Nanoseconds(time), .kind = EventKind::Alive};
}

std::vector<Event> drained(const OwnedRing& ring)
{
    std::vector<Event> events;
    ring->drain([&](const Event& event) { events.push_back(event); });
    return events;
}

}  // namespace

class TestRing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void handsOverInOrder();
    void wrapsAround();
    void asksForTheRecorderWhenHalfFull();
    void countsWhatDoesNotFitAndSaysWhere();
    void twoThreadsLoseNothingThatFits();
};

void TestRing::handsOverInOrder()
{
    const OwnedRing ring;
    for (int i = 1; i <= 5; ++i)
        ring->push(at(i));
    const auto events = drained(ring);
    QCOMPARE(events.size(), 5U);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(events[static_cast<std::size_t>(i)].time, Nanoseconds(i + 1));
    QVERIFY(drained(ring).empty());
}

void TestRing::wrapsAround()
{
    const OwnedRing ring;
    std::int64_t expected = 0;
    for (int i = 0; i < 1000; ++i) {
        ring->push(at(i));
        if (i % 7 == 0) {
            for (const Event& event : drained(ring))
                QCOMPARE(event.time.count(), expected++);
        }
    }
    QCOMPARE(ring->lost(), 0U);
}

void TestRing::asksForTheRecorderWhenHalfFull()
{
    const OwnedRing ring;
    for (std::uint64_t i = 0; i < capacity / 2; ++i)
        QVERIFY(!ring->push(at(1)));
    QVERIFY(ring->push(at(1)));
    (void)drained(ring);
    QVERIFY(!ring->push(at(2)));
}

void TestRing::countsWhatDoesNotFitAndSaysWhere()
{
    const OwnedRing ring;
    for (std::uint64_t i = 0; i < capacity + 3; ++i)
        ring->push(at(1));
    QCOMPARE(ring->lost(), 3U);
    QCOMPARE(drained(ring).size(), capacity);
    ring->push(at(5));
    const auto events = drained(ring);
    QCOMPARE(events.size(), 2U);
    QCOMPARE(events[0].kind, EventKind::Lost);
    QCOMPARE(events[0].value, 3);
    QCOMPARE(events[0].time, Nanoseconds(5));
    QCOMPARE(events[1], at(5));
    QCOMPARE(ring->lost(), 3U);
}

void TestRing::twoThreadsLoseNothingThatFits()
{
    constexpr std::int64_t count = 200'000;
    const OwnedRing ring;
    std::jthread writer([&] {
        for (std::int64_t i = 0; i < count; ++i)
            ring->push(at(i));
    });
    std::int64_t seen = 0;
    std::int64_t last = -1;
    std::int64_t lost = 0;
    const auto take = [&](const Event& event) {
        if (event.kind == EventKind::Lost) {
            lost += event.value;
            return;
        }
        QVERIFY(event.time.count() > last);
        last = event.time.count();
        ++seen;
    };
    while (seen + static_cast<std::int64_t>(ring->lost()) < count)
        ring->drain(take);
    writer.join();
    ring->drain(take);
    QCOMPARE(seen + static_cast<std::int64_t>(ring->lost()), count);
    QVERIFY(lost <= static_cast<std::int64_t>(ring->lost()));
}

QTEST_GUILESS_MAIN(TestRing)
#include "tst_ring.moc"

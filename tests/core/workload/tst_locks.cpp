#include "core/observe/clock.h"
#include "core/workload/globallock.h"
#include "core/workload/sharedlock.h"

#include <QTest>

#include <thread>
#include <vector>

/// The two locks that workers share.
class TestLocks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsItsHolder();
    void excludesOthers();
    void waitsUntilItIsFree();
    void isFreedForTheDead();
    void wakesWithoutBeingFree();
    void globalLockHasOneHolder();
    void globalLockIsAskedForAfterItsInterval();
    void globalLockGoesToAnother();
    void globalLockNeedsNobodyElse();
};

void TestLocks::knowsItsHolder()
{
    SharedLock lock;
    QCOMPARE(lock.holder(), -1);
    QVERIFY(lock.tryLock(0));
    QCOMPARE(lock.holder(), 0);
    QVERIFY(!lock.tryLock(7));
    QCOMPARE(lock.holder(), 0);
    lock.unlock();
    QCOMPARE(lock.holder(), -1);
    QVERIFY(lock.tryLock(7));
    QCOMPARE(lock.holder(), 7);
}

void TestLocks::excludesOthers()
{
    constexpr int additions = 20'000;
    SharedLock lock;
    int count = 0;  // protected by nothing else
    const auto add = [&](std::uint32_t seat) {
        for (int i = 0; i < additions; ++i) {
            while (!lock.tryLock(seat))
                lock.wait(std::chrono::milliseconds(500));
            ++count;
            lock.unlock();
        }
    };
    {
        std::vector<std::jthread> threads;
        for (std::uint32_t seat = 0; seat < 4; ++seat)
            threads.emplace_back(add, seat);
    }
    QCOMPARE(count, 4 * additions);
}

void TestLocks::waitsUntilItIsFree()
{
    SharedLock lock;
    QVERIFY(lock.tryLock(1));
    std::atomic<bool> isLocked = false;
    std::jthread other([&] {
        while (!lock.tryLock(2))
            lock.wait(std::chrono::minutes(5));  // is woken, or the test never ends
        isLocked = true;
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    QVERIFY(!isLocked);
    lock.unlock();
    other.join();
    QVERIFY(isLocked);
    QCOMPARE(lock.holder(), 2);
}

void TestLocks::isFreedForTheDead()
{
    SharedLock lock;
    QVERIFY(lock.tryLock(3));
    lock.unlockFor(4);
    QCOMPARE(lock.holder(), 3);
    lock.unlockFor(3);
    QCOMPARE(lock.holder(), -1);
    QVERIFY(lock.tryLock(4));
}

void TestLocks::wakesWithoutBeingFree()
{
    SharedLock lock;
    QVERIFY(lock.tryLock(1));
    std::atomic<bool> hasLooked = false;
    std::jthread other([&] {
        lock.wait(std::chrono::minutes(5));
        hasLooked = true;
    });
    while (!hasLooked) {
        lock.wake();
        std::this_thread::yield();
    }
    QCOMPARE(lock.holder(), 1);
}

void TestLocks::globalLockHasOneHolder()
{
    GlobalLock lock;
    QCOMPARE(lock.holder(), TaskId::None);
    QVERIFY(lock.tryTake(0, TaskId{5}));
    QCOMPARE(lock.holder(), TaskId{5});
    QVERIFY(!lock.tryTake(1, TaskId{6}));
    lock.drop(0);
    QVERIFY(lock.tryTake(1, TaskId{6}));
}

void TestLocks::globalLockIsAskedForAfterItsInterval()
{
    GlobalLock lock;
    QVERIFY(lock.tryTake(0, TaskId{1}));
    const Nanoseconds start = now();
    std::jthread other([&] { lock.take(1, TaskId{2}); });
    while (!lock.isAskedFor())
        std::this_thread::yield();
    QVERIFY(now() - start >= GlobalLock::switchInterval);
    QVERIFY(lock.turns().empty());
    lock.drop(0);
    other.join();
    QCOMPARE(lock.turns().size(), 1U);
    QVERIFY(lock.turns()[0] >= GlobalLock::switchInterval);
    QCOMPARE(lock.holder(), TaskId{2});
    QVERIFY(!lock.isAskedFor());
}

void TestLocks::globalLockGoesToAnother()
{
    // Who was asked to let go gets the lock again only after the other has had it.
    GlobalLock lock;
    QVERIFY(lock.tryTake(0, TaskId{1}));
    std::atomic<int> turns = 0;
    std::jthread other([&] {
        lock.take(1, TaskId{2});
        ++turns;
        lock.drop(1);
    });
    while (!lock.isAskedFor())
        std::this_thread::yield();
    lock.drop(0);
    lock.take(0, TaskId{1});
    QCOMPARE(turns, 1);
}

void TestLocks::globalLockNeedsNobodyElse()
{
    GlobalLock lock;
    for (int i = 0; i < 1000; ++i) {
        lock.take(0, TaskId{1});
        QVERIFY(!lock.isAskedFor());
        lock.drop(0);
    }
}

QTEST_GUILESS_MAIN(TestLocks)
#include "tst_locks.moc"

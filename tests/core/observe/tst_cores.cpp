#include "core/observe/cores.h"

#include "core/observe/clock.h"

#include <QTest>

#include <set>
#include <thread>

class TestCores : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsAtLeastOneCore();
    void boundThreadStaysOnItsCores();
    void threadsInheritTheBinding();
};

namespace {

/// The cores that the calling thread is seen on while it gives up its core often.
std::set<int> coresUsed()
{
    std::set<int> used;
    for (int i = 0; i < 2000; ++i) {
        used.insert(currentCore());
        std::this_thread::yield();
    }
    return used;
}

}  // namespace

void TestCores::findsAtLeastOneCore()
{
    const auto cores = Cores::detect();
    QVERIFY(cores.has_value());
    QVERIFY(cores->machine().cores >= 1);
    QVERIFY(cores->machine().physicalCores >= 1);
    QVERIFY(cores->machine().physicalCores <= cores->machine().cores);
}

void TestCores::boundThreadStaysOnItsCores()
{
    const auto cores = Cores::detect();
    if (!cores->machine().canBind)
        QSKIP("this system cannot bind threads to cores");
    QVERIFY(cores->bindCurrentThread(1).has_value());
    const auto used = coresUsed();
    QVERIFY(cores->bindCurrentThread(cores->machine().cores).has_value());
    QCOMPARE(used.size(), 1U);
}

void TestCores::threadsInheritTheBinding()
{
    const auto cores = Cores::detect();
    if (!cores->machine().canBind)
        QSKIP("this system cannot bind threads to cores");
    QVERIFY(cores->bindCurrentThread(1).has_value());
    std::set<int> first;
    std::set<int> second;
    std::jthread([&] { first = coresUsed(); }).join();
    std::jthread([&] { second = coresUsed(); }).join();
    QVERIFY(cores->bindCurrentThread(cores->machine().cores).has_value());
    QCOMPARE(first.size(), 1U);
    QCOMPARE(first, second);
}

QTEST_GUILESS_MAIN(TestCores)
#include "tst_cores.moc"

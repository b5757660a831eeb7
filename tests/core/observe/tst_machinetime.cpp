#include "core/observe/cputime.h"
#include "core/observe/machinetime.h"

#include <QTest>

namespace {

using namespace std::chrono_literals;

constexpr Nanoseconds step = 10ms;

/// Keeps a core busy until this thread has had so much time on it.
void compute(Nanoseconds time)
{
    const Nanoseconds start = threadCpuTime().total;
    while (threadCpuTime().total - start < time) {
    }
}

}  // namespace

/// What the whole machine does during a run.
class TestMachineTime : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ownWorkIsInBusyTime();
    void runsTellBusyTime();
};

void TestMachineTime::ownWorkIsInBusyTime()
{
    const auto before = machineTime();
    if (!before)
        QSKIP("this system does not tell what its cores do");
    compute(300ms);
    const auto after = machineTime();
    QVERIFY(after);
    const Nanoseconds stolen = after->stolen - before->stolen;
    QVERIFY(after->busy - before->busy + stolen >= 300ms - 5 * step);
}

void TestMachineTime::runsTellBusyTime()
{
    if (!machineTime())
        QSKIP("this system does not tell what its cores do");
    compute(100ms);
    RunCosts costs(0);
    compute(300ms);
    RunSummary longer;
    costs.addTo(longer);
    QVERIFY(longer.busyTime.value() + longer.stolenTime.value() >= 300ms - 5 * step);
    QVERIFY(longer.stolenTime >= 0ms);
    QVERIFY(longer.observerTime >= 300ms);

    costs.restart();
    RunSummary none;
    costs.addTo(none);
    QVERIFY(none.busyTime.value() < longer.busyTime.value());
}

QTEST_APPLESS_MAIN(TestMachineTime)
#include "tst_machinetime.moc"

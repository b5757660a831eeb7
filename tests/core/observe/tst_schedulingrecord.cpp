#include "core/observe/clock.h"
#include "core/observe/foreignprogram.h"
#include "core/observe/processtree.h"
#include "core/observe/schedulingrecord.h"
#include "tests/support/descriptors.h"

#include <QProcess>
#include <QTest>

#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <thread>

using namespace std::chrono_literals;
using Kind = SchedulingEntry::Kind;

namespace {

std::vector<SchedulingEntry> entriesOf(std::int64_t tid,
                                       const std::vector<SchedulingEntry>& entries)
{
    std::vector<SchedulingEntry> own;
    std::ranges::copy_if(entries, std::back_inserter(own),
                         [tid](const SchedulingEntry& entry) { return entry.tid == tid; });
    std::ranges::stable_sort(own, {}, &SchedulingEntry::time);
    return own;
}

std::vector<SchedulingEntry> readAll(SchedulingRecord& record)
{
    std::vector<SchedulingEntry> entries;
    record.read(entries);
    return entries;
}

std::int64_t countOf(Kind kind, const std::vector<SchedulingEntry>& entries)
{
    return std::ranges::count(entries, kind, &SchedulingEntry::kind);
}

bool isSwitch(const SchedulingEntry& entry)
{
    return entry.kind == Kind::In || entry.kind == Kind::Preempted || entry.kind == Kind::Blocked;
}

/// The number of a thread that has slept `naps` times and ended.
std::int64_t threadThatNaps(int naps)
{
    std::int64_t tid = 0;
    std::jthread([&] {
        tid = currentThread();
        for (int i = 0; i < naps; ++i)
            std::this_thread::sleep_for(200us);
    }).join();
    return tid;
}

/// Keeps the calling thread, and those that it starts, on the core where it is.
class OnOneCore {
public:
    OnOneCore()
    {
        sched_getaffinity(0, sizeof m_before, &m_before);
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(static_cast<std::size_t>(sched_getcpu()), &one);
        sched_setaffinity(0, sizeof one, &one);
    }
    OnOneCore(const OnOneCore&) = delete;
    OnOneCore& operator=(const OnOneCore&) = delete;
    ~OnOneCore() { sched_setaffinity(0, sizeof m_before, &m_before); }

private:
    cpu_set_t m_before{};
};

/// Two threads hand a byte to and fro through pipes: each turn is two switches.
void playPingPong(std::size_t turns)
{
    std::array<std::array<int, 2>, 2> pipes{};
    for (auto& ends : pipes)
        QCOMPARE(::pipe(ends.data()), 0);
    const auto play = [turns](int from, int to) {
        char ball = 0;
        for (std::size_t i = 0; i < turns; ++i) {
            if (::write(to, &ball, 1) != 1 || ::read(from, &ball, 1) != 1)
                return;
        }
    };
    std::jthread other([&] { play(pipes[0][0], pipes[1][1]); });
    std::jthread one([&] { play(pipes[1][0], pipes[0][1]); });
    one.join();
    other.join();
    for (const auto& ends : pipes) {
        ::close(ends[0]);
        ::close(ends[1]);
    }
}

}  // namespace

/// The kernel's own record, on this machine.
class TestSchedulingRecord : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusalsSayWhatWouldHelp_data();
    void refusalsSayWhatWouldHelp();
    void recordsThreadsThatStartLater();
    void readsOnlyOnce();
    void recordsNamesAndPrograms();
    void recordsEveryKindOfSwitch();
    void fullMemoryIsToldOnce();
    void twoAtOnce();
    void canBeMoved();
    void memoryIsWholePages();
    void leaksNothing();
    void waitsForInputOrTheTime();
    void whatHasHungUpIsWaitedForNoMore();
};

/// Most of it needs a kernel that grants its record. Where it does not, the reason is told.
void TestSchedulingRecord::init()
{
    const std::string function = QTest::currentTestFunction();
    if (function.starts_with("refusals") || function.starts_with("wait") ||
        function.starts_with("what"))
        return;
    if (const auto record = SchedulingRecord::open(); !record)
        QSKIP(record.error().message.c_str());
}

void TestSchedulingRecord::refusalsSayWhatWouldHelp_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QStringList>("expected");  // any of them
    QTest::newRow("forbidden") << QStringLiteral("access")
                               << QStringList{
                                      QStringLiteral("let it use perf_event_open"),
                                      QStringLiteral("sudo sysctl kernel.perf_event_paranoid=2")};
    QTest::newRow("missing") << QStringLiteral("missing")
                             << QStringList{QStringLiteral("perf_event_open is missing")};
}

void TestSchedulingRecord::refusalsSayWhatWouldHelp()
{
    QFETCH(QString, how);
    QFETCH(QStringList, expected);
    QProcess process;
    process.start(QStringLiteral(FORBIDDING),
                  {how, QCoreApplication::applicationFilePath(), QStringLiteral("--refusal")});
    QVERIFY(process.waitForFinished(60'000));
    const QString why = QString::fromUtf8(process.readAllStandardOutput());
    QVERIFY2(std::ranges::any_of(expected, [&](const QString& text) { return why.contains(text); }),
             qPrintable(why));
}

void TestSchedulingRecord::recordsThreadsThatStartLater()
{
    auto record = SchedulingRecord::open();
    const Nanoseconds before = now();
    const std::int64_t tid = threadThatNaps(20);
    const Nanoseconds after = now();
    const auto own = entriesOf(tid, readAll(*record));
    QCOMPARE(countOf(Kind::Started, own), 1);
    QCOMPARE(own.front().kind, Kind::Started);
    QCOMPARE(own.front().parent, static_cast<std::int32_t>(currentThread()));
    QCOMPARE(countOf(Kind::Ended, own), 1);
    QVERIFY(countOf(Kind::Blocked, own) >= 20);
    bool isOn = false;
    bool isFirst = true;  // the first switch in may be missing
    for (const SchedulingEntry& entry : own) {
        QCOMPARE(entry.pid, static_cast<std::int32_t>(getpid()));
        QVERIFY(entry.time >= before && entry.time <= after);
        if (!isSwitch(entry))
            continue;
        QVERIFY(isFirst || isOn != (entry.kind == Kind::In));
        isOn = entry.kind == Kind::In;
        isFirst = false;
    }
}

void TestSchedulingRecord::readsOnlyOnce()
{
    auto record = SchedulingRecord::open();
    const std::int64_t first = threadThatNaps(3);
    QVERIFY(!entriesOf(first, readAll(*record)).empty());
    QVERIFY(entriesOf(first, readAll(*record)).empty());
    const std::int64_t second = threadThatNaps(3);
    QVERIFY(!entriesOf(second, readAll(*record)).empty());
}

void TestSchedulingRecord::recordsNamesAndPrograms()
{
    auto program = ForeignProgram::prepare({"sh", "-c", "exec sleep 0.01"}, ProgramFiles::Merged);
    QVERIFY(program);
    auto record = SchedulingRecord::open(program->pid());
    QVERIFY(record);
    QVERIFY(program->letGo());
    while (!program->takeEnd())
        waitForInput({}, 2ms);
    std::vector<std::string> names;
    std::vector<SchedulingEntry> entries = readAll(*record);
    std::ranges::stable_sort(entries, {}, &SchedulingEntry::time);
    for (const SchedulingEntry& entry : entries) {
        if (entry.kind == Kind::Executed)
            names.push_back(entry.name);
    }
    QCOMPARE(names, (std::vector<std::string>{"sh", "sleep"}));
}

void TestSchedulingRecord::recordsEveryKindOfSwitch()
{
    const OnOneCore pinned;
    auto record = SchedulingRecord::open();
    std::atomic<bool> isDone = false;
    const auto compute = [&] {
        while (!isDone)
            ;
    };
    {
        std::jthread one(compute);
        std::jthread other(compute);
        for (int i = 0; i < 50; ++i)
            std::this_thread::sleep_for(2ms);  // by each it takes the core from one of them
        isDone = true;
    }
    const auto entries = readAll(*record);
    QVERIFY(countOf(Kind::In, entries) > 0);
    QVERIFY(countOf(Kind::Preempted, entries) > 0);
    QCOMPARE(countOf(Kind::Lost, entries), 0);
    QCOMPARE(countOf(Kind::Started, entries), 2);
    QCOMPARE(countOf(Kind::Ended, entries), 2);
}

void TestSchedulingRecord::fullMemoryIsToldOnce()
{
    const OnOneCore pinned;
    auto record = SchedulingRecord::open();
    constexpr std::size_t bytesOfASwitch = 64;  // an entry for the one that leaves and the other
    const std::size_t turns = 2 * record->bytesPerCore() / bytesOfASwitch;
    playPingPong(turns);
    const auto entries = readAll(*record);
    QCOMPARE(countOf(Kind::Lost, entries), 1);
    const auto lost = std::ranges::find(entries, Kind::Lost, &SchedulingEntry::kind);
    QVERIFY(lost->count > 0);
    QVERIFY(std::ranges::all_of(entries.begin(), lost, [&](const SchedulingEntry& entry) {
        return entry.core != lost->core || entry.time <= lost->time;
    }));
    QVERIFY(entries.size() + lost->count > 2 * turns);

    const std::int64_t tid = threadThatNaps(5);
    const auto later = readAll(*record);
    QCOMPARE(countOf(Kind::Lost, later), 0);
    QVERIFY(countOf(Kind::Blocked, entriesOf(tid, later)) >= 5);
}

void TestSchedulingRecord::twoAtOnce()
{
    auto one = SchedulingRecord::open();
    auto other = SchedulingRecord::open();
    if (!other)
        QSKIP(other.error().message.c_str());  // this user's memory for it is used up
    const std::int64_t tid = threadThatNaps(10);
    const auto seen = entriesOf(tid, readAll(*one));
    const auto alsoSeen = entriesOf(tid, readAll(*other));
    QCOMPARE(seen.size(), alsoSeen.size());
    for (std::size_t i = 0; i < seen.size(); ++i)
        QCOMPARE(seen[i].kind, alsoSeen[i].kind);
}

void TestSchedulingRecord::canBeMoved()
{
    auto opened = SchedulingRecord::open();
    SchedulingRecord first = std::move(*opened);
    const std::int64_t tid = threadThatNaps(3);
    auto second = SchedulingRecord::open();
    *second = std::move(first);
    QVERIFY(!entriesOf(tid, readAll(*second)).empty());
    QVERIFY(second->bytesPerCore() > 0);
}

void TestSchedulingRecord::memoryIsWholePages()
{
    const auto record = SchedulingRecord::open();
    QVERIFY(std::has_single_bit(record->bytesPerCore()));
    QVERIFY(record->bytesPerCore() >= static_cast<std::size_t>(sysconf(_SC_PAGESIZE)));
}

void TestSchedulingRecord::leaksNothing()
{
    const auto before = openDescriptors();
    for (int i = 0; i < 20; ++i) {
        auto record = SchedulingRecord::open();
        (void)threadThatNaps(1);
        SchedulingRecord moved = std::move(*record);
        (void)readAll(moved);
        (void)SchedulingRecord::open(999'999'999);  // there is no such process
    }
    QCOMPARE(openDescriptors(), before);
    QCOMPARE(mappingsNamed("perf_event"), 0);
}

void TestSchedulingRecord::waitsForInputOrTheTime()
{
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    const Nanoseconds start = now();
    waitForInput({ends[0]}, 20ms);
    QVERIFY(now() - start >= 20ms);
    QCOMPARE(::write(ends[1], "x", 1), 1);
    waitForInput({ends[0]}, 10min);  // or this test takes too long
    waitForInput({ends[0]}, Nanoseconds{});
    ::close(ends[0]);
    ::close(ends[1]);
}

void TestSchedulingRecord::whatHasHungUpIsWaitedForNoMore()
{
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    ::close(ends[1]);
    const Nanoseconds start = now();
    waitForInput({ends[0]}, 20ms);
    QVERIFY(now() - start >= 20ms);
    ::close(ends[0]);
}

int main(int argc, char** argv)
{
    if (argc > 1 && std::string(argv[1]) == "--refusal") {
        const auto record = SchedulingRecord::open();
        std::puts(record ? "it is granted" : record.error().message.c_str());
        return 0;
    }
    QCoreApplication application(argc, argv);
    TestSchedulingRecord test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_schedulingrecord.moc"

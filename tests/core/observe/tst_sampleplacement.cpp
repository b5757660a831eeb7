#include "core/observe/sampleplacement.h"
#include "tests/support/timetext.h"

#include <QTest>

#include <numeric>

namespace {

/// "3 *4": the first ran for 3 ms, the second for 4 and before the period as well.
std::vector<RunLength> threadsFrom(const std::string& text)
{
    std::vector<RunLength> threads;
    for (const std::string& word : split(text, " ")) {
        const bool ranBefore = word.front() == '*';
        threads.push_back({lengthFrom(word.substr(ranBefore ? 1 : 0)), ranBefore});
    }
    return threads;
}

std::string text(const std::vector<std::vector<TimeRange>>& placed)
{
    std::string all;
    for (const auto& ranges : placed) {
        all += all.empty() ? "" : " | ";
        std::string own;
        for (const TimeRange& range : ranges) {
            if (!range.isEmpty())
                own += (own.empty() ? "" : " ") + lengthText(range.start) + "-" +
                       lengthText(range.end);
        }
        all += own.empty() ? "never" : own;
    }
    return all;
}

/// For how long two or more run, counted in steps of 1 ms.
int overlap(const std::vector<std::vector<TimeRange>>& placed, int length)
{
    int time = 0;
    for (int i = 0; i < length; ++i) {
        const Nanoseconds start = std::chrono::milliseconds(i);
        int running = 0;
        for (const auto& ranges : placed) {
            for (const TimeRange& range : ranges)
                running += range.start <= start && start < range.end ? 1 : 0;
        }
        time += running >= 2 ? 1 : 0;
    }
    return time;
}

}  // namespace

/// Where threads are taken to have run between two looks at the process table.
class TestSamplePlacement : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void places_data();
    void places();
    void overlapsAsLittleAsPossible();
};

void TestSamplePlacement::places_data()
{
    QTest::addColumn<std::string>("threads");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* threads, const char* expected) {
        QTest::newRow(name) << std::string(threads) << QString::fromLatin1(expected);
    };
    row("nobody", "", "");
    row("one that begins", "3", "7-10");
    row("one that ends", "*3", "0-3");
    row("one all the time", "10", "0-10");
    row("one that went on all the time", "*10", "0-10");
    row("one that did not run", "0", "never");
    row("from one to the next", "*4 6", "0-4 | 4-10");
    row("the order does not matter", "6 *4", "4-10 | 0-4");
    row("a pause between", "*2 3", "0-2 | 7-10");
    row("turns of three", "*2 3 4", "0-2 | 3-6 | 6-10");
    row("two that ran before", "*2 *3", "0-2 | 2-5");
    row("some did not run", "*0 2 0 3", "never | 5-7 | never | 7-10");
    row("two all the time", "*10 *10", "0-10 | 0-10");
    row("a little at once", "*6 6", "0-6 | 0-2 6-10");
    row("nearly all at once", "*9 *9", "0-9 | 0-8 9-10");
    row("three on two cores", "*7 7 6", "0-7 | 0-4 7-10 | 4-10");
}

void TestSamplePlacement::places()
{
    QFETCH(std::string, threads);
    const auto placed = placeRuns(threadsFrom(threads), std::chrono::milliseconds(10));
    QTEST(QString::fromStdString(text(placed)), "expected");
}

void TestSamplePlacement::overlapsAsLittleAsPossible()
{
    constexpr int length = 8;
    for (int code = 0; code < 9 * 9 * 8; ++code) {
        const std::vector<int> running{code % 9, code / 9 % 9, 4};
        std::vector<RunLength> threads;
        for (std::size_t i = 0; i < running.size(); ++i)
            threads.push_back({std::chrono::milliseconds(running[i]), (code / 81 >> i) % 2 == 1});
        const auto placed = placeRuns(threads, std::chrono::milliseconds(length));
        for (std::size_t i = 0; i < running.size(); ++i) {
            Nanoseconds sum{};
            Nanoseconds last{};
            for (const TimeRange& range : placed[i]) {
                QVERIFY(range.start >= last && range.end <= std::chrono::milliseconds(length));
                last = range.end;
                sum += range.length();
            }
            QCOMPARE(sum, threads[i].running);
        }
        const int total = std::accumulate(running.begin(), running.end(), 0);
        QVERIFY2(overlap(placed, length) <= std::max(0, total - length), text(placed).c_str());
    }
}

QTEST_APPLESS_MAIN(TestSamplePlacement)
#include "tst_sampleplacement.moc"

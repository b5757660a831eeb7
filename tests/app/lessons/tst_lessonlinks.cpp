#include "app/lessons/lessonlinks.h"
#include "tests/app/lessons/samplelessons.h"

#include <QTest>

namespace {

const Machine twoCores{.cores = 2, .physicalCores = 2, .model = {}, .canBind = true};

const QByteArray two =
    "---\nname: a\ntitle: A\nminutes: 5\n---\n## One\n"
    "```{experiment}\nname: first\nworkload: sleep\nruns: [sequential, both]\n"
    "```\n```{experiment}\nname: second\nworkload: compute\n"
    "runs:\n  - {name: large, in-progress: 1, parts: 1, cores: 200}\n  - parallel\n```\n"
    "```{experiment}\nname: sweep\nworkload: compute\nstudy: {max-workers: 3}\n"
    "```\n";

}  // namespace

class TestLessonLinks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsAreFoundByNameAndNumber();
    void runsThatThisMachineHasNot();
    void onlyTheFirstRoundIsShown();
};

void TestLessonLinks::runsAreFoundByNameAndNumber()
{
    const lesson::Lesson all = lessonFrom(two);
    const auto* const first = lesson::experimentNamed(all, "first");
    const auto find = [&](const char* run) { return targetOf({.run = run}, all, first, twoCores); };
    QCOMPARE(find("first.both")->experiment, first);
    QCOMPARE(find("first.both")->run, 1U);
    QCOMPARE(find("2")->run, 1U);
    QCOMPARE(find("")->run, 0U);
    QCOMPARE(find("")->experiment, first);
    QCOMPARE(find("sweep.threads-3")->run, 2U);
    QVERIFY(!targetOf({.run = "2"}, all, nullptr, twoCores));
}

void TestLessonLinks::runsThatThisMachineHasNot()
{
    const lesson::Lesson all = lessonFrom(two);
    const auto find = [&](const char* run) {
        return targetOf({.run = run}, all, nullptr, twoCores);
    };
    QVERIFY(!find("second.large"));
    QCOMPARE(find("second.parallel")->run, 0U);  // the first that there is
    QVERIFY(!find("third.parallel"));
    QVERIFY(!find("sweep.threads-4"));
}

void TestLessonLinks::onlyTheFirstRoundIsShown()
{
    const lesson::Lesson all = lessonFrom(two);
    const auto& first = *lesson::experimentNamed(all, "first");
    QCOMPARE(shownRunCount(first, twoCores), 2);
    Comparison runs;
    runs.machine = twoCores;
    runs.runs.resize(10);
    for (std::size_t i = 0; i < 10; ++i)
        runs.runs[i].start.id = static_cast<RunId>(i);
    const Comparison shown = shownRuns(first, runs);
    QCOMPARE(shown.runs.size(), 2U);
    QCOMPARE(shown.runs[1].start.id, static_cast<RunId>(1));
    runs.runs.resize(1);  // it was stopped
    QCOMPARE(shownRuns(first, runs).runs.size(), 1U);
}

QTEST_GUILESS_MAIN(TestLessonLinks)
#include "tst_lessonlinks.moc"

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
    void runsHaveTheNamesOfTheLesson();
    void runsOfAStudyThatAreInSight();
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

void TestLessonLinks::runsHaveTheNamesOfTheLesson()
{
    const lesson::Lesson all = lessonFrom(two);
    Comparison runs;
    runs.machine = {.cores = 256, .physicalCores = 256, .model = {}, .canBind = true};
    const auto namesOf = [&](const char* experiment) {
        return shownRuns(*lesson::experimentNamed(all, experiment), runs).names;
    };
    QCOMPARE(namesOf("first"), (std::vector<std::string>{"", ""}));  // as their modes
    QCOMPARE(namesOf("second"), (std::vector<std::string>{"large", ""}));
    QCOMPARE(namesOf("sweep"), (std::vector<std::string>{"1 worker", "2 workers", "3 workers"}));
}

void TestLessonLinks::runsOfAStudyThatAreInSight()
{
    const auto inSight = [](const QByteArray& text, const char* experiment) {
        const lesson::Lesson all = lessonFrom(text);
        return runsInSight(*lesson::experimentNamed(all, experiment), all, twoCores);
    };
    using Runs = std::vector<std::size_t>;
    QCOMPARE(inSight(two, "first"), (Runs{0, 1}));
    QCOMPARE(inSight(two, "sweep"), (Runs{0, 1, 2}));  // the lesson names none of them
    const QByteArray claim = "```{check}\nname: c\nclaim: C.\n"
                             "holds-if: wall(sweep.threads-3) > wall(first.both)\n```\n";
    QCOMPARE(inSight(two + claim, "sweep"), (Runs{0, 2}));
    QCOMPARE(inSight(two + claim, "first"), (Runs{0, 1}));
    const QByteArray link = "See [it](timeline:zoom?run=sweep.threads-2&from=0ms&to=1ms).\n";
    QCOMPARE(inSight(two + link, "sweep"), (Runs{0, 1}));
    QCOMPARE(inSight(two + claim + link, "sweep"), (Runs{0, 1, 2}));
}

QTEST_GUILESS_MAIN(TestLessonLinks)
#include "tst_lessonlinks.moc"

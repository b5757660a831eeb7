#include "core/lesson/flow.h"
#include "core/lesson/grading.h"
#include "core/lesson/lessonreader.h"

#include <QTest>

namespace {

constexpr const char* text = R"(---
name: a
title: A lesson
minutes: 5
---
Before the steps.

```{experiment}
name: first
workload: sleep
tasks: 2
task-ms: 20
runs: [sequential, concurrent]
```
```{experiment}
name: second
workload: download
```

## Predict

```{predict}
name: choice
question: Which?
options:
  - text: This.
    right-if: claim
  - That.
```
```{predict}
name: drawing
question: How long?
drawing: {of: first.concurrent, scale: first.sequential}
lock: false
```

## Think

```{predict}
name: thought
question: Why?
options: [So., Or so.]
```

## Claims

```{check}
name: claim
claim: It is shorter.
holds-if: wall(first.concurrent) < wall(first.sequential)
```
```{check}
name: other
claim: There are pictures.
holds-if: pictures(second) > 0
```
)";

lesson::Lesson lessonOf(const char* markdown)
{
    auto read = lesson::parseLesson(markdown, "a.md");
    if (!read.lesson)
        qFatal("%s", textOf(read.problems.front(), read.file).c_str());
    return std::move(*read.lesson);
}

}  // namespace

class TestFlow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void introductionIsAPage();
    void blocksTellWhichExperimentsTheyAreAbout();
    void experimentsComeInTheOrderOfTheLesson();
    void onlyWhatAsksAboutAnExperimentLocksIt();
    void questionAboutNothingLocksItsPage();
    void drawingIsMeantOnItsScale();
};

void TestFlow::introductionIsAPage()
{
    const lesson::Lesson with = lessonOf(text);
    QCOMPARE(lesson::pagesOf(with).size(), 4U);
    QCOMPARE(lesson::pagesOf(with)[0].title, std::string("A lesson"));
    QCOMPARE(lesson::pagesOf(with)[1].title, std::string("Predict"));
    const lesson::Lesson without = lessonOf("---\nname: a\ntitle: B\nminutes: 5\n---\n## One\nx\n");
    QCOMPARE(lesson::pagesOf(without).size(), 1U);
    QCOMPARE(lesson::pagesOf(without)[0].title, std::string("One"));
}

void TestFlow::blocksTellWhichExperimentsTheyAreAbout()
{
    const lesson::Lesson all = lessonOf(text);
    const auto pages = lesson::pagesOf(all);
    const auto* const first = lesson::experimentNamed(all, "first");
    const auto* const second = lesson::experimentNamed(all, "second");
    using Found = std::vector<const lesson::Experiment*>;
    QCOMPARE(lesson::experimentsOn(all, pages[0]), (Found{first, second}));
    QCOMPARE(lesson::experimentsOn(all, pages[1]), Found{first});
    QCOMPARE(lesson::experimentsOn(all, pages[2]), Found{});
    QCOMPARE(lesson::experimentsOn(all, pages[3]), (Found{first, second}));
    for (const lesson::Block& block : *pages[3].blocks) {
        if (const auto* const check = std::get_if<lesson::Check>(&block))
            QCOMPARE(lesson::experimentsOf(all, block),
                     Found{check->name == "claim" ? first : second});
    }
}

/// Whatever a page speaks of first.
void TestFlow::experimentsComeInTheOrderOfTheLesson()
{
    const lesson::Lesson all =
        lessonOf("---\nname: a\ntitle: B\nminutes: 5\n---\n## One\n"
                 "```{experiment}\nname: e\nworkload: sleep\n```\n"
                 "```{experiment}\nname: f\nworkload: sleep\n```\n## Two\n"
                 "```{check}\nname: c\nclaim: C\nholds-if: wall(f) > wall(e)\n```\n");
    using Found = std::vector<const lesson::Experiment*>;
    QCOMPARE(lesson::experimentsOn(all, lesson::pagesOf(all)[1]),
             (Found{lesson::experimentNamed(all, "e"), lesson::experimentNamed(all, "f")}));
}

void TestFlow::onlyWhatAsksAboutAnExperimentLocksIt()
{
    const lesson::Lesson all = lessonOf(text);
    const auto locks = lesson::locksOf(all, *lesson::experimentNamed(all, "first"));
    QCOMPARE(locks.size(), 1U);  // a drawing that locks nothing is left out
    QCOMPARE(locks[0]->name, std::string("choice"));
    QVERIFY(lesson::locksOf(all, *lesson::experimentNamed(all, "second")).empty());
}

void TestFlow::questionAboutNothingLocksItsPage()
{
    const lesson::Lesson all = lessonOf(
        "---\nname: a\ntitle: B\nminutes: 5\n---\n## One\n```{experiment}\nname: e\n"
        "workload: sleep\n```\n```{predict}\nname: p\nquestion: Q\noptions: [a, b]\n```\n");
    QCOMPARE(lesson::locksOf(all, *lesson::experimentNamed(all, "e")).size(), 1U);
}

void TestFlow::drawingIsMeantOnItsScale()
{
    lesson::DrawingAnswer drawing{.of = "first.concurrent", .scale = "first.sequential"};
    const lesson::Lesson all = lessonOf(text);
    QCOMPARE(lesson::scaleOf(drawing, all), Nanoseconds(40'000'000));  // as asked for
    const lesson::DrawingAnswer unknown{.of = "second", .scale = {}};
    QCOMPARE(lesson::scaleOf(unknown, all), Nanoseconds(1'000'000'000));
    Recording run;
    run.start.mode = Mode::Sequential;
    const lesson::Equipment equipment{
        .machine = {.cores = 2, .physicalCores = 2, .model = {}, .canBind = true}};
    const auto planned =
        lesson::plannedRuns(*lesson::experimentNamed(all, "first"), equipment.machine);
    run.start.plan = planned[0].plan;
    run.summary.end = RunEnd::Done;
    run.tasks.resize(1);
    run.tasks[0].start = Nanoseconds(0);
    run.tasks[0].stop = Nanoseconds(80'000'000);  // twice as long as asked for
    Comparison runs;
    runs.machine = equipment.machine;
    runs.runs.assign(5, run);
    const lesson::Measurements measured{{"first", runs}};
    const auto meant =
        lesson::drawnLength(drawing, Nanoseconds(20'000'000), all, measured, equipment);
    QCOMPARE(meant.doubt, std::string());
    QCOMPARE(meant.estimate.value, 40e6);  // half of it still
    drawing.scale.clear();
    QCOMPARE(lesson::drawnLength(drawing, Nanoseconds(20'000'000), all, measured, equipment)
                 .estimate.value,
             20e6);
}

QTEST_GUILESS_MAIN(TestFlow)
#include "tst_flow.moc"

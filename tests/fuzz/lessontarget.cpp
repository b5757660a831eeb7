#include "core/lesson/judging.h"
#include "core/lesson/lessonreader.h"
#include "tests/fuzz/bytetarget.h"

#include <cstdio>
#include <cstdlib>

namespace {

void require(bool promise, const char* name)
{
    if (promise)
        return;
    std::fprintf(stderr, "broken: %s\n", name);
    std::abort();
}

void checkProblems(const lesson::Problems& problems)
{
    require(problems.size() <= lesson::limits::maxProblems, "few enough problems");
    for (const lesson::Problem& problem : problems) {
        if (problem.place.line < 1 || problem.found.empty() || problem.expected.empty())
            std::fprintf(stderr, "%s\n", textOf(problem, "L").c_str());
        require(problem.place.line >= 1 && problem.place.column >= 1, "a problem has its place");
        require(!problem.found.empty() && !problem.expected.empty(),
                "a problem says what was found and what was expected");
    }
}

/// Nothing was measured: whatever is claimed, nothing can be said of it but what needs no run.
void checkLesson(const lesson::Lesson& lesson)
{
    require(!lesson.steps.empty() && lesson.steps.size() <= lesson::limits::maxSteps,
            "1 to maxSteps steps");
    lesson::forEach<lesson::Check>(lesson, [&](const lesson::Check& check) {
        const lesson::Judged judged = judge(check, lesson, {}, {});
        require(!judged.why.empty(), "an outcome has its reason");
        require(judged.outcome != lesson::Outcome::DoesNotHold || judged.measured.empty() ||
                    judged.measured.starts_with("cores"),
                "only what is known is judged");
    });
    lesson::forEach<lesson::Experiment>(lesson, [](const lesson::Experiment& experiment) {
        for (const lesson::PlannedRun& run : plannedRuns(experiment, {}))
            require(validate(run.plan, experiment.work, 1).has_value(),
                    "plans that the machine can run");
    });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const lesson::ReadLesson read = lesson::parseLesson(text, "L");
    require(read.lesson.has_value() == read.problems.empty(), "a lesson, or problems");
    checkProblems(read.problems);
    if (read.lesson)
        checkLesson(*read.lesson);
    return 0;
}

QByteArrayList goodInputs()
{
    const QByteArray front =
        "---\nname: a\ntitle: A\nminutes: 5\norder: 3\noutcomes: [x, y]\nneeds: "
        "{cores: 1}\n---\nText [x](timeline:rows?tasks=1,2).\n\n## Step\n";
    return {
        front + "```{experiment}\nname: e\nworkload: sleep\ntasks: 4\ntask-ms: 1.5\nruns: "
                "[sequential, {name: x, in-progress: 4, cores: 1}]\n```\n```{check}\nname: "
                "c\nclaim: C\nholds-if:\n  - wall(e.x) = (2 + 1) * 3 ms ± 3 %\n  - any: "
                "[lowest speedup(e.x) > cores, verdict(e.x) != both]\n```\n",
        front + "```{experiment}\nname: s\nworkload: compute\nserial: 20\nstudy:\n  max-workers: "
                "3\n  with: [threads, processes]\n```\n```{predict}\nname: p\nquestion: "
                "Q?\nnumber: {unit: s, from: 0, to: 1e3, measured: wall(s.threads-2)}\n```\n",
        front + "```{predict}\nname: p\nquestion: |\n  Q?\n  Really?\noptions:\n  - a\n  - "
                "{text: 'b', right-if: c}\n```\n~~~{check}\nname: c\nclaim: \"C\"\nholds-if: "
                "cores >= 1\n~~~\n```{picture}\nfile: a/b.png\nalt: B\n```\n```c\n## no\n```\n"};
}

#include "core/lesson/grading.h"
#include "core/lesson/judging.h"
#include "core/lesson/lessonreader.h"
#include "core/model/findings.h"
#include "tests/support/recordingtext.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using namespace lesson;

constexpr int cores = 2;

/// One experiment, run one task after another and both at once, with the claims of a test.
Lesson lessonWith(const QByteArray& holdsIf, const QByteArray& needs = {})
{
    const QByteArray text =
        "---\nname: a\ntitle: A\nminutes: 5\n---\n## Step\n```{experiment}\nname: two\nworkload: "
        "compute\ntasks: 2\nruns: [sequential, both]\n```\n```{check}\nname: c\nclaim: "
        "C\nholds-if: " +
        holdsIf + "\n" + needs + "```\n";
    ReadLesson read = parseLesson(text.toStdString(), "L");
    for (const Problem& problem : read.problems)
        qFatal("%s", textOf(problem, "L").c_str());
    return *read.lesson;
}

/// A run of that mode whose workers had the cores to themselves but for `taken`.
Recording runOf(Mode mode, std::string_view text, double taken)
{
    Recording run = recordingFrom(text);
    ::Experiment work;
    work.tasks = 2;
    run.start.mode = mode;
    run.start.plan = planFor(mode, work, cores);
    run.start.evidence = Evidence::Exact;
    for (const Worker& worker : run.workers) {
        for (const Slice& slice : worker.slices)
            run.summary.userTime += slice.end - slice.start;
    }
    run.summary.busyTime =
        run.summary.userTime +
        Nanoseconds(static_cast<std::int64_t>(taken * cores * double(run.wall().count())));
    return run;
}

/// `text` with every number of milliseconds a little longer, so that repeats differ.
std::string sequentialText(int repeat)
{
    const auto ms = [&](int time) { return std::to_string(time + time * repeat / 100); };
    return "W1: T1 run 0-" + ms(100) + "@0 T2 run " + ms(100) + "-" + ms(200) + "@0";
}

std::string bothText(int repeat, bool isHindered)
{
    const std::string end = std::to_string(100 + repeat);
    if (!isHindered)
        return "W1: T1 run 0-" + end + "@0; W2: T2 run 0-" + end + "@1";
    const std::string late = std::to_string(190 + repeat);
    return "W1: T1 run 0-" + end + "@0; W2: T2 ready 0-90 run 90-" + late + "@1";
}

enum class Others { None, TakeACore };

/// Both ways, in turns.
Measurements measured(int repeats = 5, Others others = Others::None)
{
    const bool isHindered = others == Others::TakeACore;
    ::Comparison comparison;
    comparison.machine.cores = cores;
    for (int i = 0; i < repeats; ++i) {
        const double taken = isHindered ? 0.4 : 0.01;
        comparison.runs.push_back(runOf(Mode::Sequential, sequentialText(i), taken));
        comparison.runs.push_back(runOf(Mode::Both, bothText(i, isHindered), taken));
    }
    return {{"two", comparison}};
}

Equipment twoCores()
{
    Equipment equipment;
    equipment.machine.cores = cores;
    return equipment;
}

Judged judgedOf(const QByteArray& holdsIf, const Measurements& measurements)
{
    const Lesson lesson = lessonWith(holdsIf);
    return judge(*checkNamed(lesson, "c"), lesson, measurements, twoCores());
}

QString outcomeOf(const Judged& judged)
{
    return QString::fromStdString(std::string(nameOf(judged.outcome)));
}

}  // namespace

/// What becomes of claims, from made-up recordings.
class TestJudging : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void outcomes_data();
    void outcomes();
    void oppositesNeverBothHold_data();
    void oppositesNeverBothHold();
    void overlapsThatSamplesMayHaveMadeUp();
    void busyMachine_data();
    void busyMachine();
    void quietnessMustBeKnown();
    void fewRepeats();
    void varyingRepeats();
    void hinderedVerdictIsToldAsItWas();
    void skipped();
    void skippedRuns_data();
    void skippedRuns();
    void options();
    void optionsOfOtherPython();
    void slicesByTime();
    void numbersAndDrawings();
    void onlyRunsOfThePlanCount();
    void deadlocks();
};

void TestJudging::outcomes_data()
{
    QTest::addColumn<QByteArray>("holdsIf");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("measured");
    const auto row = [](const QByteArray& holdsIf, const QString& outcome,
                        const QString& measured) {
        QTest::newRow(holdsIf.constData()) << holdsIf << outcome << measured;
    };
    row("wall(two.both) < 110 ms", u"holds"_s, u"wall(two.both) 102 ms (100 to 104 ms)"_s);
    row("wall(two.both) < 102 ms", u"inconclusive"_s, u"wall(two.both) 102 ms (100 to 104 ms)"_s);
    row("wall(two.both) < 100 ms", u"does-not-hold"_s, u"wall(two.both) 102 ms (100 to 104 ms)"_s);
    row("wall(two.sequential) = 2 × 102 ms ± 3 %", u"holds"_s,
        u"wall(two.sequential) 204 ms (200 to 208 ms)"_s);
    row("wall(two.sequential) = 100 ms ± 5 ms", u"does-not-hold"_s,
        u"wall(two.sequential) 204 ms (200 to 208 ms)"_s);
    row("wall(two.sequential) != 100 ms ± 5 ms", u"holds"_s,
        u"wall(two.sequential) 204 ms (200 to 208 ms)"_s);
    row("speedup(two.both) > 1.9", u"holds"_s, u"speedup(two.both) 2 (1.92 to 2.08)"_s);
    row("speedup(two.both) < 1.9", u"does-not-hold"_s, u"speedup(two.both) 2 (1.92 to 2.08)"_s);
    row("lowest wall(two.both) <= 100 ms", u"holds"_s, u"lowest wall(two.both) 100 ms"_s);
    row("highest wall(two.both) <= 100 ms", u"does-not-hold"_s, u"highest wall(two.both) 104 ms"_s);
    row("cpu-share(two.sequential) >= 0.9", u"holds"_s, u"cpu-share(two.sequential) 1"_s);
    row("cpu-share(two.sequential) <= 0.05", u"does-not-hold"_s, u"cpu-share(two.sequential) 1"_s);
    row("parallelism-share(two.both) > 95 %", u"holds"_s, u"parallelism-share(two.both) 1"_s);
    row("parallelism-share(two.sequential) < 1 %", u"holds"_s,
        u"parallelism-share(two.sequential) 0"_s);
    row("tasks-done(two.both) = 2", u"holds"_s, u"tasks-done(two.both) 2"_s);
    row("tasks-done(two.both) = 3", u"does-not-hold"_s, u"tasks-done(two.both) 2"_s);
    row("most-running(two.both) = cores", u"holds"_s, u"most-running(two.both) 2, cores 2"_s);
    row("verdict(two.both) = both", u"holds"_s, u"verdict(two.both) 5 × both"_s);
    row("verdict(two.both) = concurrent", u"does-not-hold"_s, u"verdict(two.both) 5 × both"_s);
    row("verdict(two.both) != concurrent", u"holds"_s, u"verdict(two.both) 5 × both"_s);
    row("verdict(two.sequential) = neither", u"holds"_s, u"verdict(two.sequential) 5 × neither"_s);
    row("[tasks(two.both) = 2, tasks(two.both) = 3]", u"does-not-hold"_s, u"tasks(two.both) 2"_s);
    row("{any: [tasks(two.both) = 3, tasks(two.both) = 2]}", u"holds"_s, u"tasks(two.both) 2"_s);
    row("[wall(two.both) < 102 ms, tasks(two.both) = 3]", u"does-not-hold"_s,
        u"wall(two.both) 102 ms (100 to 104 ms), tasks(two.both) 2"_s);
    row("wall(two.both) / (tasks(two.both) - 2) > 1 s", u"inconclusive"_s,
        u"wall(two.both) 102 ms (100 to 104 ms), tasks(two.both) 2"_s);
    row("count(two.both) = 5", u"inconclusive"_s, QString());
}

void TestJudging::outcomes()
{
    QFETCH(const QByteArray, holdsIf);
    const Judged judged = judgedOf(holdsIf, measured());
    QTEST(outcomeOf(judged), "outcome");
    QTEST(QString::fromStdString(judged.measured), "measured");
    const Lesson lesson = lessonWith(holdsIf);
    QStringList figures;
    for (const Figure& figure :
         examine(*checkNamed(lesson, "c"), lesson, measured(), twoCores()).figures)
        figures << QString::fromStdString(textOf(figure));
    QTEST(figures.join(u", "_s), "measured");
    QVERIFY(!judged.why.empty());
}

void TestJudging::oppositesNeverBothHold_data()
{
    QTest::addColumn<QByteArray>("claim");
    QTest::addColumn<QByteArray>("opposite");
    QTest::newRow("wall") << QByteArray("wall(two.both) < 105 ms")
                          << QByteArray("wall(two.both) >= 105 ms");
    QTest::newRow("speedup") << QByteArray("speedup(two.both) >= 1.5")
                             << QByteArray("speedup(two.both) < 1.5");
    QTest::newRow("verdict") << QByteArray("verdict(two.both) = both")
                             << QByteArray("verdict(two.both) != both");
    QTest::newRow("parallelism") << QByteArray("parallelism-share(two.both) >= 90 %")
                                 << QByteArray("parallelism-share(two.both) < 90 %");
}

void TestJudging::oppositesNeverBothHold()
{
    QFETCH(const QByteArray, claim);
    QFETCH(const QByteArray, opposite);
    QCOMPARE(outcomeOf(judgedOf(claim, measured())), u"holds"_s);
    QCOMPARE(outcomeOf(judgedOf(opposite, measured())), u"does-not-hold"_s);
    for (const QByteArray& either : {claim, opposite})
        QCOMPARE(outcomeOf(judgedOf(either, measured(5, Others::TakeACore))), u"inconclusive"_s);
}

/// What is sampled every few milliseconds tells of no overlap that is shorter than two samples.
void TestJudging::overlapsThatSamplesMayHaveMadeUp()
{
    for (const auto& [evidence, outcome] :
         {std::pair{Evidence::Exact, lesson::Outcome::DoesNotHold},
          std::pair{Evidence::Sampled, lesson::Outcome::Inconclusive}}) {
        Measurements runs = measured();
        for (Recording& run : runs.at("two").runs) {
            const std::string_view text = "W1: T1 run 0-56@0; W2: T2 run 50-106@1";
            run = runOf(*run.start.mode, text, 0.01);
            run.start.evidence = evidence;
        }
        QCOMPARE(judgedOf("parallelism-share(two.both) < 5 %", runs).outcome, outcome);
    }
}

void TestJudging::busyMachine_data()
{
    QTest::addColumn<QByteArray>("holdsIf");
    QTest::addColumn<QString>("outcome");
    // The second worker had to wait for its core for 90 of 190 ms.
    QTest::newRow("it may have been fast")
        << QByteArray("wall(two.both) < 150 ms") << u"inconclusive"_s;
    QTest::newRow("it was no slower") << QByteArray("wall(two.both) < 200 ms") << u"holds"_s;
    QTest::newRow("wrong, but not quiet")
        << QByteArray("wall(two.both) > 200 ms") << u"inconclusive"_s;
    QTest::newRow("however busy it is") << QByteArray("tasks(two.both) = 3") << u"does-not-hold"_s;
    QTest::newRow("it may have been parallel all the time")
        << QByteArray("parallelism-share(two.both) < 50 %") << u"inconclusive"_s;
}

void TestJudging::busyMachine()
{
    QFETCH(const QByteArray, holdsIf);
    const Judged judged = judgedOf(holdsIf, measured(5, Others::TakeACore));
    QTEST(outcomeOf(judged), "outcome");
    QCOMPARE(
        judged.outcome == lesson::Outcome::Inconclusive,
        judged.why.ends_with("the machine was busy: 40 % of its cores' time went to something else "
                             "than the workers."));
}

void TestJudging::quietnessMustBeKnown()
{
    Measurements measurements = measured();
    for (Recording& run : measurements["two"].runs)
        run.summary.busyTime.reset();
    const Judged judged = judgedOf("most-in-progress(two.both) = 3", measurements);
    QCOMPARE(outcomeOf(judged), u"inconclusive"_s);
    QCOMPARE(judged.why, std::string("it is not known whether other programs disturbed the runs."));
    QCOMPARE(outcomeOf(judgedOf("tasks(two.both) = 2", measurements)), u"holds"_s);
}

void TestJudging::fewRepeats()
{
    const Judged judged = judgedOf("tasks(two.both) = 2", measured(4));
    QCOMPARE(outcomeOf(judged), u"inconclusive"_s);
    QCOMPARE(judged.why, std::string("of two.both 4 runs are done; at least 5 are needed."));
    QCOMPARE(outcomeOf(judgedOf("verdict(two.both) = both", measured(4))), u"inconclusive"_s);
    QCOMPARE(outcomeOf(judgedOf("tasks(two.both) = 2", {})), u"inconclusive"_s);
}

void TestJudging::varyingRepeats()
{
    Measurements measurements = measured();
    measurements["two"].runs[1] = runOf(Mode::Both, sequentialText(0), 0);
    const Judged judged = judgedOf("verdict(two.both) = both", measurements);
    QCOMPARE(outcomeOf(judged), u"inconclusive"_s);
    QCOMPARE(judged.measured, std::string("verdict(two.both) 1 × neither and 4 × both"));
    QCOMPARE(judged.why, std::string("the runs of two.both have different verdicts."));
}

/// The timelines say what happened; whether it tells something is another question.
void TestJudging::hinderedVerdictIsToldAsItWas()
{
    Measurements measurements = measured();
    for (Recording& run : measurements["two"].runs) {
        if (run.start.mode == Mode::Both)
            run = runOf(Mode::Both, "W1: T1 run 0-100@0; W2: T2 ready 0-100 run 100-200@0", 0.5);
    }
    const Judged judged = judgedOf("verdict(two.both) = concurrent", measurements);
    QCOMPARE(outcomeOf(judged), u"inconclusive"_s);
    QCOMPARE(judged.measured, std::string("verdict(two.both) 5 × concurrent"));
    QVERIFY2(judged.why.starts_with("in most runs of two.both workers waited for a core that "
                                    "others had; without them, the verdict might be another; "),
             judged.why.c_str());
}

void TestJudging::skipped()
{
    const auto skip = [](const QByteArray& needs, const Equipment& equipment) {
        const Lesson lesson = lessonWith("tasks(two.both) = 2", "needs: {" + needs + "}\n");
        const Judged judged = judge(*checkNamed(lesson, "c"), lesson, measured(), equipment);
        return outcomeOf(judged) + u": "_s + QString::fromStdString(judged.why);
    };
    Equipment equipment = twoCores();
    QCOMPARE(skip("cores: 4", equipment), u"skipped: it needs 4 cores, and there are 2."_s);
    QCOMPARE(skip("cores: 2", equipment), u"holds: all that may be true satisfies it."_s);
    QCOMPARE(skip("python: true", equipment), u"skipped: no Python was found."_s);
    equipment.hasPython = true;
    QCOMPARE(skip("interpreter: free-threaded", equipment),
             u"skipped: this Python has the interpreter lock."_s);
    QCOMPARE(skip("interpreter: interpreter-lock", equipment),
             u"holds: all that may be true satisfies it."_s);
    QCOMPARE(skip("exact-evidence: true", equipment),
             u"skipped: the kernel's scheduling record cannot be read here."_s);
    QCOMPARE(skip("binding: true", equipment),
             u"skipped: workers cannot be bound to chosen cores here."_s);
}

void TestJudging::skippedRuns_data()
{
    QTest::addColumn<QByteArray>("experiment");
    QTest::addColumn<QByteArray>("holdsIf");
    QTest::addColumn<QString>("outcome");
    const QByteArray own = "workload: compute\nruns: [{name: x, in-progress: 4, cores: 4}]\n";
    const QByteArray sweep = "workload: compute\nstudy: {with: threads}\n";
    QTest::newRow("more cores") << own << QByteArray("wall(e.x) > 1 s") << u"skipped"_s;
    QTest::newRow("more workers") << sweep << QByteArray("wall(e.threads-5) > 1 s") << u"skipped"_s;
    QTest::newRow("enough") << sweep << QByteArray("wall(e.threads-4) > 1 s") << u"inconclusive"_s;
    QTest::newRow("a study") << sweep << QByteArray("serial-fraction(e) > 1 %")
                             << u"inconclusive"_s;
    QTest::newRow("no Python") << QByteArray("program: {file: a.py}\n")
                               << QByteArray("wall(e) > 1 s") << u"skipped"_s;
}

void TestJudging::skippedRuns()
{
    QFETCH(const QByteArray, experiment);
    QFETCH(const QByteArray, holdsIf);
    const QByteArray text = "---\nname: a\ntitle: A\nminutes: 5\n---\n## Step\n"
                            "```{experiment}\nname: e\n" +
                            experiment +
                            "```\n```{check}\nname: c\nclaim: C\nholds-if: " + holdsIf + "\n```\n";
    const ReadLesson read = parseLesson(text.toStdString(), "L");
    QVERIFY(read.lesson);
    QTEST(outcomeOf(judge(*checkNamed(*read.lesson, "c"), *read.lesson, {}, twoCores())),
          "outcome");
}

void TestJudging::options()
{
    const Lesson right = lessonWith("tasks(two.both) = 2");
    const Lesson wrong = lessonWith("tasks(two.both) = 3");
    const auto isRightIn = [](const Lesson& lesson, const std::string& check,
                              const Measurements& measurements) {
        return isRight({"text", check}, lesson, measurements, twoCores());
    };
    QCOMPARE(isRightIn(right, "c", measured()), std::optional(true));
    QCOMPARE(isRightIn(wrong, "c", measured()), std::optional(false));
    QCOMPARE(isRightIn(right, "", measured()), std::optional(false));
    QCOMPARE(isRightIn(right, "c", {}), std::optional<bool>());
    QCOMPARE(isRight({.text = "text", .isRight = true}, right, {}, twoCores()),
             std::optional(true));  // by the lesson's word
}

/// What would be right without the interpreter lock is wrong where it is there, and unknown where
/// there is no Python.
void TestJudging::optionsOfOtherPython()
{
    const Lesson lesson = lessonWith("tasks(two.both) = 2\nneeds: {interpreter: free-threaded}");
    const auto isRightWith = [&](bool hasPython, bool hasLock) {
        Equipment equipment = twoCores();
        equipment.hasPython = hasPython;
        equipment.hasInterpreterLock = hasLock;
        return isRight({"text", "c"}, lesson, measured(), equipment);
    };
    QCOMPARE(isRightWith(true, false), std::optional(true));
    QCOMPARE(isRightWith(true, true), std::optional(false));
    QCOMPARE(isRightWith(false, true), std::optional<bool>());
}

/// Ten moments on the core count less than the two turns in which most of the work is done.
void TestJudging::slicesByTime()
{
    Measurements measurements = measured();
    for (Recording& run : measurements["two"].runs) {
        if (run.start.mode != Mode::Both)
            continue;
        std::string text = "W1: T1 run 0-50 queue 50-60 run 60-100; W2: T2";
        for (int i = 0; i < 10; ++i)
            text += " run " + std::to_string(10 * i) + "-" + std::to_string(10 * i + 1) +
                    " queue " + std::to_string(10 * i + 1) + "-" + std::to_string(10 * i + 10);
        run = runOf(Mode::Both, text, 0);
    }
    QCOMPARE(judgedOf("slice(two.both) = 50 ms ± 1 ms", measurements).measured,
             std::string("slice(two.both) 50 ms"));
}

void TestJudging::numbersAndDrawings()
{
    const Lesson lesson = lessonWith("tasks(two.both) = 2");
    NumberAnswer number;
    number.unit = "ms";
    number.isTime = true;
    number.measured.kind = Amount::Kind::Measured;
    number.measured.measure.of = "two.both";
    const DrawingAnswer drawing{.of = "two.both", .scale = {}, .tolerance = 0.1};
    const auto isRightNumber = [&](double given, const Measurements& measurements) {
        return isRight(number, given, lesson, measurements, twoCores());
    };
    QCOMPARE(measuredNumber(number, lesson, measured(), twoCores()).estimate.value, 102.0);
    QCOMPARE(isRightNumber(112, measured()), std::optional(true));
    QCOMPARE(isRightNumber(113, measured()), std::optional(false));
    QCOMPARE(isRightNumber(91, measured()), std::optional(false));
    QCOMPARE(isRightNumber(102, {}), std::optional<bool>());
    const auto isRightLength = [&](std::chrono::milliseconds drawn) {
        return isRight(drawing, drawn, lesson, measured(), twoCores());
    };
    QCOMPARE(isRightLength(std::chrono::milliseconds(92)), std::optional(true));
    QCOMPARE(isRightLength(std::chrono::milliseconds(204)), std::optional(false));
}

void TestJudging::onlyRunsOfThePlanCount()
{
    Measurements measurements = measured();
    Recording other = runOf(Mode::Both, bothText(0, false), 0);
    other.start.plan.cores = 1;
    Recording stopped = runOf(Mode::Both, bothText(0, false), 0);
    stopped.summary.end = RunEnd::Interrupted;
    measurements["two"].runs.push_back(other);
    measurements["two"].runs.push_back(stopped);
    const Lesson lesson = lessonWith("tasks(two.both) = 2");
    QCOMPARE(repeatsOf(*experimentNamed(lesson, "two"), "both", measurements["two"]).size(),
             std::size_t{5});
}

void TestJudging::deadlocks()
{
    Measurements measurements = measured();
    QCOMPARE(outcomeOf(judgedOf("highest deadlocks(two.both) = 0", measurements)), u"holds"_s);
    for (Recording& run : measurements["two"].runs) {
        if (run.start.mode != Mode::Both)
            continue;
        run.summary.end = RunEnd::Failed;
        run.summary.findings.push_back({finding::deadlocks, 1, {}});
    }
    QCOMPARE(outcomeOf(judgedOf("lowest deadlocks(two.both) = 1", measurements)), u"holds"_s);
    QCOMPARE(outcomeOf(judgedOf("deadlocks(two.both) = 0", measurements)), u"does-not-hold"_s);
    // What failed for another reason tells nothing.
    for (Recording& run : measurements["two"].runs)
        run.summary.findings.clear();
    QCOMPARE(outcomeOf(judgedOf("deadlocks(two.both) = 0", measurements)), u"inconclusive"_s);
}

QTEST_APPLESS_MAIN(TestJudging)
#include "tst_judging.moc"

#include "core/lesson/lessonreader.h"
#include "core/lesson/measurement.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using namespace lesson;

const QByteArray front = "---\nname: a\ntitle: A\nminutes: 5\n---\n";
const QByteArray work =
    "```{experiment}\nname: e\nworkload: sleep\nruns: [sequential, concurrent]\n"
    "```\n";
const QByteArray check = "```{check}\nname: c\nclaim: C\nholds-if: wall(e.concurrent) < 1 s\n```\n";

/// A whole lesson with this in its step, which begins in line 7.
QByteArray stepWith(const QByteArray& text)
{
    return front + "## Step\n" + text;
}

ReadLesson read(const QByteArray& text)
{
    return parseLesson({text.constData(), static_cast<std::size_t>(text.size())}, "L");
}

/// Each problem on a line.
QString problemsOf(const ReadLesson& read)
{
    QStringList lines;
    for (const Problem& problem : read.problems)
        lines << QString::fromStdString(textOf(problem, read.file));
    return lines.join(u'\n');
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

}  // namespace

/// Lessons as files: what is read of them, and what is wrong where.
class TestLessonReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void example();
    void exampleIsInTheReadme();
    void shippedLessons();
    void whatNotEveryMachineCanRunWasRecorded();
    void everyQuantityIsInTheReadme();
    void blocks();
    void problems_data();
    void problems();
    void severalAtOnce();
    void limits_data();
    void limits();
    void folder();
    void filesThatAreNotThere();

private:
    const QString m_lessons = QStringLiteral(LESSONS);
};

void TestLessonReader::example()
{
    const ReadLesson read = readLesson((m_lessons + u"/examples/one-wait.md"_s).toStdString());
    QCOMPARE(problemsOf(read), QString());
    const Lesson& lesson = *read.lesson;
    QCOMPARE(lesson.name, std::string("one-wait"));
    QCOMPARE(lesson.minutes, 3);
    QCOMPARE(lesson.introduction.size(), std::size_t{2});
    QCOMPARE(lesson.steps.size(), std::size_t{2});
    const lesson::Experiment* const experiment = experimentNamed(lesson, "wait");
    QVERIFY(experiment);
    QCOMPARE(experiment->work.workload, std::string("sleep"));
    QCOMPARE(experiment->work.taskLength, Nanoseconds(50'000'000));
    QCOMPARE(runNames(*experiment, 2), std::vector<std::string>{"sequential"});
    QCOMPARE(experiment->repeats, 5);
    QVERIFY(checkNamed(lesson, "core-is-free"));
}

void TestLessonReader::exampleIsInTheReadme()
{
    const QByteArray example = contentOf(m_lessons + u"/examples/one-wait.md"_s);
    QVERIFY(!example.isEmpty());
    QVERIFY(contentOf(m_lessons + u"/README.md"_s).contains(example));
}

void TestLessonReader::shippedLessons()
{
    const auto lessons = readLessons(m_lessons.toStdString());
    QVERIFY(lessons);
    QVERIFY(lessons->size() >= 3);
    for (const ReadLesson& read : *lessons) {
        QCOMPARE(problemsOf(read), QString());
        QVERIFY(read.lesson->order > 0);
        int checks = 0;
        forEach<Check>(*read.lesson, [&](const Check&) { ++checks; });
        QVERIFY2(checks > 0, read.file.c_str());
    }
}

/// Small ones: they come with the program. The largest has the pictures that were downloaded.
void TestLessonReader::whatNotEveryMachineCanRunWasRecorded()
{
    constexpr qint64 largest = 310'000;
    const auto lessons = readLessons(m_lessons.toStdString());
    QVERIFY(lessons);
    for (const ReadLesson& read : *lessons) {
        forEach<lesson::Experiment>(*read.lesson, [&](const lesson::Experiment& experiment) {
            const QString name = QString::fromStdString(experiment.recording);
            const QByteArray of = QByteArray::fromStdString(read.file + ": " + experiment.name);
            const bool needsMore =
                !lackOf(needsOf(experiment), {}).empty() || !lackOf(read.lesson->needs, {}).empty();
            QVERIFY2(!needsMore || !name.isEmpty(), of.constData());
            if (name.isEmpty())
                return;
            const QFileInfo file(m_lessons + u'/' + name);
            QVERIFY2(file.isFile() && file.size() <= largest, of.constData());
        });
    }
}

void TestLessonReader::everyQuantityIsInTheReadme()
{
    const QByteArray readme = contentOf(m_lessons + u"/README.md"_s);
    for (const QuantityTraits& traits : quantityTraits()) {
        const std::string row =
            "| `" + std::string(traits.name) + "` | " + std::string(traits.summary) + " |";
        QVERIFY2(readme.contains(row.c_str()), row.c_str());
    }
}

void TestLessonReader::blocks()
{
    const ReadLesson given = read(stepWith(
        "Text.\n" + work + check +
        "```{experiment}\nname: s\nworkload: compute\nserial: 20\nstudy: {max-workers: 3, with: "
        "[threads, processes]}\n```\n"
        "```{experiment}\nname: own\nworkload: compute\nruns:\n  - {name: five, in-progress: 5, "
        "parts: 2, cores: 2, with: processes}\n  - {mode: both, name: all}\nrepeat: 9\n```\n"
        "```{predict}\nname: n\nquestion: N?\nnumber: {unit: ms, from: 1, to: 9, measured: "
        "wall(own.five)}\n```\n"
        "```{observe}\nname: o\nquestion: O?\nseveral: yes\noptions:\n  - {text: x, right-if: c}\n "
        " - y\n  - {text: z, right: yes}\n```\n"
        "```python\nprint()  # ## no step, [no](timeline:link)\n```\n"));
    QCOMPARE(problemsOf(given), QString());
    const Lesson& lesson = *given.lesson;
    QCOMPARE(lesson.steps.size(), std::size_t{1});
    QCOMPARE(lesson.steps[0].blocks.size(), std::size_t{8});
    QCOMPARE(runNames(*experimentNamed(lesson, "s"), 2),
             (std::vector<std::string>{"threads-1", "threads-2", "threads-3", "processes-1",
                                       "processes-2", "processes-3"}));
    QCOMPARE(experimentNamed(lesson, "s")->work.settings[Setting::Serial], 20);
    const lesson::Experiment& own = *experimentNamed(lesson, "own");
    const auto& runs = std::get<std::vector<Run>>(own.how);
    QCOMPARE(runs[0].plan, std::optional(Plan{5, 2, 2, WorkerKind::Processes}));
    QCOMPARE(runs[1].mode, std::optional(Mode::Both));
    QCOMPARE(runs[1].name, std::string("all"));
    const auto& prediction = std::get<Prediction>(lesson.steps[0].blocks[5]);
    QVERIFY(std::get<NumberAnswer>(prediction.answer).isTime);
    QVERIFY(prediction.locksRun && prediction.asksConfidence);
    const auto& observation = std::get<Observation>(lesson.steps[0].blocks[6]);
    QVERIFY(observation.isMultiple);
    QCOMPARE(observation.options[0].rightIf, std::string("c"));
    QVERIFY(!observation.options[1].isRight && observation.options[2].isRight);
    QVERIFY(std::get<Text>(lesson.steps[0].blocks[7]).markdown.starts_with("```python"));
}

void TestLessonReader::problems_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QByteArray& text, const QString& expected) {
        QTest::newRow(name) << text << expected;
    };
    row("empty", "", u"L:1:1: found no front matter; expected ---"_s);
    row("no step", front, u"L:1:1: found no step; expected at least one"_s);
    row("endless front matter", "---\nname: a\n",
        u"L:1:1: found front matter without an end; expected --- on a line of its own"_s);
    row("not UTF-8", front + "## A\n\xc3(", u"L:7:1: found a byte that is not UTF-8"_s);
    row("a character 0", front + "## A\nab" + QByteArray(1, '\0'),
        u"L:7:3: found a byte that is not UTF-8; expected text in UTF-8"_s);
    row("unknown block", stepWith("```{expermient}\n```\n"),
        u"L:7:1: found the block {expermient}; expected experiment, the nearest of experiment, "
        u"predict"_s);
    row("open fence", stepWith("```{check}\nname: a\n"),
        u"L:7:1: found a fence that is not closed; expected ``` on a line of its own after it"_s);
    row("unknown key", stepWith("```{experiment}\nname: e\nworkload: sleep\ntaks: 4\n```\n"),
        u"L:10:1: found the key “taks” in {experiment}; expected tasks, the nearest of"_s);
    row("unknown key of a question",
        stepWith("```{observe}\nname: o\nquestion: O?\noptions: [a, b]\nserveral: yes\n```"),
        u"L:11:1: found the key “serveral” in {observe}; expected several, the nearest of name, "
        u"question, explanation, options or several"_s);
    row("key of another workload",
        stepWith("```{experiment}\nname: e\nworkload: download\ntask-ms: 4\n```\n"),
        u"L:10:1: found the key “task-ms” in {experiment}; expected "_s);
    row("number out of range", stepWith("```{experiment}\nname: e\nworkload: sleep\ntasks: 0\n```"),
        u"L:10:8: found tasks: “0”; expected a whole number from 1 to 10000"_s);
    row("no number", stepWith("```{experiment}\nname: e\nworkload: sleep\ntask-ms: nan\n```"),
        u"L:10:10: found task-ms: “nan”; expected a number from 0.01 to 600000"_s);
    row("setting out of range",
        stepWith("```{experiment}\nname: e\nworkload: compute\nserial: 101\n```"),
        u"L:10:9: found serial: “101”; expected a whole number from 0 to 100"_s);
    row("unknown mode", stepWith("```{experiment}\nname: e\nworkload: sleep\nruns: [paralel]\n```"),
        u"L:10:8: found the run “paralel” of the workload sleep; expected parallel, the nearest"_s);
    row("a mode that splits what cannot be",
        stepWith("```{experiment}\nname: e\nworkload: download\nruns: [parallel]\n```"),
        u"L:10:8: found the run “parallel” of the workload download; expected sequential, "
        u"concurrent or both"_s);
    row("a run twice",
        stepWith("```{experiment}\nname: e\nworkload: sleep\nruns: [both, both]\n"
                 "```"),
        u"L:10:14: found the run “both” again; expected a name of its own for each run"_s);
    row("too many tasks",
        stepWith("```{experiment}\nname: e\nworkload: sleep\ntasks: 10000\nrepeat: 100\nruns: "
                 "[sequential, concurrent, parallel, both, both-split]\n```"),
        u"L:8:1: found 5000000 tasks in all runs together; expected 4000000 at most"_s);
    row("too many workers",
        stepWith("```{experiment}\nname: e\nworkload: sleep\nruns: [{name: x, in-progress: 200, "
                 "parts: 3}]\n```"),
        u"L:10:8: found 600 workers (in-progress × parts); expected 512 at most"_s);
    row("a key twice", stepWith("```{picture}\nfile: a.png\nfile: b.png\nalt: a\n```"),
        u"L:9:1: found the key “file” again; expected each key once"_s);
    row("an experiment twice", stepWith(work + work),
        u"L:12:1: found the name “e” again; expected a name that no other block of this kind has"_s);
    row("a climbing path", stepWith("```{picture}\nfile: ../a.png\nalt: a\n```"),
        u"L:8:7: found file: “../a.png”; expected a file in the lesson's folder"_s);
    row("an absolute path", stepWith("```{picture}\nfile: /etc/passwd\nalt: a\n```"),
        u"L:8:7: found file: “/etc/passwd”; expected a file in the lesson's folder"_s);
    row("a climbing link", stepWith("\n![a](a/../../b.png)\n"),
        u"L:8:6: found a link to “a/../../b.png”; expected a file in the lesson's folder"_s);
    row("a wrong link", stepWith(work + "See [x](timeline:zoom?run=e.concurrent&from=0ms).\n"),
        u"L:12:9: found no “to”; expected to=…"_s);
    row("a link to no run", stepWith(work + "See [x](timeline:cursor?run=e.both&at=0ms).\n"),
        u"L:12:9: found the run “e.both”; expected e. and sequential or concurrent"_s);
    row("an alias", stepWith("```{predict}\nname: p\nquestion: *a\n```"), u"L:9:"_s);
    row("an anchor", stepWith("```{predict}\nname: &x p\nquestion: *x\n```"),
        u"L:8:7: found an anchor (&); expected the value alone"_s);
    row("a type", stepWith("```{predict}\nname: !!binary p\n```"), u"L:8:7: found the type"_s);
    row("no YAML", stepWith("```{predict}\nname: [p\n```"), u"L:"_s);
    row("a list", stepWith("```{predict}\n- name\n```"),
        u"L:8:1: found a list in {predict}; expected keys with values"_s);
    row("deep lists", stepWith("```{check}\nname: c\nclaim: [[[[[[[[[[a]]]]]]]]]]\n```"),
        u"L:9:15: found lists within lists; expected 8 lists or maps within one another at most"_s);
    row("no such run",
        stepWith(work + "```{check}\nname: c\nclaim: C\nholds-if: wall(e.both) < 1 "
                        "s\n```\n"),
        u"L:15:11: found the run “e.both”; expected e. and sequential or concurrent"_s);
    row("no such experiment",
        stepWith(work + "```{check}\nname: c\nclaim: C\nholds-if: "
                        "wall(f.both) < 1 s\n```\n"),
        u"L:15:11: found the experiment “f”; expected e, the nearest of e"_s);
    row("which run", stepWith(work + "```{check}\nname: c\nclaim: C\nholds-if: wall(e) < 1 s\n```"),
        u"L:15:11: found “e”, which has several runs; expected e. and sequential or concurrent"_s);
    row("a figure of no study",
        stepWith(work + "```{check}\nname: c\nclaim: C\nholds-if: "
                        "serial-fraction(e) < 1 %\n```"),
        u"L:15:11: found serial-fraction of “e”; expected an experiment with a study"_s);
    row("speedup over nothing",
        stepWith("```{experiment}\nname: e\nworkload: sleep\nruns: [both]\n```\n```{check}\nname: "
                 "c\nclaim: C\nholds-if: speedup(e) > 1\n```"),
        u"L:15:11: found the speedup of “e”; expected an experiment that has a sequential run too"_s);
    row("no such check",
        stepWith("```{observe}\nname: o\nquestion: O?\noptions: [a, {text: b, right-if: c}]\n```"),
        u"L:7:1: found the check “c”; expected a {check} of that name"_s);
    row("right twice",
        stepWith("```{observe}\nname: o\nquestion: O?\noptions: [a, {text: b, right-if: c, "
                 "right: yes}]\n```"),
        u"L:10:14: found right and right-if; expected one of them"_s);
    row("one option", stepWith("```{observe}\nname: o\nquestion: O?\noptions: [a]\n```"),
        u"L:10:10: found 1 options; expected a list of 2 to 12 options"_s);
    row("no answer", stepWith("```{predict}\nname: o\nquestion: O?\n```"),
        u"L:8:1: found 0 of them; expected one of options, number or drawing"_s);
}

void TestLessonReader::problems()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, expected);
    const ReadLesson given = read(text);
    QVERIFY(!given.lesson);
    const QString problems = problemsOf(given);
    const QStringList lines = problems.split(u'\n');
    QVERIFY2(
        std::ranges::any_of(lines, [&](const QString& line) { return line.startsWith(expected); }),
        qPrintable(problems));
}

void TestLessonReader::severalAtOnce()
{
    const ReadLesson given = read(stepWith("```{experiment}\nname: 1\nworkload: slep\nx: 1\n```\n"
                                           "```{what}\n```\n```{picture}\nfile: a\n```\n"));
    QCOMPARE(problemsOf(given).split(u'\n').size(), 5);
    QVERIFY(problemsOf(given).startsWith(u"L:8:7: found name: “1”; expected a name"_s));
    QVERIFY(problemsOf(given).endsWith(u"found no key “alt” in {picture}; expected one"_s));
}

void TestLessonReader::limits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("200 steps") << front + QByteArray("## A\n").repeated(200) << QString();
    QTest::newRow("a hundred thousand steps")
        << front + QByteArray("## A\n").repeated(100'000)
        << u"L:206:1: found one step more than 200; expected 200 steps at most"_s;
    QTest::newRow("a thousand blocks")
        << stepWith(QByteArray("```{picture}\nfile: a\nalt: a\n```\n").repeated(1001))
        << u"L:4007:1: found one block more than 1000; expected 1000 blocks at most"_s;
    QTest::newRow("a large file") << front + QByteArray("a word\n").repeated(142'857) + "a"
                                  << u"L:1:1: found 1000036 bytes; expected 1000000 at most"_s;
    QTest::newRow("a long line") << stepWith("A word\n\n" + QByteArray(5'000, '[') + "\n")
                                 << u"L:9:1: found a line of 5000 bytes; expected 4000 at most"_s;
    QTest::newRow("a large block")
        << stepWith("```{check}\n" + QByteArray("- a\n").repeated(17'000) + "```\n")
        << u"L:8:1: found a block of 68000 bytes; expected 65536 at most"_s;
}

void TestLessonReader::limits()
{
    QFETCH(const QByteArray, text);
    QTEST(problemsOf(read(text)), "expected");
}

void TestLessonReader::folder()
{
    const QTemporaryDir folder;
    const auto lessonCalled = [](const QByteArray& name, const QByteArray& order) {
        return "---\nname: " + name + "\ntitle: T\nminutes: 1\norder: " + order + "\n---\n## S\n";
    };
    QVERIFY(write(folder.filePath(u"1.md"_s), lessonCalled("late", "7")));
    QVERIFY(write(folder.filePath(u"2.md"_s), lessonCalled("early", "3")));
    QVERIFY(write(folder.filePath(u"3.md"_s), lessonCalled("early", "1")));
    QVERIFY(write(folder.filePath(u"4.md"_s), "nothing"));
    QVERIFY(write(folder.filePath(u"README.md"_s), "nothing"));
    QVERIFY(write(folder.filePath(u"5.txt"_s), "nothing"));
    const auto lessons = readLessons(folder.path().toStdString());
    QVERIFY(lessons);
    QCOMPARE(lessons->size(), std::size_t{4});
    QCOMPARE((*lessons)[0].lesson->name, std::string("early"));
    QCOMPARE((*lessons)[1].lesson->name, std::string("late"));
    QVERIFY(problemsOf((*lessons)[2]).contains(u"found the name “early”, which "_s));
    QVERIFY(problemsOf((*lessons)[3]).contains(u"found no front matter"_s));
    const auto none = readLessons(folder.filePath(u"none"_s).toStdString());
    QVERIFY(!none);
    QVERIFY(QString::fromStdString(none.error().message)
                .endsWith(u"; expected a folder with lessons"_s));
}

void TestLessonReader::filesThatAreNotThere()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"in"_s));
    const QString path = folder.filePath(u"in/1.md"_s);
    QVERIFY(write(path, stepWith("```{picture}\nfile: a.png\nalt: a\n```\n")));
    QVERIFY(problemsOf(readLesson(path.toStdString()))
                .endsWith(u":7:1: found no file “a.png” in the lesson's folder; expected a file "
                          u"that is there"_s));
    // A link that leads out of the folder is as good as none.
    QVERIFY(write(folder.filePath(u"out.png"_s), "x"));
    QVERIFY(QFile::link(folder.filePath(u"out.png"_s), folder.filePath(u"in/a.png"_s)));
    QVERIFY(!readLesson(path.toStdString()).lesson);
    QVERIFY(QFile::remove(folder.filePath(u"in/a.png"_s)));
    QVERIFY(write(folder.filePath(u"in/a.png"_s), "x"));
    QCOMPARE(problemsOf(readLesson(path.toStdString())), QString());
}

QTEST_APPLESS_MAIN(TestLessonReader)
#include "tst_lessonreader.moc"

#include "app/lessons/lessoncourse.h"

#include "app/lessons/answergrading.h"
#include "app/lessons/progressstore.h"
#include "core/storage/recordingfile.h"
#include "tests/app/lessons/samplelessons.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestLessonCourse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void judgesAClaimOnce();
    void judgesAnewAfterAnotherRun();
    void judgesAnewInAnotherLesson();
    void keepsResultsInWords();
    void saysWhichStep();

private:
    void open(const QByteArray& text);
    [[nodiscard]] const lesson::Judged& judged() const
    {
        return m_course->judged(*checkNamed(m_course->lesson(), "overlap"));
    }

    QTemporaryDir m_recordings;
    Comparison m_runs;  ///< ten, in turns
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProgressStore> m_store;
    std::unique_ptr<LessonCourse> m_course;
};

void TestLessonCourse::initTestCase()
{
    const QString path = m_recordings.filePath(u"two.coreogram"_s);
    QProcess runner;
    runner.start(QStringLiteral(RUNNER_PATH),
                 {u"compare"_s, u"--workload"_s, u"sleep"_s, u"--tasks"_s, u"2"_s, u"--task-ms"_s,
                  u"20"_s, u"--workers"_s, u"2"_s, u"--modes"_s, u"sequential,concurrent"_s,
                  u"--repeat"_s, u"5"_s, u"--save"_s, path});
    QVERIFY(runner.waitForFinished());
    QCOMPARE(runner.exitCode(), 0);
    m_runs = readRecording(path)->comparison;
}

void TestLessonCourse::init()
{
    m_course.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<ProgressStore>(m_folder->filePath(u"progress"_s));
    m_course = std::make_unique<LessonCourse>(*m_store);
    lesson::Equipment equipment;
    equipment.machine = m_runs.machine;
    m_course->setEquipment(equipment);
    open(lessonText());
}

void TestLessonCourse::open(const QByteArray& text)
{
    lesson::ReadLesson read;
    read.file = m_folder->filePath(u"waits.md"_s).toStdString();
    read.lesson = lessonFrom(text);
    m_course->open(read);
}

/// A page is refreshed often, and to judge looks at every recording.
void TestLessonCourse::judgesAClaimOnce()
{
    m_course->takeMeasured("two", m_runs);
    const lesson::Judged& first = judged();
    const lesson::Judged copy = first;
    m_course->setLocking(false);
    m_course->goTo(1);
    QCOMPARE(&judged(), &first);
    QCOMPARE(first, copy);
    const lesson::Option option{.text = "x", .rightIf = "overlap"};
    QCOMPARE(isRight(option, m_course->known()).value_or(false),
             copy.outcome == lesson::Outcome::Holds);
    QCOMPARE(&judged(), &first);
}

void TestLessonCourse::judgesAnewAfterAnotherRun()
{
    QCOMPARE(judged().outcome, lesson::Outcome::Inconclusive);
    m_course->takeMeasured("two", m_runs);
    const lesson::Judged known = judged();
    QVERIFY(!known.measured.empty());
    m_course->takeMeasured("another", m_runs);  // of which the claim does not speak
    QCOMPARE(judged(), known);
    Comparison fewer = m_runs;
    fewer.runs.resize(4);
    m_course->takeMeasured("two", fewer);
    QCOMPARE(judged().outcome, lesson::Outcome::Inconclusive);
    QVERIFY(judged().why != known.why);
}

void TestLessonCourse::judgesAnewInAnotherLesson()
{
    m_course->takeMeasured("two", m_runs);
    const std::string before = judged().measured;
    open(lessonText().replace("wall(two.concurrent) <= 30 ms", "tasks(two.concurrent) = 2"));
    m_course->takeMeasured("two", m_runs);
    QCOMPARE(judged().outcome, lesson::Outcome::Holds);
    QVERIFY(judged().measured != before);
}

void TestLessonCourse::keepsResultsInWords()
{
    m_course->takeMeasured("two", m_runs);
    const LessonProgress kept = m_store->progressOf(m_course->lesson());
    const QString measured = QString::fromStdString(kept.results.at("overlap").measured);
    QVERIFY2(measured.startsWith(u"Time of “Concurrent”: "_s), qPrintable(measured));
}

/// As the overview and the report count.
void TestLessonCourse::saysWhichStep()
{
    open("---\nname: a\ntitle: A\nminutes: 1\n---\nWhy.\n\n## One\nText.\n\n## Two\nText.\n");
    QCOMPARE(m_course->whereText(), u"A · introduction"_s);
    m_course->goTo(2);
    QCOMPARE(m_course->whereText(), u"A · step 2 of 2"_s);
    open("---\nname: b\ntitle: B\nminutes: 1\n---\n## One\nText.\n");
    QCOMPARE(m_course->whereText(), u"B · step 1 of 1"_s);
}

QTEST_MAIN(TestLessonCourse)
#include "tst_lessoncourse.moc"

#include "app/lessons/htmlfile.h"
#include "app/lessons/htmltext.h"
#include "app/lessons/lessonreport.h"
#include "app/lessons/progressstore.h"
#include "app/lessons/reportjob.h"
#include "app/lessons/reporttimeline.h"
#include "app/timeline/timetext.h"
#include "core/lesson/grading.h"
#include "core/storage/recordingfile.h"
#include "tests/app/lessons/samplelessons.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QFont font;

lesson::Equipment equipment()
{
    lesson::Equipment equipment;
    equipment.machine = {
        .cores = 2, .physicalCores = 2, .model = "Model <T> & Co", .canBind = true};
    return equipment;
}

LessonProgress answered()
{
    LessonProgress progress{.step = 1, .begun = QDateTime::currentDateTime()};
    progress.changed = progress.begun;
    progress.answers["length"] = {.number = 95, .confidence = Confidence::Guess};
    progress.answers["bar"] = {.drawn = 20ms, .confidence = Confidence::Sure};
    progress.answers["why"] = {.chosen = {1}, .confidence = Confidence::Probably, .votes = {3, 20}};
    progress.results["overlap"] = {lesson::Outcome::Holds, "wall(two.concurrent) 20.1 ms",
                                   "It is at most 30 ms."};
    return progress;
}

/// What a reader sees, without what is only HTML.
QString readable(const QString& html)
{
    QTextDocument document;
    document.setHtml(html);
    return document.toPlainText();
}

QImage embedded(const QString& html)
{
    static const QRegularExpression image(u"data:image/png;base64,([A-Za-z0-9+/=]+)"_s);
    return QImage::fromData(QByteArray::fromBase64(image.match(html).captured(1).toLatin1()));
}

}  // namespace

class TestLessonReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void tellsAnswersAndClaims();
    void tellsWhatIsNotThere();
    void gradesOptions_data();
    void gradesOptions();
    void doesNotGradeWhatNothingDecides();
    void gradesByTheLessonsWord();
    void gradesByWhatWasMeasured();
    void drawsOwnTimelines();
    void choosesTellingRuns();
    void tellsWhichRecordingCannotBeRead();
    void showsHostileTextAsText();
    void markdownFetchesNothing_data();
    void markdownFetchesNothing();
    void markdownIsReadInTime();
    void writesHtml();
    void writesPdfWithPictures();
    void saysWhyItCannotWrite_data();
    void saysWhyItCannotWrite();
    void stops();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    /// A progress with a real recording of the lesson's experiment.
    [[nodiscard]] LessonProgress recorded() const
    {
        LessonProgress progress = answered();
        progress.recordings["two"] = m_recordings.filePath(u"two.coreogram"_s);
        return progress;
    }
    [[nodiscard]] QString report(const LessonProgress& progress) const
    {
        return reportOf({m_lesson, progress}, equipment());
    }
    [[nodiscard]] ReportOrder order(const QString& name, std::size_t lessons = 1) const
    {
        return {std::vector<TakenLesson>(lessons, {m_lesson, recorded()}), equipment(),
                QDateTime::currentDateTime(), path(name)};
    }

    QTemporaryDir m_recordings;
    std::unique_ptr<QTemporaryDir> m_folder;
    const lesson::Lesson m_lesson = lessonFrom(lessonText());
};

void TestLessonReport::initTestCase()
{
    QProcess runner;
    runner.start(QStringLiteral(RUNNER_PATH),
                 {u"compare"_s, u"--workload"_s, u"sleep"_s, u"--tasks"_s, u"2"_s, u"--task-ms"_s,
                  u"20"_s, u"--workers"_s, u"2"_s, u"--modes"_s, u"sequential,concurrent"_s,
                  u"--repeat"_s, u"5"_s, u"--save"_s, m_recordings.filePath(u"two.coreogram"_s)});
    QVERIFY(runner.waitForFinished());
    QCOMPARE(runner.exitCode(), 0);
}

void TestLessonReport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestLessonReport::tellsAnswersAndClaims()
{
    const QString html =
        reportPage(report(answered()), 1, equipment(), QDateTime::currentDateTime());
    const QString text = readable(html);
    for (const QString& part :
         {u"Report on a lesson"_s, u"Model <T> & Co · 2 cores"_s, u"Waits"_s,
          u"now at step 2 of 2"_s,
          u"How long will both take?\nAnswer: 95 ms (a guess) — not known"_s,
          u"Draw it.\nAnswer: a bar of 20.0 ms (sure) — not known"_s,
          u"Why <i>so</i>?\nAnswer: “Waits overlap.” (probably) — right\n"
          "Votes: 3 for “Waits use the core.”, 20 for “Waits overlap.”"_s,
          u"What did you see?\nNot answered."_s,
          u"Two waits take as long as one. — holds\nMeasured: wall(two.concurrent) 20.1 ms\n"
          "It is at most 30 ms."_s})
        QVERIFY2(text.contains(part), qUtf8Printable(part + u"\nin\n"_s + text));
    QVERIFY(!text.contains(u"Own timelines"_s));
}

void TestLessonReport::tellsWhatIsNotThere()
{
    const QString text = readable(report({}));
    QVERIFY(text.contains(u"Not begun."_s));
    QCOMPARE(text.count(u"Not answered."_s), 4);
    QVERIFY(text.contains(u"Two waits take as long as one. — not measured yet"_s));
}

void TestLessonReport::gradesOptions_data()
{
    QTest::addColumn<QString>("question");
    QTest::addColumn<std::vector<int>>("chosen");
    QTest::addColumn<lesson::Outcome>("outcome");
    QTest::addColumn<QString>("grade");

    using enum lesson::Outcome;
    const auto row = [](const char* name, const char* question, const std::vector<int>& chosen,
                        lesson::Outcome outcome, const char* grade) {
        QTest::newRow(name) << QString::fromLatin1(question) << chosen << outcome
                            << QString::fromLatin1(grade);
    };
    row("one, right", "why", {1}, Holds, "right");
    row("one, wrong", "why", {0}, Holds, "not right");
    row("its claim does not hold", "why", {1}, DoesNotHold, "not right");
    row("inconclusive", "why", {1}, Inconclusive, "not known");
    row("inconclusive, so another may be right", "why", {0}, Inconclusive, "not known");
    row("skipped", "why", {1}, Skipped, "not known");
    row("several, right", "seen", {0}, Holds, "right");
    row("several, one too many", "seen", {0, 1}, Holds, "not right");
    row("several, one is missing", "seen", {1}, Holds, "not right");
    row("several, not known", "seen", {0}, Inconclusive, "not known");
}

void TestLessonReport::gradesOptions()
{
    QFETCH(QString, question);
    QFETCH(std::vector<int>, chosen);
    QFETCH(lesson::Outcome, outcome);
    QFETCH(QString, grade);
    LessonProgress progress;
    progress.answers[question.toStdString()].chosen = chosen;
    progress.results["overlap"].outcome = outcome;
    QVERIFY(readable(report(progress)).contains(u" — "_s + grade + u'\n'));
}

void TestLessonReport::doesNotGradeWhatNothingDecides()
{
    const lesson::Lesson lesson = lessonFrom(lessonText().replace(
        "  - text: Waits overlap.\n    right-if: overlap", "  - Waits overlap."));
    LessonProgress progress;
    progress.answers["why"].chosen = {1};
    const QString text = readable(reportOf({lesson, progress}, equipment()));
    QVERIFY2(text.contains(u"Answer: “Waits overlap.”\n"_s), qUtf8Printable(text));
}

void TestLessonReport::gradesByTheLessonsWord()
{
    const lesson::Lesson lesson =
        lessonFrom(lessonText().replace("  - text: Waits overlap.\n    right-if: overlap",
                                        "  - text: Waits overlap.\n    right: yes"));
    LessonProgress progress;
    progress.answers["why"].chosen = {0};
    const QString text = readable(reportOf({lesson, progress}, equipment()));
    QVERIFY2(text.contains(u"Answer: “Waits use the core.” — not right\n"_s), qUtf8Printable(text));
}

void TestLessonReport::gradesByWhatWasMeasured()
{
    LessonProgress progress = recorded();
    lesson::Measurements measurements;
    measurements["two"] = readRecording(progress.recordings["two"])->comparison;
    const auto lengthOf = [&](const std::string& run) {
        const lesson::DrawingAnswer bar{.of = run, .scale = {}};
        return lesson::measuredLength(bar, m_lesson, measurements, equipment()).estimate.value;
    };
    // Half of the bar for comparison, which was asked to be of 40 ms and took a bit longer.
    const Nanoseconds half(std::llround(lengthOf("two.sequential") / 2));
    const Nanoseconds measured(std::llround(lengthOf("two.concurrent")));
    QVERIFY(half > 20ms);
    progress.answers["bar"].drawn = 20ms;
    progress.answers["length"].number = 2 * toMilliseconds(measured);
    const QString text = readable(report(progress));
    const auto right = lesson::isRight({.of = "two.concurrent", .scale = "two.sequential"}, 20ms,
                                       m_lesson, measurements, equipment());
    QVERIFY(right);
    const QString said = u"a bar of %1 (sure) — %2; measured: %3"_s.arg(
        durationText(half), *right ? u"right"_s : u"not right"_s, durationText(measured));
    QVERIFY2(text.contains(said), qUtf8Printable(text));
    QVERIFY(text.contains(u" ms (a guess) — not right; measured: "_s));
}

void TestLessonReport::drawsOwnTimelines()
{
    const QString html = report(recorded());
    QVERIFY(readable(html).contains(u"Own timelines"_s));
    QCOMPARE(html.count(u"<img"_s), 1);
    const QImage image = embedded(html);
    QVERIFY(image.width() >= 1'800);
    QCOMPARE(image.pixelColor(2, 2).lightness() > 200, true);  // light, for paper
    QVERIFY(html.contains(u"alt=\"Timelines of the experiment “two”\""_s));
}

void TestLessonReport::choosesTellingRuns()
{
    const auto read = readRecording(recorded().recordings.at("two"));
    QVERIFY(read);
    const Comparison& comparison = read->comparison;
    QCOMPARE(comparison.runs.size(), std::size_t(10));
    const auto runs = telling(comparison, *experimentNamed(m_lesson, "two"));
    QCOMPARE(runs.size(), std::size_t(2));
    for (const std::size_t chosen : runs) {
        const auto isShorter = [&](const Recording& run) {
            return run.start.mode == comparison.runs[chosen].start.mode &&
                   run.wall() < comparison.runs[chosen].wall();
        };
        QCOMPARE(std::ranges::count_if(comparison.runs, isShorter), 2);
    }
    QCOMPARE(comparison.runs[runs[0]].start.mode, Mode::Sequential);
    QCOMPARE(comparison.runs[runs[1]].start.mode, Mode::Concurrent);

    // The experiment has been edited since.
    const auto other = lessonFrom(lessonText()
                                      .replace("workers: 2", "workers: 3")
                                      .replace("[sequential, concurrent]", "[parallel]")
                                      .replace("two.concurrent", "two.parallel")
                                      .replace("two.sequential", "two.parallel")
                                      .replace("workload: sleep", "workload: compute"));
    QCOMPARE(telling(comparison, *experimentNamed(other, "two")).size(), std::size_t(6));
    QVERIFY(telling({}, *experimentNamed(m_lesson, "two")).empty());
    QCOMPARE(timelineImage({}, {}, QString()), QString());
}

void TestLessonReport::tellsWhichRecordingCannotBeRead()
{
    LessonProgress progress = answered();
    progress.recordings["two"] = path(u"<b>broken</b>.coreogram"_s);
    QVERIFY(QDir().mkpath(path(u"<b>broken<"_s)));
    writeFile(progress.recordings["two"], "not a recording");
    const QString html = report(progress);
    QVERIFY(readable(html).contains(path(u"<b>broken</b>.coreogram"_s)));
    QVERIFY(!html.contains(u"<img"_s));
}

void TestLessonReport::showsHostileTextAsText()
{
    const QByteArray evil = "<script>alert(1)</script><img src=http://a/b.png>&amp;\\\"' %1 %2";
    lesson::Lesson lesson = lessonFrom(lessonText("waits", '"' + evil + '"'));
    lesson.title += std::string(10'000, 'x');
    LessonProgress progress = recorded();
    const std::string text = evil.toStdString();
    progress.results["overlap"] = {lesson::Outcome::Holds, text, text};
    forEach<lesson::Experiment>(lesson, [&](const lesson::Experiment& experiment) {
        const_cast<lesson::Experiment&>(experiment).title = text;
    });
    const QString html = reportPage(reportOf({lesson, progress}, equipment()), 1, equipment(),
                                    QDateTime::currentDateTime());
    QVERIFY(!html.contains(u"<script"_s));
    QVERIFY(!html.contains(u"<img src=http"_s));
    QCOMPARE(html.count(u"<img"_s), 1);
    QVERIFY(html.contains(u"default-src 'none'"_s));
    QVERIFY(readable(html).contains(QString::fromStdString(text)));
}

void TestLessonReport::markdownFetchesNothing_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QString>("html");
    const auto row = [](const char* name, const QByteArray& markdown, const char* html) {
        QTest::newRow(name) << markdown << QString::fromUtf8(html);
    };
    row("emphasis", "A **bold** and *slanted* `word`.",
        "<p>A <b>bold</b> and <i>slanted</i> <code>word</code>.</p>\n");
    row("two paragraphs", "One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>\n");
    row("list", "- one\n- two", "<p class=\"item\">• one</p>\n<p class=\"item\">• two</p>\n");
    row("numbers", "1. one\n2. two",
        "<p class=\"item\">1. one</p>\n<p class=\"item\">2. two</p>\n");
    row("link", "See [here](timeline:zoom?from=0ms&to=5ms).", "<p>See here.</p>\n");
    row("script", "a <script>alert(1)</script> b",
        "<p>a &lt;script&gt;alert(1)&lt;/script&gt; b</p>\n");
    row("code", "```\na < b\n```", "<pre>a &lt; b</pre>\n");
    row("nothing", "", "");
    row("nested without end", QByteArray("> ").repeated(5'000), "");
}

void TestLessonReport::markdownFetchesNothing()
{
    QFETCH(QByteArray, markdown);
    QTEST(htmlOfMarkdown(markdown.toStdString()), "html");
    const QString picture =
        htmlOfMarkdown("![What <b>](http://example.org/x.png) " + markdown.toStdString());
    QVERIFY(!picture.contains(u"http"_s));
    QVERIFY(!picture.contains(u"<img"_s));
}

/// Either would take Qt many seconds.
void TestLessonReport::markdownIsReadInTime()
{
    const QByteArray marks = QByteArray("`<").repeated(32'000);
    QCOMPARE(htmlOfMarkdown(marks.toStdString()),
             u"<pre>%1</pre>\n"_s.arg(QString::fromLatin1(marks).toHtmlEscaped()));
    const QByteArray items = QByteArray("1. a\n").repeated(13'000);
    QVERIFY(htmlOfMarkdown(items.toStdString()).startsWith(u"<pre>1. a\n"_s));
    QVERIFY(htmlOfMarkdown(QByteArray("1. a\n").repeated(200).toStdString()).startsWith(u"<p"_s));
}

void TestLessonReport::writesHtml()
{
    ReportJob job;
    QSignalSpy written(&job, &ReportJob::written);
    QSignalSpy progressed(&job, &ReportJob::progressed);
    job.start(order(u"a.html"_s, 3));
    QVERIFY(job.isBusy());
    QTRY_COMPARE(written.size(), 1);
    QVERIFY(!job.isBusy());
    QCOMPARE(written[0][0].toString(), path(u"a.html"_s));
    QCOMPARE(progressed.size(), 3);
    QCOMPARE(progressed.last()[1].toInt(), 3);
    const QByteArray html = bytesIn(path(u"a.html"_s));
    QVERIFY(html.startsWith("<!DOCTYPE html>"));
    QCOMPARE(html.count("data:image/png"), 3);
    QVERIFY(html.contains("Report on 3 lessons"));
}

void TestLessonReport::writesPdfWithPictures()
{
    ReportJob job;
    QSignalSpy written(&job, &ReportJob::written);
    job.start(order(u"a.pdf"_s));
    QTRY_COMPARE(written.size(), 1);
    const QByteArray pdf = bytesIn(path(u"a.pdf"_s));
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(pdf.contains("/Subtype /Image"));
    QVERIFY(pdf.count("/Type /Page\n") >= 1);
    // The document's margins and the picture fit on A4, which is 794 units of 1/96 inch wide.
    static_assert(pageWidth + 2 * 76 <= 794 && pageHeight + 2 * 76 <= 1123);
}

void TestLessonReport::saysWhyItCannotWrite_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("why");
    QTest::newRow("no such folder") << u"none/a.pdf"_s << u"No such file"_s;
    QTest::newRow("a folder") << u"folder.html"_s << u"directory"_s;
    QTest::newRow("another kind") << u"a.doc"_s << u".html or .pdf"_s;
    QTest::newRow("no kind") << u"a"_s << u".html or .pdf"_s;
}

void TestLessonReport::saysWhyItCannotWrite()
{
    QFETCH(QString, name);
    QFETCH(QString, why);
    QVERIFY(QDir().mkpath(path(u"folder.html"_s)));
    ReportJob job;
    QSignalSpy failed(&job, &ReportJob::failed);
    job.start(order(name));
    QTRY_COMPARE(failed.size(), 1);
    const QString message = failed[0][0].toString();
    QVERIFY2(message.contains(path(name)) && message.contains(why), qUtf8Printable(message));
    QVERIFY(!job.isBusy());
}

void TestLessonReport::stops()
{
    writeFile(path(u"a.html"_s), "as it was");
    ReportJob job;
    QSignalSpy stopped(&job, &ReportJob::stopped);
    QSignalSpy written(&job, &ReportJob::written);
    connect(&job, &ReportJob::progressed, &job, &ReportJob::stop);
    job.start(order(u"a.html"_s, 50));
    QTRY_COMPARE(stopped.size(), 1);
    QCOMPARE(written.size(), 0);
    QVERIFY(!job.isBusy());
    QCOMPARE(bytesIn(path(u"a.html"_s)), "as it was");
}

QTEST_MAIN(TestLessonReport)
#include "tst_lessonreport.moc"

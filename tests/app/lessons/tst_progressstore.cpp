#include "app/lessons/progressstore.h"

#include "core/storage/recordingfile.h"
#include "tests/app/lessons/samplelessons.h"
#include "tests/support/fulldisk.h"
#include "tests/support/samplestream.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const lesson::Judged overlapHolds{lesson::Outcome::Holds, "wall(two.concurrent) 20.1 ms",
                                  "It was shorter."};

LessonProgress sampleProgress()
{
    LessonProgress progress{.step = 1};
    progress.answers["length"] = {.number = 20.5, .confidence = Confidence::Guess};
    progress.answers["bar"] = {.drawn = 21ms, .confidence = Confidence::Sure};
    progress.answers["why"] = {.chosen = {1}, .confidence = Confidence::Probably, .votes = {3, 20}};
    progress.answers["seen"] = {.chosen = {0, 1}};
    progress.results["overlap"] = overlapHolds;
    progress.finished = QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
    return progress;
}

QByteArray sampleRecording()
{
    return streamBytes(sampleFrames());
}

QByteArray edited(const char* from, const char* to)
{
    QByteArray text = lessonText();
    if (!text.contains(from))
        qFatal("the sample has no %s", from);
    return text.replace(from, to);
}

}  // namespace

class TestProgressStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void knowsNothingAtFirst();
    void keepsAll();
    void tellsWhatChanged();
    void followsAnEditedLesson_data();
    void followsAnEditedLesson();
    void keepsTheAnswerToAnOptionThatIsGone();
    void keepsWhatWasAnsweredToAnotherQuestion();
    void forgetsAnAnswerThatIsTakenBack();
    void keepsKeysThatItDoesNotKnow();
    void findsTheStepAgain();
    void putsAsideWhatItCannotRead_data();
    void putsAsideWhatItCannotRead();
    void writesOverNothingThatItCannotPutAside();
    void saysWhereItCannotWrite();
    void fullDiskKeepsWhatWasKept();
    void survivesValuesOfAnyKind_data();
    void survivesValuesOfAnyKind();
    void keepsRecordings();
    void refusesARecordingOfNothing();
    void resetsAndPutsBack();
    void twoResetsLoseNothing();
    void doesNotTouchOtherLessons();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] QJsonObject json() const
    {
        return QJsonDocument::fromJson(bytesIn(path(u"waits.json"_s))).object();
    }
    void keep(const LessonProgress& progress) { QVERIFY(m_store->keep(m_lesson, progress)); }
    [[nodiscard]] LessonProgress progress() { return m_store->progressOf(m_lesson); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProgressStore> m_store;
    const lesson::Lesson m_lesson = lessonFrom(lessonText());
};

void TestProgressStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<ProgressStore>(m_folder->path());
}

void TestProgressStore::knowsNothingAtFirst()
{
    QCOMPARE(progress(), LessonProgress());
    QVERIFY(!progress().isBegun());
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestProgressStore::keepsAll()
{
    keep(sampleProgress());
    ProgressStore other(m_folder->path());
    LessonProgress kept = other.progressOf(m_lesson);
    QVERIFY(kept.isBegun());
    QVERIFY(kept.changed.isValid());
    QVERIFY(kept.isFinished());
    kept.begun = {};
    kept.changed = {};
    QCOMPARE(kept, sampleProgress());
}

void TestProgressStore::tellsWhatChanged()
{
    QSignalSpy changed(m_store.get(), &ProgressStore::changed);
    keep(sampleProgress());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toString(), u"waits"_s);
}

void TestProgressStore::followsAnEditedLesson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("answered");  // what is left of the answers and results

    const auto row = [](const char* name, const QByteArray& text, const char* answered) {
        QTest::newRow(name) << text << QString::fromLatin1(answered);
    };
    row("as it was", lessonText(), "length bar why:1 seen:01 overlap");
    row("options exchanged",
        edited("  - Waits use the core.\n  - text: Waits overlap.\n    right-if: overlap",
               "  - text: Waits overlap.\n    right-if: overlap\n  - Waits use the core."),
        "length bar why:0 seen:01 overlap");
    row("another option first",
        edited("  - Waits use the core.", "  - No.\n  - Waits use the core."),
        "length bar why:2 seen:01 overlap");
    row("option gone", edited("Waits overlap.", "Waits are cheap."),
        "length bar why: seen:01 overlap");
    row("one of two gone", edited("Two workers running.", "Two cores in use."),
        "length bar why:1 seen:0 overlap");
    row("another unit", edited("unit: ms", "unit: s"), "bar why:1 seen:01 overlap");
    row("another kind of question",
        edited("number: {unit: ms, from: 0, to: 100, measured: wall(two.concurrent)}",
               "drawing: {of: two.concurrent}"),
        "bar why:1 seen:01 overlap");
    row("another name", edited("name: seen", "name: looked"), "length bar why:1 overlap");
    row("another claim", edited("Two waits take as long as one.", "Two waits take 30 ms."),
        "length bar why:1 seen:01");
}

void TestProgressStore::followsAnEditedLesson()
{
    QFETCH(QByteArray, text);
    keep(sampleProgress());
    const lesson::Lesson lesson = lessonFrom(text);
    const LessonProgress kept = m_store->progressOf(lesson);
    QStringList answered;
    for (const Question& question : questionsOf(lesson)) {
        const auto answer = kept.answers.find(question.name);
        if (answer == kept.answers.end())
            continue;
        QString all = QString::fromStdString(question.name) + (question.options ? u":"_s : u""_s);
        for (const int option : answer->second.chosen)
            all += QString::number(option);
        answered << all;
    }
    for (const auto& [name, judged] : kept.results)
        answered << QString::fromStdString(name);
    QTEST(answered.join(u' '), "answered");
}

void TestProgressStore::keepsTheAnswerToAnOptionThatIsGone()
{
    keep(sampleProgress());
    const lesson::Lesson edition = lessonFrom(edited("Waits overlap.", "Waits are cheap."));
    LessonProgress seen = m_store->progressOf(edition);
    seen.step = 0;
    QVERIFY(m_store->keep(edition, seen));
    QCOMPARE(progress().answers.at("why").chosen, std::vector{1});
}

void TestProgressStore::keepsWhatWasAnsweredToAnotherQuestion()
{
    keep(sampleProgress());
    const lesson::Lesson edition = lessonFrom(edited("Waits overlap.", "Waits are cheap."));
    LessonProgress seen = m_store->progressOf(edition);
    seen.answers["why"].chosen = {0};
    QVERIFY(m_store->keep(edition, seen));
    QCOMPARE(m_store->progressOf(edition).answers.at("why").chosen, std::vector{0});
    const QJsonArray earlier = json()["answers"_L1]["why"_L1]["earlier"_L1].toArray();
    QCOMPARE(earlier.size(), 1);
    QCOMPARE(earlier[0]["chosen"_L1][0]["text"_L1].toString(), u"Waits overlap."_s);
}

void TestProgressStore::forgetsAnAnswerThatIsTakenBack()
{
    keep(sampleProgress());
    LessonProgress less = progress();
    less.answers.erase("bar");
    less.results.clear();
    keep(less);
    QVERIFY(!progress().answers.contains("bar"));
    QVERIFY(progress().results.empty());
    QVERIFY(progress().answers.contains("why"));
}

void TestProgressStore::keepsKeysThatItDoesNotKnow()
{
    keep(sampleProgress());
    QJsonObject more = json();
    more["mood"_L1] = u"good"_s;
    QJsonObject answers = more["answers"_L1].toObject();
    answers["gone"_L1] = QJsonObject{{"number"_L1, 5}};
    more["answers"_L1] = answers;
    writeFile(path(u"waits.json"_s), QJsonDocument(more).toJson());
    LessonProgress next = progress();
    next.step = 0;
    keep(next);
    QCOMPARE(json()["mood"_L1].toString(), u"good"_s);
    QCOMPARE(json()["answers"_L1]["gone"_L1]["number"_L1].toInt(), 5);
    QCOMPARE(json()["step"_L1].toInt(), 0);
}

void TestProgressStore::findsTheStepAgain()
{
    keep(sampleProgress());
    const auto stepIn = [&](const QByteArray& text) {
        return m_store->progressOf(lessonFrom(text)).step;
    };
    QCOMPARE(stepIn(edited("## Predict", "## New\n\nOne more.\n\n## Predict")), 2);
    QCOMPARE(stepIn(edited("## Run and look", "## Look")), 1);
    QCOMPARE(stepIn(edited("## Run and look", "")), 0);
}

void TestProgressStore::putsAsideWhatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("aside");

    const auto row = [](const char* name, const QByteArray& bytes, const char* aside) {
        QTest::newRow(name) << bytes << QString::fromLatin1(aside);
    };
    row("empty", "", "waits.broken-1.json");
    row("cut off", "{\"format\": \"coreogram-prog", "waits.broken-1.json");
    row("another format", "{\"format\": \"coreogram-result/1\"}", "waits.broken-1.json");
    row("no object", "[1, 2]", "waits.broken-1.json");
    row("no text", "\xFF\xFE\x01", "waits.broken-1.json");
    row("too deep", QByteArray(100'000, '['), "waits.broken-1.json");
    row("too much", QByteArray(4'000'001, ' '), "waits.broken-1.json");
    row("newer", "{\"format\": \"coreogram-progress/2\"}", "waits.newer-1.json");
    row("much newer", "{\"format\": \"coreogram-progress/99999999999\"}", "waits.newer-1.json");
}

void TestProgressStore::putsAsideWhatItCannotRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, aside);
    writeFile(path(u"waits.json"_s), bytes);
    QSignalSpy warned(m_store.get(), &ProgressStore::warned);
    QCOMPARE(progress(), LessonProgress());
    QCOMPARE(bytesIn(path(aside)), bytes);
    QCOMPARE(warned.size(), 1);
    QVERIFY(warned[0][0].toString().contains(path(u"waits.json"_s)));
    QVERIFY(warned[0][0].toString().contains(path(aside)));
    keep(sampleProgress());
    QCOMPARE(progress().step, 1);
    QCOMPARE(bytesIn(path(aside)), bytes);

    writeFile(path(u"waits.json"_s), bytes);  // once more
    QCOMPARE(progress(), LessonProgress());
    QCOMPARE(bytesIn(path(aside.replace(u'1', u'2'))), bytes);
}

void TestProgressStore::writesOverNothingThatItCannotPutAside()
{
    writeFile(path(u"waits.json"_s), "{");
    for (int number = 1; number < 1'000; ++number)
        writeFile(path(u"waits.broken-%1.json"_s.arg(number)), "earlier");
    QSignalSpy warned(m_store.get(), &ProgressStore::warned);
    QCOMPARE(progress(), LessonProgress());
    QCOMPARE(progress(), LessonProgress());
    QCOMPARE(warned.size(), 1);
    const auto kept = m_store->keep(m_lesson, sampleProgress());
    QVERIFY(!kept);
    QVERIFY(QString::fromStdString(kept.error().message).contains(u"could not be put aside"_s));
    QCOMPARE(bytesIn(path(u"waits.json"_s)), "{");
    QCOMPARE(bytesIn(path(u"waits.broken-999.json"_s)), "earlier");
}

void TestProgressStore::saysWhereItCannotWrite()
{
    writeFile(path(u"file"_s), "no folder");
    ProgressStore store(path(u"file/progress"_s));
    const auto kept = store.keep(m_lesson, sampleProgress());
    QVERIFY(!kept);
    QVERIFY(QString::fromStdString(kept.error().message).contains(path(u"file/progress"_s)));
}

void TestProgressStore::fullDiskKeepsWhatWasKept()
{
    keep(sampleProgress());
    const QByteArray before = bytesIn(path(u"waits.json"_s));
    QVERIFY(before.size() > 100);
    Result<void> kept;
    {
        const FullDisk disk(100);
        kept = m_store->keep(m_lesson, LessonProgress{.step = 2});
    }
    QVERIFY(!kept);
    const QString message = QString::fromStdString(kept.error().message);
    QVERIFY2(message.contains(path(u"waits.json"_s)) && message.contains(u"too large"_s),
             qPrintable(message));
    QCOMPARE(bytesIn(path(u"waits.json"_s)), before);
}

void TestProgressStore::survivesValuesOfAnyKind_data()
{
    QTest::addColumn<QString>("values");
    for (const char* const values :
         {R"("step": -7, "answers": 5, "results": [])", R"("step": 1e300, "begun": true)",
          R"("answers": {"why": {"chosen": [{"option": 99, "text": "x"}, 5, null]}})",
          R"("answers": {"why": {"chosen": {"a": 1}, "votes": "many", "confidence": 3}})",
          R"("answers": {"why": [], "bar": {"drawn_ns": -5}, "length": {"number": "5"}})",
          R"("results": {"overlap": {"outcome": "perhaps"}})", R"("begun": "2026-99-99")"})
        QTest::newRow(values) << QString::fromLatin1(values);
}

void TestProgressStore::survivesValuesOfAnyKind()
{
    QFETCH(QString, values);
    const QString text = u"{\"format\": \"coreogram-progress/1\", %1}"_s.arg(values);
    writeFile(path(u"waits.json"_s), text.toUtf8());
    const LessonProgress kept = progress();
    QVERIFY(0 <= kept.step && kept.step < 2);
    QVERIFY(kept.results.empty());
    QVERIFY(!kept.isBegun());
    for (const auto& [name, answer] : kept.answers)
        QVERIFY(answer.chosen.empty() && (!answer.drawn || *answer.drawn >= 0ns));
    keep(kept);
}

void TestProgressStore::keepsRecordings()
{
    const QString stream = path(u"last run"_s);
    writeFile(stream, sampleRecording());
    QVERIFY(m_store->keepRecording(m_lesson, "two", stream));
    keep(sampleProgress());
    const auto recordings = progress().recordings;
    QCOMPARE(recordings.size(), std::size_t(1));
    QCOMPARE(recordings.at("two"), path(u"waits.two.coreogram"_s));
    const auto read = readRecording(recordings.at("two"));
    QVERIFY(read);
    QCOMPARE(read->comparison.runs.size(), std::size_t(4));
}

void TestProgressStore::refusesARecordingOfNothing()
{
    const auto unknown = m_store->keepRecording(m_lesson, "../two", path(u"none"_s));
    QVERIFY(!unknown);
    QVERIFY(QString::fromStdString(unknown.error().message).contains(u"../two"_s));
    QVERIFY(!m_store->keepRecording(m_lesson, "two", path(u"none"_s)));
    QVERIFY(progress().recordings.empty());
}

void TestProgressStore::resetsAndPutsBack()
{
    writeFile(path(u"stream"_s), sampleRecording());
    QVERIFY(m_store->keepRecording(m_lesson, "two", path(u"stream"_s)));
    keep(sampleProgress());
    const LessonProgress before = progress();
    QVERIFY(!m_store->canUndoReset("waits"));
    QVERIFY(!m_store->undoReset("waits"));
    QVERIFY(m_store->reset("waits"));
    QCOMPARE(progress(), LessonProgress());
    QVERIFY(m_store->canUndoReset("waits"));
    QVERIFY(m_store->undoReset("waits"));
    QCOMPARE(progress(), before);
    QVERIFY(!m_store->canUndoReset("waits"));
}

void TestProgressStore::twoResetsLoseNothing()
{
    keep(sampleProgress());
    QVERIFY(m_store->reset("waits"));
    keep({.step = 0});
    QVERIFY(m_store->undoReset("waits"));
    QCOMPARE(progress().step, 1);
    QVERIFY(m_store->undoReset("waits"));  // what came after the reset
    QCOMPARE(progress().step, 0);
    QVERIFY(m_store->undoReset("waits"));
    QCOMPARE(progress().step, 1);
}

void TestProgressStore::doesNotTouchOtherLessons()
{
    const lesson::Lesson longer = lessonFrom(lessonText("waits-2"));
    QVERIFY(m_store->keep(longer, {.step = 1}));
    keep(sampleProgress());
    QVERIFY(m_store->reset("waits"));
    QCOMPARE(m_store->progressOf(longer).step, 1);
}

QTEST_GUILESS_MAIN(TestProgressStore)
#include "tst_progressstore.moc"

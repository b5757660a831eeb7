#include "app/lessons/figurewords.h"

#include "tests/app/lessons/samplelessons.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using lesson::Quantity;

lesson::Figure figure(Quantity quantity, const Estimate& value, const char* of = "two.concurrent",
                      lesson::Statistic statistic = lesson::Statistic::Median)
{
    return {{.quantity = quantity, .statistic = statistic, .of = of}, value};
}

Estimate exactly(double value)
{
    return {value, value, value};
}

/// With a study and a run of a mode.
lesson::Lesson sweepLesson()
{
    QByteArray text = lessonText();
    text.replace("## Predict",
                 "```{experiment}\nname: sweep\ntitle: A sweep\nworkload: compute\nserial: 25\n"
                 "study: {max-workers: 4, with: [threads, processes]}\n```\n\n## Predict");
    return lessonFrom(text);
}

}  // namespace

class TestFigureWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void figures_data();
    void figures();
    void everyQuantityHasWords();
    void verdicts();
    void claimsInWords();
};

void TestFigureWords::figures_data()
{
    QTest::addColumn<lesson::Figure>("figure");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const lesson::Figure& figure, const QString& text) {
        QTest::newRow(name) << figure << text;
    };
    row("share of a core", figure(Quantity::CpuShare, {0.98, 0.97, 1.0}),
        u"CPU use of “two: Concurrent”: 98 % of one core (97 % to 100 %)"_s);
    row("bytes", figure(Quantity::ResidentBytes, exactly(83'427'328)),
        u"memory of “two: Concurrent”: 79.6 MiB"_s);
    row("time", figure(Quantity::Wall, {401e6, 400e6, 404e6}, "two.sequential"),
        u"time of “two: Sequential”: 401 ms (400 ms to 404 ms)"_s);
    row("exact as it is shown", figure(Quantity::Wall, {401.1e6, 401.0e6, 401.2e6}),
        u"time of “two: Concurrent”: 401 ms"_s);
    row("small share", figure(Quantity::ParallelismShare, exactly(0.004)),
        u"two or more workers running in “two: Concurrent”: 0.4 % of the time"_s);
    row("one number of workers", figure(Quantity::Speedup, exactly(1.94), "sweep.threads-4"),
        u"speedup of “A sweep: 4 workers”: 1.94×"_s);
    row("processes", figure(Quantity::Speedup, exactly(1), "sweep.processes-1"),
        u"speedup of “A sweep: 1 worker process”: 1.00×"_s);
    row("a study", figure(Quantity::SerialFraction, {0.26, 0.24, 0.28}, "sweep"),
        u"serial part of “A sweep”: 26 % of the work (24 % to 28 %)"_s);
    row("count", figure(Quantity::Count, exactly(1234)),
        u"shared counter of “two: Concurrent”: 1234"_s);
    row("between two counts", figure(Quantity::Deadlocks, exactly(0.5)),
        u"deadlocks in “two: Concurrent”: 0.5"_s);
    row("the lowest",
        figure(Quantity::Pictures, exactly(8), "two.concurrent", lesson::Statistic::Lowest),
        u"pictures that landed in “two: Concurrent”, at the lowest: 8"_s);
    row("the highest",
        figure(Quantity::MostInProgress, exactly(8), "two.concurrent", lesson::Statistic::Highest),
        u"most tasks in progress at once in “two: Concurrent”, at the highest: 8"_s);
    row("the machine", figure(Quantity::Cores, exactly(2), ""), u"cores of this machine: 2"_s);
}

void TestFigureWords::figures()
{
    QFETCH(const lesson::Figure, figure);
    QTEST(figureText(figure, sweepLesson()), "text");
}

/// None is told by the name that who writes lessons knows.
void TestFigureWords::everyQuantityHasWords()
{
    const lesson::Lesson lesson = sweepLesson();
    for (const lesson::QuantityTraits& traits : lesson::quantityTraits()) {
        const QString text = figureText(figure(traits.quantity, exactly(1)), lesson);
        const bool isOfRun = traits.subject != lesson::Subject::Machine;
        QCOMPARE(text.contains(u"“two: Concurrent”"_s), isOfRun);
        QVERIFY2(!text.contains(u"two.concurrent"_s), qPrintable(text));
        QVERIFY2(!text.contains(u"%1"_s), qPrintable(text));
        const auto name = QLatin1String(traits.name.data(), qsizetype(traits.name.size()));
        if (name.contains(u'-'))
            QVERIFY2(!text.contains(name), qPrintable(text));
    }
}

void TestFigureWords::verdicts()
{
    const lesson::Lesson lesson = sweepLesson();
    const auto text = [&](const lesson::VerdictCounts& counts) {
        return figureText({{.of = "two.concurrent"}, counts}, lesson);
    };
    QCOMPARE(text({0, 5, 0, 0, 0}),
             u"verdict on “two: Concurrent”: Concurrent, not parallel, in all 5 runs"_s);
    QCOMPARE(text({0, 4, 0, 0, 1}),
             u"verdict on “two: Concurrent”: 4 × Concurrent, not parallel, 1 × Inconclusive"_s);
}

void TestFigureWords::claimsInWords()
{
    const lesson::Lesson lesson = sweepLesson();
    const lesson::Check& check = *checkNamed(lesson, "overlap");
    const lesson::Examined examined{
        {lesson::Outcome::Inconclusive, "wall(two.concurrent) 20 ms",
         "of two.concurrent 3 runs are done; at least 5 are needed."},
        {figure(Quantity::Wall, exactly(20e6)), figure(Quantity::Cores, exactly(2), "")}};
    const lesson::Judged told = inWords(examined, check, lesson);
    QCOMPARE(told.outcome, lesson::Outcome::Inconclusive);
    QCOMPARE(QString::fromStdString(told.measured),
             u"Time of “two: Concurrent”: 20.0 ms\nCores of this machine: 2"_s);
    QCOMPARE(QString::fromStdString(told.why),
             u"of “two: Concurrent” 3 runs are done; at least 5 are needed."_s);
}

QTEST_MAIN(TestFigureWords)
#include "tst_figurewords.moc"

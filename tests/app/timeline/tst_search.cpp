#include "app/timeline/search.h"
#include "tests/app/timeline/switchedrun.h"
#include "tests/support/recordingtext.h"
#include "tests/support/timetext.h"

#include <QTest>

using namespace std::chrono_literals;

namespace {

Comparison twoRuns()
{
    Comparison comparison;
    for (int i = 0; i < 2; ++i)
        comparison.runs.push_back(recordingFrom("T1[5-30] T2[20-40] T3[]\n"
                                                "W1: T1 run 5-30\nW2: T2 run 20-40\n"));
    Worker& worker = comparison.runs[1].workers[1];
    worker.name = "Größter Helfer";
    worker.tid = 4711;
    return comparison;
}

/// "0:T2 1:W2"
QString found(const Comparison& comparison, const QString& text)
{
    QStringList matches;
    for (const SearchMatch& match : matchesOf(comparison, text))
        matches << QStringLiteral("%1:%2%3")
                       .arg(match.run)
                       .arg(QChar(match.kind == SearchMatch::Kind::Task ? u'T' : u'W'))
                       .arg(match.at + 1);
    return matches.join(u' ');
}

}  // namespace

/// Tasks and workers are found by name and number.
class TestSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void observedByThreadAndProcess();
    void ranges();
};

void TestSearch::matches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("matches");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("spaces") << QStringLiteral("  ") << QString();
    QTest::newRow("number") << QStringLiteral("2") << QStringLiteral("0:T2 0:W2 1:T2 1:W2");
    QTest::newRow("thread") << QStringLiteral("4711") << QStringLiteral("1:W2");
    QTest::newRow("task") << QStringLiteral("tASK 3") << QStringLiteral("0:T3 1:T3");
    QTest::newRow("name") << QStringLiteral("größter") << QStringLiteral("1:W2");
    QTest::newRow("label") << QStringLiteral("Worker 2") << QStringLiteral("0:W2 1:W2");
    QTest::newRow("no such") << QStringLiteral("xyz") << QString();
    QTest::newRow("no such number") << QStringLiteral("99") << QString();
}

void TestSearch::matches()
{
    QFETCH(QString, text);
    QTEST(found(twoRuns(), text), "matches");
}

void TestSearch::observedByThreadAndProcess()
{
    Comparison comparison = twoRuns();
    comparison.runs.resize(1);
    Recording& run = comparison.runs[0];
    run.start.command = {"xz"};
    run.tasks.clear();
    run.workers[0].name = "xz";
    run.workers[0].pid = run.workers[0].tid = 300;
    run.workers[1].name = "helper7";
    run.workers[1].pid = 300;
    run.workers[1].tid = 301;
    QCOMPARE(found(comparison, QStringLiteral("300")), QStringLiteral("0:W1 0:W2"));
    QCOMPARE(found(comparison, QStringLiteral("301")), QStringLiteral("0:W2"));
    QCOMPARE(found(comparison, QStringLiteral("xz 300")), QStringLiteral("0:W1"));
    QCOMPARE(found(comparison, QStringLiteral("7")), QStringLiteral("0:W2"));
    QCOMPARE(found(comparison, QStringLiteral("1")), QString());  // rows carry no such number
}

void TestSearch::ranges()
{
    const Comparison comparison = twoRuns();
    QCOMPARE(rangeOf(comparison, {0, SearchMatch::Kind::Task, 1}), (TimeRange{20ms, 40ms}));
    QCOMPARE(rangeOf(comparison, {0, SearchMatch::Kind::Task, 2}), TimeRange{});
    QVERIFY(rangeOf(comparison, {1, SearchMatch::Kind::Worker, 0}).end >= 30ms);
}

QTEST_APPLESS_MAIN(TestSearch)
#include "tst_search.moc"

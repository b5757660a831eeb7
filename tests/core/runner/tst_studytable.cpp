#include "core/runner/studytable.h"
#include "core/runner/textcells.h"
#include "tests/core/runner/textsamples.h"
#include "tests/support/studytext.h"

#include <QTest>

namespace {

constexpr const char* flat = "threads 1: 100 101 99 100 100; threads 2: 50 51 50 50 49;"
                             "threads 3: 62 63 62 62 64";

std::string tableOf(const char* runs, const TextStyle& style = {})
{
    return studyTable(studyOf(studiedFrom(runs)), style);
}

}  // namespace

/// The table and the curve of a study, as text.
class TestStudyTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whole();
    void narrowTerminal();
    void waitingIsJudgedByWorkers();
    void withoutOneWorkerThereIsNoCurve();
    void nothingStudied();
    void inAsciiAndInColours();
};

void TestStudyTable::whole()
{
    QCOMPARE(shown(tableOf(flat)), QString::fromUtf8(R"(4 tasks of compute · 2 cores · Example 3000

threads
workers     real           interval  speedup     interval  efficiency per core
      1   100 ms   99.0 ms – 101 ms    1.00×                             100 %
      2  50.0 ms  49.0 ms – 51.0 ms    2.00×  1.94 – 2.06                100 %
      3  62.0 ms  62.0 ms – 64.0 ms    1.61×  1.55 – 1.63                 81 %

      1  ██████████████████████████████╳                                   1.00×
      2  ███████████████████████████████████████████████████████████▓╳──   2.00×
      3  ███████████████████████████████████████████████▓▓─          ╳     1.61×
█ speedup, ▓ ─ its interval, ╳ fitted, ┊ ideal
Serial fraction by Amdahl's law: 0.0 % (0.0 % to 2.0 %).
The median time lies within its interval with a confidence of 93.8 % or more.

With threads, 2 workers are 2.00 times as fast as one (1.94 to 2.06) and more
  bring nothing, with 0 % of the work serial (0 % to 2 %).
)"));
}

void TestStudyTable::narrowTerminal()
{
    for (const int width : {20, 40, 60, 70}) {
        const QString text = shown(tableOf(flat, {.width = width}));
        for (const QString& line : text.split(QLatin1Char('\n')))
            QVERIFY2(displayWidth(line.toStdString()) <= std::max(width, 27), qPrintable(line));
        QVERIFY(text.contains(QLatin1String("real  speedup")) == (width < 70));
    }
}

void TestStudyTable::waitingIsJudgedByWorkers()
{
    Experiment sleeping;
    sleeping.workload = "sleep";
    const std::string text =
        studyTable(studyOf(studiedFrom("threads 1: 100; threads 4: 25", sleeping)), {});
    QVERIFY2(text.find("efficiency per worker") != std::string::npos, text.c_str());
    QVERIFY(text.find("per core") == std::string::npos);
    QVERIFY(text.find("100 %") != std::string::npos);
}

void TestStudyTable::withoutOneWorkerThereIsNoCurve()
{
    const std::string text = tableOf("processes 2: 50 51; processes 3: 49");
    QVERIFY(text.find("█") == std::string::npos);
    QVERIFY(text.find("Amdahl") == std::string::npos);
    QVERIFY2(text.find("50.5 ms") != std::string::npos, text.c_str());
}

void TestStudyTable::nothingStudied()
{
    QVERIFY(shown(tableOf("")).endsWith(QStringLiteral("Inconclusive: no run is done.\n")));
}

void TestStudyTable::inAsciiAndInColours()
{
    const std::string ascii = tableOf(flat, {.width = 60, .glyphs = Glyphs::Ascii});
    QVERIFY(std::ranges::all_of(ascii, [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); }));
    QVERIFY2(ascii.find('?') == std::string::npos, ascii.c_str());
    const std::string coloured = tableOf(flat, {.width = 60, .colours = ColourDepth::Full});
    QVERIFY(coloured.find('\033') != std::string::npos);
    QVERIFY(tableOf(flat).find('\033') == std::string::npos);
}

QTEST_APPLESS_MAIN(TestStudyTable)
#include "tst_studytable.moc"

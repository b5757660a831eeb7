#include "core/runner/textcells.h"
#include "core/runner/textnumbers.h"
#include "core/runner/textpaint.h"
#include "tests/core/runner/textsamples.h"

#include <QTest>

using namespace std::chrono_literals;

/// Text in the cells of a terminal, and numbers as text.
class TestTextCells : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void widths_data();
    void widths();
    void printsNothingThatATerminalObeys_data();
    void printsNothingThatATerminalObeys();
    void aligns();
    void clips_data();
    void clips();
    void ascii_data();
    void ascii();
    void flows();
    void paints();
    void durations_data();
    void durations();
    void axisTimes_data();
    void axisTimes();
};

void TestTextCells::widths_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<int>("width");
    QTest::newRow("nothing") << std::string() << 0;
    QTest::newRow("ascii") << std::string("Task 1") << 6;
    QTest::newRow("accents") << std::string("é×µ") << 3;
    QTest::newRow("blocks") << std::string("█▓▒░") << 4;
    QTest::newRow("combining") << std::string("e\u0301") << 1;
    QTest::newRow("wide") << std::string("日本") << 4;
    QTest::newRow("pictograph") << std::string("🙂") << 2;
    QTest::newRow("not UTF-8") << std::string("a\xFFz") << 3;
    QTest::newRow("cut off") << std::string("a\xE6\x97") << 3;
    QTest::newRow("overlong") << std::string("\xC0\xAF") << 2;
    QTest::newRow("surrogate") << std::string("\xED\xA0\x80") << 3;
}

void TestTextCells::widths()
{
    QFETCH(std::string, text);
    QTEST(displayWidth(text), "width");
}

void TestTextCells::printsNothingThatATerminalObeys_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("expected");
    QTest::newRow("text stays") << std::string("naïve 日本") << std::string("naïve 日本");
    QTest::newRow("escape") << std::string("a\033[2Jz") << std::string("a\uFFFD[2Jz");
    QTest::newRow("line feed") << std::string("a\nz") << std::string("a\uFFFDz");
    QTest::newRow("delete") << std::string("a\x7Fz") << std::string("a\uFFFDz");
    QTest::newRow("C1 control") << std::string("a\u009Bz") << std::string("a\uFFFDz");
    QTest::newRow("right to left") << std::string("a\u202Ez") << std::string("a\uFFFDz");
    QTest::newRow("not UTF-8") << std::string("a\xFFz") << std::string("a\uFFFDz");
}

void TestTextCells::printsNothingThatATerminalObeys()
{
    QFETCH(std::string, text);
    QFETCH(std::string, expected);
    QCOMPARE(shown(printable(text)), shown(expected));
}

void TestTextCells::aligns()
{
    QCOMPARE(shown(alignedLeft("日", 4)), QStringLiteral("日  "));
    QCOMPARE(shown(alignedRight("1.0×", 6)), QStringLiteral("  1.0×"));
    QCOMPARE(shown(alignedRight("too wide", 3)), QStringLiteral("too wide"));
}

void TestTextCells::clips_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<int>("width");
    QTest::addColumn<std::string>("expected");
    QTest::newRow("fits") << std::string("abc") << 3 << std::string("abc");
    QTest::newRow("too long") << std::string("abcd") << 3 << std::string("ab…");
    QTest::newRow("half of a wide one") << std::string("日本語") << 4 << std::string("日…");
    QTest::newRow("one cell") << std::string("abc") << 1 << std::string("…");
}

void TestTextCells::clips()
{
    QFETCH(std::string, text);
    QFETCH(int, width);
    QFETCH(std::string, expected);
    QCOMPARE(shown(clipped(text, width)), shown(expected));
}

void TestTextCells::ascii_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("expected");
    QTest::newRow("bars") << std::string("│█▓▒░┈╳≡┊") << std::string("|#%+.-x=:");
    QTest::newRow("numbers") << std::string("1.99× 5 µs") << std::string("1.99x 5 us");
    QTest::newRow("escape sequences")
        << std::string("\033[1m█\033[0m") << std::string("\033[1m#\033[0m");
    QTest::newRow("others keep their width") << std::string("日é") << std::string("???");
    QTest::newRow("combining") << std::string("e\u0301") << std::string("e");
}

void TestTextCells::ascii()
{
    QFETCH(std::string, text);
    QFETCH(std::string, expected);
    QCOMPARE(shown(inAscii(text)), shown(expected));
}

void TestTextCells::flows()
{
    const std::vector<Phrase> phrases{{"one two"}, {"three"}, {"four"}};
    QCOMPARE(shown(flowed(phrases, " · ", {.width = 40})),
             QStringLiteral("one two · three · four\n"));
    QCOMPARE(shown(flowed(phrases, " · ", {.width = 15})),
             QStringLiteral("one two · three\n  four\n"));
    QCOMPARE(shown(flowed({{"a phrase longer than a line"}}, " · ", {.width = 12})),
             QStringLiteral("a phrase\n  longer\n  than a\n  line\n"));
    QCOMPARE(shown(flowed({}, " · ", {.width = 12})), QStringLiteral("\n"));
}

void TestTextCells::paints()
{
    const TextStyle plain;
    const TextStyle indexed{.colours = ColourDepth::Indexed};
    const TextStyle full{.colours = ColourDepth::Full};
    QCOMPARE(painted("x", Ink::Strong, plain), std::string("x"));
    QCOMPARE(painted("x", Ink::Strong, indexed), std::string("\033[1mx\033[0m"));
    QCOMPARE(painted("x", Ink::Plain, indexed), std::string("x"));
    QCOMPARE(paintedAsRow("x", 1, plain), std::string("x"));
    QCOMPARE(paintedAsRow("x", 1, indexed), std::string("\033[38;5;166mx\033[0m"));
    QCOMPARE(paintedAsRow("x", 1, full), std::string("\033[38;2;213;94;0mx\033[0m"));
    QCOMPARE(paintedAsRow("x", 8, full), paintedAsRow("x", 0, full));
}

void TestTextCells::durations_data()
{
    QTest::addColumn<Nanoseconds>("length");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << Nanoseconds(0ns) << "0 ns";
    QTest::newRow("nanoseconds") << Nanoseconds(999ns) << "999 ns";
    QTest::newRow("rounds up to the next unit") << Nanoseconds(999'600ns) << "1.00 ms";
    QTest::newRow("two decimals") << Nanoseconds(2'764us) << "2.76 ms";
    QTest::newRow("one decimal") << Nanoseconds(20ms) << "20.0 ms";
    QTest::newRow("none") << Nanoseconds(802'400us) << "802 ms";
    QTest::newRow("seconds") << Nanoseconds(12'345ms) << "12.3 s";
    QTest::newRow("long") << Nanoseconds(24h) << "86400 s";
}

void TestTextCells::durations()
{
    QFETCH(Nanoseconds, length);
    QTEST(shown(durationText(length)), "text");
}

void TestTextCells::axisTimes_data()
{
    QTest::addColumn<Nanoseconds>("time");
    QTest::addColumn<QString>("text");
    QTest::newRow("the start") << Nanoseconds(0ns) << "0";
    QTest::newRow("whole") << Nanoseconds(50ms) << "50 ms";
    QTest::newRow("half") << Nanoseconds(1500ms) << "1.5 s";
    QTest::newRow("small") << Nanoseconds(20us) << "20 µs";
}

void TestTextCells::axisTimes()
{
    QFETCH(Nanoseconds, time);
    QTEST(shown(axisText(time)), "text");
}

QTEST_APPLESS_MAIN(TestTextCells)
#include "tst_textcells.moc"

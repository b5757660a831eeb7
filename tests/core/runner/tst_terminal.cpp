#include "core/runner/terminal.h"

#include <QTest>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <map>

using Variables = std::map<std::string, std::string>;

namespace {

constexpr StreamFacts file{};
constexpr StreamFacts terminal{.isTerminal = true, .columns = 132};

TextStyle styleFor(const StreamFacts& facts, const Variables& variables)
{
    return textStyleFor(facts, [&](const char* name) {
        const auto found = variables.find(name);
        return found == variables.end() ? std::string() : found->second;
    });
}

}  // namespace

/// What a stream and the environment say of how text may look.
class TestTerminal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void width_data();
    void width();
    void colours_data();
    void colours();
    void glyphs_data();
    void glyphs();
    void aFileIsNoTerminal();
    void aTerminalTellsItsWidth();
};

void TestTerminal::width_data()
{
    QTest::addColumn<bool>("onTerminal");
    QTest::addColumn<std::string>("columns");
    QTest::addColumn<int>("width");
    QTest::newRow("file") << false << std::string() << 80;
    QTest::newRow("terminal") << true << std::string() << 132;
    QTest::newRow("file, set") << false << std::string("100") << 100;
    QTest::newRow("terminal, set") << true << std::string("100") << 100;
    QTest::newRow("no number") << true << std::string("wide") << 132;
    QTest::newRow("half a number") << true << std::string("90x") << 132;
    QTest::newRow("too small") << true << std::string("5") << 132;
    QTest::newRow("too large") << true << std::string("100000") << 132;
    QTest::newRow("negative") << true << std::string("-80") << 132;
}

void TestTerminal::width()
{
    QFETCH(bool, onTerminal);
    QFETCH(std::string, columns);
    QTEST(styleFor(onTerminal ? terminal : file, {{"COLUMNS", columns}}).width, "width");
}

void TestTerminal::colours_data()
{
    using enum ColourDepth;
    QTest::addColumn<bool>("onTerminal");
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<ColourDepth>("depth");
    const Variables xterm{{"TERM", "xterm-256color"}};
    const auto with = [](Variables variables, const Variables& more) {
        variables.insert(more.begin(), more.end());
        return variables;
    };
    QTest::newRow("file") << false << xterm << None;
    QTest::newRow("terminal") << true << xterm << Indexed;
    QTest::newRow("nameless terminal") << true << Variables{} << None;
    QTest::newRow("dumb terminal") << true << Variables{{"TERM", "dumb"}} << None;
    QTest::newRow("true colour") << true << with(xterm, {{"COLORTERM", "truecolor"}}) << Full;
    QTest::newRow("24 bits") << true << with(xterm, {{"COLORTERM", "24bit"}}) << Full;
    QTest::newRow("direct") << true << Variables{{"TERM", "xterm-direct"}} << Full;
    QTest::newRow("NO_COLOR") << true << with(xterm, {{"NO_COLOR", "1"}}) << None;
    QTest::newRow("forced") << false << with(xterm, {{"CLICOLOR_FORCE", "1"}}) << Indexed;
    QTest::newRow("forced by 0") << false << with(xterm, {{"CLICOLOR_FORCE", "0"}}) << None;
    QTest::newRow("forced and forbidden")
        << true << with(xterm, {{"CLICOLOR_FORCE", "1"}, {"NO_COLOR", "1"}}) << None;
}

void TestTerminal::colours()
{
    QFETCH(bool, onTerminal);
    QFETCH(Variables, variables);
    QTEST(styleFor(onTerminal ? terminal : file, variables).colours, "depth");
}

void TestTerminal::glyphs_data()
{
    using enum Glyphs;
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<Glyphs>("expected");
    QTest::newRow("nothing set") << Variables{} << Ascii;
    QTest::newRow("C") << Variables{{"LANG", "C"}} << Ascii;
    QTest::newRow("UTF-8") << Variables{{"LANG", "de_DE.UTF-8"}} << Unicode;
    QTest::newRow("utf8") << Variables{{"LANG", "C.utf8"}} << Unicode;
    QTest::newRow("LC_CTYPE over LANG")
        << Variables{{"LANG", "C"}, {"LC_CTYPE", "C.UTF-8"}} << Unicode;
    QTest::newRow("LC_ALL over all")
        << Variables{{"LANG", "C.UTF-8"}, {"LC_CTYPE", "C.UTF-8"}, {"LC_ALL", "POSIX"}} << Ascii;
}

void TestTerminal::glyphs()
{
    QFETCH(Variables, variables);
    QTEST(styleFor(terminal, variables).glyphs, "expected");
}

void TestTerminal::aFileIsNoTerminal()
{
    const int descriptor = open("/dev/null", O_WRONLY | O_CLOEXEC);
    QCOMPARE(factsOf(descriptor), StreamFacts{});
    close(descriptor);
    QCOMPARE(factsOf(-1), StreamFacts{});
}

void TestTerminal::aTerminalTellsItsWidth()
{
    const int descriptor = posix_openpt(O_RDWR | O_NOCTTY);
    if (descriptor < 0)
        QSKIP("this system gives no pseudo-terminal");
    const winsize size{.ws_row = 24, .ws_col = 97, .ws_xpixel = 0, .ws_ypixel = 0};
    QCOMPARE(ioctl(descriptor, TIOCSWINSZ, &size), 0);
    QCOMPARE(factsOf(descriptor), (StreamFacts{.isTerminal = true, .columns = 97}));
    close(descriptor);
}

QTEST_APPLESS_MAIN(TestTerminal)
#include "tst_terminal.moc"

#include "app/theme/applytheme.h"
#include "app/theme/contrast.h"
#include "app/theme/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QStyle>
#include <QTest>

namespace {

constexpr double visible = 3.0;

QPalette desktop(const QColor& window, const QColor& text)
{
    QPalette palette(window, window);
    palette.setColor(QPalette::WindowText, text);
    return palette;
}

}  // namespace

/// Colours: what can be read and told apart, in each theme, by computation.
class TestTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrast_data();
    void contrast();
    void mixing();
    void textOnGround();
    void groundForText_data();
    void groundForText();
    void themes_data();
    void themes();
    void textCanBeRead_data() { themes_data(); }
    void textCanBeRead();
    void shapesCanBeSeen_data() { themes_data(); }
    void shapesCanBeSeen();
    void statesHaveTheirColours_data() { themes_data(); }
    void statesHaveTheirColours();
    void paletteCanBeRead_data() { themes_data(); }
    void paletteCanBeRead();
    void projectedIsBlackOrWhite();
    void huesGoRound();
    void choice_data();
    void choice();
    void styleSheetIsComplete_data() { themes_data(); }
    void styleSheetIsComplete();
    void applying();
};

void TestTheme::contrast_data()
{
    QTest::addColumn<QColor>("one");
    QTest::addColumn<QColor>("other");
    QTest::addColumn<double>("ratio");
    QTest::newRow("black on white") << QColor(Qt::black) << QColor(Qt::white) << 21.0;
    QTest::newRow("the same") << QColor(Qt::red) << QColor(Qt::red) << 1.0;
    QTest::newRow("grey on white") << QColor(0x77, 0x77, 0x77) << QColor(Qt::white) << 4.48;
    QTest::newRow("blue on white") << QColor(0x00, 0x72, 0xB2) << QColor(Qt::white) << 5.19;
}

void TestTheme::contrast()
{
    QFETCH(QColor, one);
    QFETCH(QColor, other);
    QFETCH(double, ratio);
    QVERIFY(std::abs(contrastRatio(one, other) - ratio) < 0.01);
    QVERIFY(std::abs(contrastRatio(other, one) - ratio) < 0.01);
}

void TestTheme::mixing()
{
    const QColor white(Qt::white);
    const QColor black(Qt::black);
    QCOMPARE(mixed(white, black, 0), white);
    QCOMPARE(mixed(white, black, 1), black);
    QCOMPARE(mixed(white, black, 0.2), QColor(204, 204, 204));
    QCOMPARE(mixed(black, QColor(200, 100, 50), 0.5), QColor(100, 50, 25));
}

void TestTheme::textOnGround()
{
    QVERIFY(luminance(textOn(Qt::black)) > 0.9);
    QVERIFY(luminance(textOn(Qt::white)) < 0.1);
    QVERIFY(luminance(textOn(QColor(0xF0, 0xE4, 0x42))) < 0.1);
}

void TestTheme::groundForText_data()
{
    QTest::addColumn<QColor>("colour");
    QTest::addColumn<double>("ratio");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("readable") << QColor(0x00, 0x3A, 0x70) << 7.0 << true;
    QTest::newRow("too light for white") << QColor(0x00, 0x72, 0xB2) << 7.0 << false;
    QTest::newRow("too dark for black") << QColor(0xD5, 0x5E, 0x00) << 7.0 << false;
    QTest::newRow("neither") << QColor(0x77, 0x77, 0x77) << 12.0 << false;
}

void TestTheme::groundForText()
{
    QFETCH(QColor, colour);
    QFETCH(double, ratio);
    QFETCH(bool, isKept);
    const QColor ground = ::groundForText(colour, ratio);
    QCOMPARE(ground == colour, isKept);
    QVERIFY(contrastRatio(textOn(ground), ground) >= ratio);
    QVERIFY2(contrastRatio(textOn(ground), ground) < ratio + 1 || isKept,
             "no farther off than needed");
}

void TestTheme::themes_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("light") << 0;
    QTest::newRow("dark") << 1;
    QTest::newRow("high contrast") << 2;
    QTest::newRow("light, projected") << 3;
    QTest::newRow("dark, projected") << 4;
    QTest::newRow("high contrast, projected") << 5;
}

namespace {

constexpr int kinds = 3;

Theme themeNumber(int number)
{
    if (number >= kinds)
        return projected(themeNumber(number - kinds));
    return number == 0 ? lightTheme() : number == 1 ? darkTheme() : highContrastTheme();
}

/// What text has to keep at least; the theme's own word on it is not asked.
double readableIn(int number)
{
    return number >= 2 ? 7 : 4.5;
}

}  // namespace

void TestTheme::themes()
{
    QFETCH(int, kind);
    QCOMPARE(static_cast<int>(themeNumber(kind).kind), kind % kinds);
    QCOMPARE(themeNumber(kind).textContrast, readableIn(kind));
}

void TestTheme::textCanBeRead()
{
    QFETCH(int, kind);
    const Theme theme = themeNumber(kind);
    const double readable = readableIn(kind);
    for (const QColor& ground : {theme.card, theme.ground}) {
        for (const QColor& text : {theme.text, theme.mutedText, theme.accent, theme.danger})
            QVERIFY2(contrastRatio(text, ground) >= readable, qPrintable(text.name()));
    }
    QVERIFY(contrastRatio(theme.onAccent, theme.accent) >= readable);
    for (int i = 1; i <= static_cast<int>(theme.taskHues.size()); ++i) {
        const QColor pill = theme.pillOf(static_cast<TaskId>(i));
        QVERIFY2(contrastRatio(textOn(pill), pill) >= readable, qPrintable(pill.name()));
    }
    // The strips, and the verdict on its chip.
    for (const double share : {0.25, 1.0}) {
        const QColor ground = mixed(theme.card, theme.neutral, share);
        QVERIFY2(contrastRatio(textOn(ground), ground) >= readable, qPrintable(ground.name()));
    }
    const QColor chip = mixed(theme.card, theme.accent, 0.04);
    for (const QColor& text : {theme.accent, theme.mutedText})
        QVERIFY2(contrastRatio(text, chip) >= readable, qPrintable(text.name()));
}

void TestTheme::shapesCanBeSeen()
{
    QFETCH(int, kind);
    const Theme theme = themeNumber(kind);
    for (int i = 1; i <= static_cast<int>(theme.taskHues.size()); ++i) {
        const auto task = static_cast<TaskId>(i);
        const QColor hue = theme.hueOf(task);
        QVERIFY2(contrastRatio(hue, theme.card) >= visible, qPrintable(hue.name()));
        QVERIFY2(contrastRatio(hue, theme.tintOf(task)) >= visible, qPrintable(hue.name()));
    }
    QVERIFY(contrastRatio(theme.neutral, theme.card) >= visible);
    for (const WorkState state : allWorkStates) {
        const StateLook& look = theme.lookOf(state);
        const bool shows = contrastRatio(look.fill, theme.card) >= visible ||
                           contrastRatio(look.ink, theme.card) >= visible;
        QVERIFY2(shows, qPrintable(look.fill.name()));
    }
    QVERIFY(contrastRatio(theme.lookOf(WorkState::Running).fill, theme.track) >= visible);
}

void TestTheme::statesHaveTheirColours()
{
    QFETCH(int, kind);
    const Theme theme = themeNumber(kind);
    QCOMPARE(theme.lookOf(WorkState::Running).fill, QColor(0x00, 0x72, 0xB2));
    QCOMPARE(theme.lookOf(WorkState::Ready).fill, QColor(0xF0, 0xE4, 0x42));
    QCOMPARE(theme.lookOf(WorkState::Io).fill, QColor(0x56, 0xB4, 0xE9));
    QCOMPARE(theme.lookOf(WorkState::Lock).fill, QColor(0xD5, 0x5E, 0x00));
    for (const WorkState state :
         {WorkState::Ready, WorkState::Io, WorkState::Lock, WorkState::Queue, WorkState::Sleep,
          WorkState::Join, WorkState::Waiting, WorkState::Unseen}) {
        const StateLook& look = theme.lookOf(state);
        QVERIFY2(contrastRatio(look.ink, look.fill) >= visible, qPrintable(look.fill.name()));
    }
}

void TestTheme::paletteCanBeRead()
{
    QFETCH(int, kind);
    const QPalette palette = paletteOf(themeNumber(kind));
    const double readable = readableIn(kind);
    const auto ratio = [&palette](QPalette::ColorRole text, QPalette::ColorRole ground) {
        return contrastRatio(palette.color(text), palette.color(ground));
    };
    QVERIFY(ratio(QPalette::WindowText, QPalette::Window) >= readable);
    QVERIFY(ratio(QPalette::Text, QPalette::Base) >= readable);
    QVERIFY(ratio(QPalette::ButtonText, QPalette::Button) >= readable);
    QVERIFY(ratio(QPalette::HighlightedText, QPalette::Highlight) >= readable);
    QVERIFY(ratio(QPalette::ToolTipText, QPalette::ToolTipBase) >= readable);
    QVERIFY(ratio(QPalette::PlaceholderText, QPalette::Base) >= readable);
}

void TestTheme::projectedIsBlackOrWhite()
{
    QCOMPARE(projected(lightTheme()).ground, QColor(Qt::white));
    for (const Theme& theme : {darkTheme(), highContrastTheme()})
        QCOMPARE(projected(theme).ground, QColor(Qt::black));
}

void TestTheme::huesGoRound()
{
    const Theme theme = lightTheme();
    QSet<QRgb> hues;
    for (int i = 1; i <= 8; ++i)
        hues.insert(theme.hueOf(static_cast<TaskId>(i)).rgb());
    QCOMPARE(hues.size(), 8);
    QCOMPARE(theme.hueOf(static_cast<TaskId>(9)), theme.hueOf(static_cast<TaskId>(1)));
    QCOMPARE(theme.hueOf(TaskId::None), theme.neutral);
}

void TestTheme::choice_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<bool>("darkDesktop");
    QTest::addColumn<int>("kind");
    QTest::newRow("follow light") << 0 << false << 0;
    QTest::newRow("follow dark") << 0 << true << 1;
    QTest::newRow("light") << 1 << true << 0;
    QTest::newRow("dark") << 2 << false << 1;
    QTest::newRow("high contrast") << 3 << false << 2;
}

void TestTheme::choice()
{
    QFETCH(int, choice);
    QFETCH(bool, darkDesktop);
    QFETCH(int, kind);
    const QPalette palette = darkDesktop ? desktop(QColor(0x20, 0x20, 0x20), Qt::white)
                                         : desktop(QColor(0xF0, 0xF0, 0xF0), Qt::black);
    QCOMPARE(isDark(palette), darkDesktop);
    QCOMPARE(static_cast<int>(themeFor(static_cast<ThemeChoice>(choice), palette).kind), kind);
}

void TestTheme::styleSheetIsComplete()
{
    QFETCH(int, kind);
    const QString sheet = styleSheetOf(themeNumber(kind));
    QVERIFY(!sheet.contains(u'@'));
    // Every colour is written out in full: no name was taken for the beginning of a longer one.
    const QRegularExpression hash(QStringLiteral("#[0-9a-f]{6}(?=[; ])"));
    QCOMPARE(sheet.count(u'#'), sheet.count(hash));
}

void TestTheme::applying()
{
    applyTheme(*qApp, darkTheme());
    QCOMPARE(QApplication::palette().color(QPalette::Window), darkTheme().ground);
    QVERIFY(qApp->styleSheet().contains(darkTheme().accent.name()));
    if (QFontDatabase::hasFamily(QStringLiteral("Inter")))
        QCOMPARE(QFontInfo(QApplication::font()).family(), QStringLiteral("Inter"));

    QPushButton button(QStringLiteral("Run all"));
    button.setProperty("primary", true);
    button.resize(120, 40);
    const QColor ground = button.grab().toImage().pixelColor(60, 4);
    QCOMPARE(ground.name(), darkTheme().accent.name());
    applyTheme(*qApp, lightTheme());
    QCOMPARE(button.grab().toImage().pixelColor(60, 4).name(), lightTheme().accent.name());
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"

#include "app/code/codecolours.h"
#include "app/theme/contrast.h"
#include "app/theme/theme.h"

#include <QTest>

/// A program can be read in every theme.
class TestCodeColours : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void canBeRead_data();
    void canBeRead();
};

void TestCodeColours::canBeRead_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << lightTheme();
    QTest::newRow("dark") << darkTheme();
    QTest::newRow("high contrast") << highContrastTheme();
}

void TestCodeColours::canBeRead()
{
    QFETCH(Theme, theme);
    const CodeColours colours = codeColoursOf(theme);
    const double least = theme.kind == Theme::Kind::HighContrast ? 7 : 4.5;
    for (const QColor& colour :
         {colours.text, colours.comment, colours.keyword, colours.string, colours.number,
          colours.name, colours.directive, colours.lineNumber})
        QVERIFY2(contrastRatio(colour, theme.card) >= least, qPrintable(colour.name()));
    QVERIFY(contrastRatio(theme.onAccent, theme.accent) >= 4.5);  // what is selected
}

QTEST_GUILESS_MAIN(TestCodeColours)
#include "tst_codecolours.moc"

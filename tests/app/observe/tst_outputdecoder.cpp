#include "app/observe/outputdecoder.h"

#include <QTest>

class TestOutputDecoder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decodes_data();
    void decodes();
    void breaksLongLines();
    void forgetsWhatWasCut();
};

void TestOutputDecoder::decodes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const QByteArray& bytes, const char* text) {
        QTest::newRow(name) << bytes << QString::fromUtf8(text);
    };
    row("text", "a\tb\nä € 😀\n", "a\tb\nä € 😀\n");
    row("ends of lines", "a\r\nb\rc\n\rd\r\r\ne", "a\nb\nc\n\nd\ne");
    row("colours", "\033[1;31mred\033[0m \033[38;5;9mx\033[m", "red x");
    row("the cursor", "a\033[2K\033[1Gb\033[?25lc", "abc");
    row("titles", "\033]0;a title\007b\033]8;;http://x\033\\c", "bc");
    row("other sequences", "a\033(Bb\0337c\033Md", "abcd");
    row("a sequence without an end", "\033[31\na\033]0;x\nb", "ab");
    row("control characters", QByteArray("a\0b\007\010\177", 6), "a␀b␇␈␡");
    row("changes of direction", "a\u202Eb\u2066c\u2028d\u2029e", "a�b�c�d�e");
    row("no UTF-8", "a\xFFz", "a�z");
    row("C1", "a\u009Bz", "a�z");
}

void TestOutputDecoder::decodes()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, text);
    QCOMPARE(OutputDecoder().decode(bytes), text);
    OutputDecoder slowly;  // cut everywhere
    QString result;
    for (const char byte : bytes)
        result += slowly.decode(QByteArray(1, byte));
    QCOMPARE(result, text);
}

void TestOutputDecoder::breaksLongLines()
{
    OutputDecoder decoder;
    QString text;
    for (int i = 0; i < 5; ++i)
        text += decoder.decode(QByteArray(1000, 'x'));
    const QStringList lines = text.split(u'\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0].size(), OutputDecoder::longestLine);
    QCOMPARE(text.count(u'x'), 5000);
    QCOMPARE(decoder.decode("\n" + QByteArray(1500, 'x')).count(u'\n'), 1);
}

void TestOutputDecoder::forgetsWhatWasCut()
{
    OutputDecoder decoder;
    (void)decoder.decode("a\033[3");
    decoder.reset();
    QCOMPARE(decoder.decode("1ma"), QStringLiteral("1ma"));
    (void)decoder.decode("\xE2\x82");
    decoder.reset();
    QCOMPARE(decoder.decode("a\n"), QStringLiteral("a\n"));
}

QTEST_GUILESS_MAIN(TestOutputDecoder)
#include "tst_outputdecoder.moc"

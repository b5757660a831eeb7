#include "app/observe/outputbuffer.h"

#include <QTest>

namespace {

constexpr qsizetype half = OutputBuffer::mostBytes / 2;

QByteArray lines(int count)
{
    QByteArray result;
    for (int i = 0; i < count; ++i)
        result += QByteArray::number(i).rightJustified(99, '0') + '\n';
    return result;
}

}  // namespace

class TestOutputBuffer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatIsLittle();
    void leavesOutTheMiddle_data();
    void leavesOutTheMiddle();
    void countsLines();
    void beginsWithACharacter();
    void startsAnew();
};

void TestOutputBuffer::keepsWhatIsLittle()
{
    OutputBuffer buffer;
    QVERIFY(buffer.isEmpty());
    const QByteArray all = lines(OutputBuffer::mostBytes / 100);
    for (qsizetype i = 0; i < all.size(); i += 1000)
        buffer.add(all.mid(i, 1000));
    QVERIFY(!buffer.isEmpty());
    const auto piece = buffer.take();
    QCOMPARE(piece.beginning, all);
    QCOMPARE(piece.leftOut, 0);
    QVERIFY(piece.end.isEmpty());
    QVERIFY(buffer.isEmpty());
}

void TestOutputBuffer::leavesOutTheMiddle_data()
{
    QTest::addColumn<qsizetype>("atOnce");
    QTest::newRow("in small pieces") << qsizetype(777);
    QTest::newRow("in large pieces") << half + 3;
    QTest::newRow("all at once") << qsizetype(10'000'000);
}

void TestOutputBuffer::leavesOutTheMiddle()
{
    QFETCH(const qsizetype, atOnce);
    OutputBuffer buffer;
    const QByteArray all = lines(20'000);
    for (qsizetype i = 0; i < all.size(); i += atOnce)
        buffer.add(all.mid(i, atOnce));
    const auto piece = buffer.take();
    QCOMPARE(piece.beginning, all.first(half));
    QCOMPARE(piece.beginning.size() + piece.leftOut + piece.end.size(), all.size());
    QVERIFY(piece.end.size() <= half && piece.end.size() > half - 100);
    QVERIFY(all.endsWith(piece.end));
    QCOMPARE(piece.end.size() % 100, 0);  // whole lines
}

void TestOutputBuffer::countsLines()
{
    OutputBuffer buffer;
    for (int i = 0; i < 100; ++i)
        buffer.add(QByteArray("y\n").repeated(333));
    const auto piece = buffer.take();
    QCOMPARE(piece.beginning.size(), OutputBuffer::mostLines);
    QCOMPARE(piece.end.size(), OutputBuffer::mostLines);
    QCOMPARE(piece.leftOut, 66'600 - 2 * OutputBuffer::mostLines);
    buffer.add(QByteArray("y\n").repeated(OutputBuffer::mostLines));
    QCOMPARE(buffer.take().leftOut, 0);
}

void TestOutputBuffer::beginsWithACharacter()
{
    OutputBuffer buffer;
    buffer.add(QByteArray("x") + QByteArray("\xC3\xA4").repeated(200'000) + "y");
    const auto piece = buffer.take();
    QVERIFY(piece.leftOut > 0);
    QVERIFY(piece.end.startsWith("\xC3\xA4"));
    QCOMPARE(piece.beginning.size() + piece.leftOut + piece.end.size(), 400'002);
}

void TestOutputBuffer::startsAnew()
{
    OutputBuffer buffer;
    buffer.add(lines(200'000));
    QVERIFY(buffer.take().leftOut > 0);
    buffer.add("a");
    const auto piece = buffer.take();
    QCOMPARE(piece.beginning, QByteArray("a"));
    QCOMPARE(piece.leftOut, 0);
}

QTEST_GUILESS_MAIN(TestOutputBuffer)
#include "tst_outputbuffer.moc"

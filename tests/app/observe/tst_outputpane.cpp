#include "app/observe/outputpane.h"

#include <QApplication>
#include <QClipboard>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

class TestOutputPane : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isHiddenWhileThereIsNothing();
    void gathersWhatComesQuickly();
    void followsTheEnd();
    void staysWhereTheUserReads();
    void staysSmall_data();
    void staysSmall();
    void copies();

private:
    [[nodiscard]] QPlainTextEdit& view() const { return *m_pane->findChild<QPlainTextEdit*>(); }
    void print(const QByteArray& bytes) const;

    std::unique_ptr<OutputPane> m_pane;
};

void TestOutputPane::init()
{
    m_pane = std::make_unique<OutputPane>();
    m_pane->resize(400, 200);
}

void TestOutputPane::print(const QByteArray& bytes) const
{
    m_pane->append(bytes);
    m_pane->flush();
}

void TestOutputPane::isHiddenWhileThereIsNothing()
{
    QVERIFY(!m_pane->isVisible());
    print("");
    QVERIFY(!m_pane->isVisible());
    print("a\n");
    QVERIFY(m_pane->isVisible());
    m_pane->append("b");
    m_pane->clear();
    QVERIFY(!m_pane->isVisible());
    QTest::qWait(150);
    QCOMPARE(m_pane->text(), QString());
}

void TestOutputPane::gathersWhatComesQuickly()
{
    for (int i = 0; i < 400; ++i)
        m_pane->append("x\n");
    QCOMPARE(m_pane->text(), QString());
    QTRY_COMPARE(m_pane->text().count(u'x'), 400);
}

void TestOutputPane::followsTheEnd()
{
    const QScrollBar* bar = view().verticalScrollBar();
    for (int i = 0; i < 3; ++i) {
        print(QByteArray("x\n").repeated(100));
        QVERIFY(bar->maximum() > 0);
        QCOMPARE(bar->value(), bar->maximum());
    }
    print(QByteArray(500, 'x') + '\n');  // a horizontal scroll bar comes up
    QTRY_VERIFY(view().horizontalScrollBar()->isVisible());
    print("y\n");
    QCOMPARE(bar->value(), bar->maximum());
}

void TestOutputPane::staysWhereTheUserReads()
{
    const auto firstLine = [this] {
        return view().cursorForPosition({1, 1}).block().text().toInt();
    };
    int next = 0;
    const auto count = [&](int lines) {
        for (int i = 0; i < lines; ++i) {
            m_pane->append(QByteArray::number(next++) + '\n');
            if (i % 100 == 0)
                m_pane->flush();
        }
        m_pane->flush();
    };
    count(OutputPane::mostLines - 1);
    view().verticalScrollBar()->setValue(2000);
    const int read = firstLine();
    QVERIFY(read >= 2000);
    count(500);  // lines above go
    QCOMPARE(firstLine(), read);
    count(4000);  // and then this one does
    QCOMPARE(view().verticalScrollBar()->value(), 0);
}

void TestOutputPane::staysSmall_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("short lines") << QByteArray("y\n");
    QTest::newRow("long lines") << QByteArray(3000, 'x') + '\n';
    QTest::newRow("no lines") << QByteArray(4096, 'x');
}

void TestOutputPane::staysSmall()
{
    QFETCH(const QByteArray, line);
    for (int i = 0; i < 40; ++i)
        print(line.repeated(1 + 200'000 / line.size()));
    const QTextDocument& document = *view().document();
    QVERIFY(document.blockCount() <= OutputPane::mostLines);
    QVERIFY(document.characterCount() <= OutputPane::mostCharacters);
    QVERIFY(document.characterCount() > 5000);
    QVERIFY(m_pane->text().contains(QStringLiteral("left out")));
    QVERIFY(m_pane->text().trimmed().endsWith(QString::fromLatin1(line.trimmed().right(100))));
}

void TestOutputPane::copies()
{
    print("some words\n");
    m_pane->findChild<QToolButton*>()->click();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("some words\n"));
    QTextCursor cursor = view().textCursor();
    cursor.movePosition(QTextCursor::Start);
    cursor.movePosition(QTextCursor::NextWord, QTextCursor::KeepAnchor);
    view().setTextCursor(cursor);
    m_pane->findChild<QToolButton*>()->click();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("some "));
}

QTEST_MAIN(TestOutputPane)
#include "tst_outputpane.moc"

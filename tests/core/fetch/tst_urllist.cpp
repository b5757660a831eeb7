#include "core/fetch/urllist.h"
#include "core/model/plan.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

namespace {

using namespace Qt::StringLiterals;

/// "a | b" for the addresses a and b, or the error.
QString textOf(const Result<std::vector<std::string>>& addresses)
{
    if (!addresses)
        return QString::fromStdString(addresses.error().message);
    QStringList list;
    for (const std::string& address : *addresses)
        list.append(QString::fromStdString(address));
    return list.join(u" | "_s);
}

QByteArray manyLines(int count)
{
    return QByteArray("http://a/\n").repeated(count);
}

}  // namespace

/// Lists of addresses: what is read, and what is wrong where.
class TestUrlList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void asManyAsTasks();
    void file();
    void noFile_data();
    void noFile();
    void unreadable();
    void tooLarge();

private:
    QTemporaryDir m_folder;
};

void TestUrlList::texts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const QString noAddress =
        u"L has no address in it; expected one a line, http:// or https://…"_s;
    QTest::newRow("empty") << QByteArray() << noAddress;
    QTest::newRow("only comments") << QByteArray("# a\n\n   \n#http://a/") << noAddress;
    QTest::newRow("two") << QByteArray("http://a/\nhttps://b.org:8/c?d=e#f\n")
                         << u"http://a/ | https://b.org:8/c?d=e#f"_s;
    QTest::newRow("no last end of line") << QByteArray("http://a/") << u"http://a/"_s;
    QTest::newRow("comments and blanks")
        << QByteArray("# pictures\n\n  http://a/1.jpg \t\n\t# none\nHTTP://b/\n")
        << u"http://a/1.jpg | HTTP://b/"_s;
    QTest::newRow("CRLF") << QByteArray("http://a/\r\n\r\nhttp://b/\r\n")
                          << u"http://a/ | http://b/"_s;
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbfhttp://a/\n") << u"http://a/"_s;
    QTest::newRow("numeric hosts") << QByteArray("http://127.0.0.1:80/\nhttp://[::1]/\n")
                                   << u"http://127.0.0.1:80/ | http://[::1]/"_s;
    QTest::newRow("word") << QByteArray("http://a/\n\nhello\n")
                          << u"L:3: “hello” is no address; expected http:// or https://…"_s;
    QTest::newRow("other protocol")
        << QByteArray("#\r\nftp://a/b\r\n")
        << u"L:2: “ftp://a/b” is no address; expected http:// or https://…"_s;
    QTest::newRow("no host") << QByteArray("http://?a")
                             << u"L:1: “http://?a” is no address; expected http:// or https://…"_s;
    QTest::newRow("blank within")
        << QByteArray("http://a/b c")
        << u"L:1: “http://a/b c” is no address; expected http:// or https://…"_s;
    QTest::newRow("comment behind")
        << QByteArray("http://a/ # the first")
        << u"L:1: “http://a/ # the first” is no address; expected http:// or https://…"_s;
    QTest::newRow("port too large")
        << QByteArray("http://a:65536/")
        << u"L:1: “http://a:65536/” is no address; expected http:// or https://…"_s;
    QTest::newRow("longest") << "http://a/" + QByteArray(1991, 'x')
                             << u"http://a/"_s + QString(1991, u'x');
    QTest::newRow("too long") << "http://a/" + QByteArray(1992, 'x')
                              << u"L:1: the line has 2001 characters; expected 2000 at most"_s;
    QTest::newRow("long line in a message, cut between characters")
        << "x" + QByteArray("ä").repeated(100)
        << u"L:1: “x"_s + QString(59, u'ä') + u"…” is no address; expected http:// or https://…"_s;
    QTest::newRow("too many") << manyLines(limits::maxTasks + 1)
                              << u"L:10001: expected 10000 addresses at most"_s;
}

void TestUrlList::texts()
{
    QFETCH(const QByteArray, text);
    QTEST(textOf(parseUrlList({text.constData(), static_cast<std::size_t>(text.size())}, "L")),
          "expected");
}

void TestUrlList::asManyAsTasks()
{
    const auto addresses = parseUrlList(manyLines(limits::maxTasks).toStdString(), "L");
    QVERIFY(addresses.has_value());
    QCOMPARE(addresses->size(), std::size_t{limits::maxTasks});
}

void TestUrlList::file()
{
    const QString path = m_folder.filePath(u"list ä.txt"_s);
    QFile list(path);
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write("http://a/\nhttp://b/\nnone");
    list.close();
    QCOMPARE(textOf(readUrlList(path.toStdString())),
             path + u":3: “none” is no address; expected http:// or https://…"_s);
    QVERIFY(list.resize(20));
    QCOMPARE(textOf(readUrlList(path.toStdString())), u"http://a/ | http://b/"_s);
}

void TestUrlList::noFile_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("expected");
    const QString fifo = m_folder.filePath(u"fifo"_s);
    mkfifo(fifo.toLocal8Bit().constData(), 0600);
    QTest::newRow("folder") << m_folder.path()
                            << u" is a folder; expected a file with a list of addresses"_s;
    QTest::newRow("none") << m_folder.filePath(u"none"_s)
                          << u": there is no such file; expected a list of addresses"_s;
    QTest::newRow("fifo") << fifo
                          << u" is no regular file; expected a file with a list of addresses"_s;
    QTest::newRow("device") << u"/dev/zero"_s
                            << u" is no regular file; expected a file with a list of addresses"_s;
    QTest::newRow("no name") << QString()
                             << u": there is no such file; expected a list of addresses"_s;
}

void TestUrlList::noFile()
{
    QFETCH(const QString, path);
    QFETCH(const QString, expected);
    QCOMPARE(textOf(readUrlList(path.toStdString())), path + expected);
}

void TestUrlList::unreadable()
{
    const QString path = m_folder.filePath(u"secret"_s);
    QFile list(path);
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.close();
    QVERIFY(list.setPermissions({}));
    if (access(path.toLocal8Bit().constData(), R_OK) == 0)
        QSKIP("this user may read everything");
    QCOMPARE(textOf(readUrlList(path.toStdString())),
             path + u" could not be read: Permission denied"_s);
}

void TestUrlList::tooLarge()
{
    const QString path = m_folder.filePath(u"large"_s);
    QFile list(path);
    QVERIFY(list.open(QIODevice::WriteOnly));
    QVERIFY(list.resize(static_cast<qint64>(limits::maxUrlListBytes) + 1));
    QCOMPARE(textOf(readUrlList(path.toStdString())),
             path + u" is too large; expected 16777216 bytes at most"_s);
}

QTEST_GUILESS_MAIN(TestUrlList)
#include "tst_urllist.moc"

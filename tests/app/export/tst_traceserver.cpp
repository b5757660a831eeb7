#include "app/export/traceserver.h"

#include <QEventLoop>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

struct Answer {
    QByteArray status;  ///< "200 OK"
    QByteArray head;
    QByteArray content;
};

Answer answerIn(const QByteArray& bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return {"none", bytes, {}};
    const QByteArray head = bytes.first(end + 2);
    return {head.left(head.indexOf("\r\n")).mid(qsizetype(sizeof("HTTP/1.1"))), head,
            bytes.mid(end + 4)};
}

}  // namespace

/// The one file that Perfetto may read, asked for by a real client over a real socket.
class TestTraceServer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_server.reset(); }
    void givesTheFileOnce();
    void largeFile();
    void asksBeforehand();
    void refuses_data();
    void refuses();
    void requestInPieces();
    void brokenOffIsGivenAgain();
    void twoAtOnce();
    void endsWhenNobodyComes();
    void portInUse();
    void fileThatIsGone();

private:
    void serve(const QByteArray& content);
    [[nodiscard]] std::unique_ptr<QTcpSocket> connected() const;
    [[nodiscard]] QByteArray requestFor(const char* method, const QByteArray& more = {}) const;
    [[nodiscard]] Answer ask(const QByteArray& request) const;

    QTemporaryDir m_folder;
    std::unique_ptr<TraceServer> m_server;
    QUrl m_address;
};

void TestTraceServer::init()
{
    m_server = std::make_unique<TraceServer>();
}

void TestTraceServer::serve(const QByteArray& content)
{
    QFile file(m_folder.filePath(u"a.fxt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
    file.close();
    const auto address = m_server->serve(file.fileName(), u"a b.fxt"_s, 0);
    QVERIFY(address);
    m_address = *address;
    QVERIFY(m_server->isServing());
}

std::unique_ptr<QTcpSocket> TestTraceServer::connected() const
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->connectToHost(QHostAddress::LocalHost, static_cast<quint16>(m_address.port()));
    return socket->waitForConnected() ? std::move(socket) : nullptr;
}

QByteArray TestTraceServer::requestFor(const char* method, const QByteArray& more) const
{
    return QByteArray(method) + ' ' + m_address.path(QUrl::FullyEncoded).toLatin1() +
           " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_address.port()) +
           "\r\nOrigin: https://ui.perfetto.dev\r\n" + more + "\r\n";
}

Answer TestTraceServer::ask(const QByteArray& request) const
{
    const auto socket = connected();
    if (!socket)
        return {"not connected", {}, {}};
    socket->write(request);
    QEventLoop loop;
    connect(socket.get(), &QTcpSocket::disconnected, &loop, &QEventLoop::quit);
    QTimer::singleShot(std::chrono::minutes(1), &loop, &QEventLoop::quit);  // it hangs
    loop.exec();
    return answerIn(socket->readAll());
}

void TestTraceServer::givesTheFileOnce()
{
    serve("content");
    QCOMPARE(m_address.toString(QUrl::FullyEncoded),
             u"http://127.0.0.1:%1/a%20b.fxt"_s.arg(m_address.port()));
    const QSignalSpy fetched(m_server.get(), &TraceServer::fetched);
    const Answer answer = ask(requestFor("GET"));
    QCOMPARE(answer.status, "200 OK"_ba);
    QCOMPARE(answer.content, "content"_ba);
    QVERIFY(answer.head.contains("Access-Control-Allow-Origin: https://ui.perfetto.dev\r\n"));
    QVERIFY(answer.head.contains("Content-Length: 7\r\n"));
    QCOMPARE(fetched.size(), 1);
    QVERIFY(!m_server->isServing());
    QVERIFY(!connected());  // nobody listens any more
}

void TestTraceServer::largeFile()
{
    QByteArray content(9'000'001, '\0');
    for (qsizetype i = 0; i < content.size(); ++i)
        content[i] = static_cast<char>(i * 31 >> 5);
    serve(content);
    QVERIFY(ask(requestFor("GET")).content == content);
}

void TestTraceServer::asksBeforehand()
{
    serve("content");
    const Answer answer = ask(requestFor("OPTIONS", "Access-Control-Request-Method: GET\r\n"
                                                    "Access-Control-Request-Private-Network: true"
                                                    "\r\n"));
    QCOMPARE(answer.status, "200 OK"_ba);
    QVERIFY(answer.content.isEmpty());
    QVERIFY(answer.head.contains("Access-Control-Allow-Private-Network: true\r\n"));
    QCOMPARE(ask(requestFor("GET")).content, "content"_ba);
}

void TestTraceServer::refuses_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("status");
    const auto row = [](const char* name, const char* from, const char* to, const char* status) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QByteArray(status);
    };
    row("another path", "a%20b.fxt", "b.fxt", "404 Not Found");
    row("outside", "/a%20b.fxt", "/../../etc/passwd", "404 Not Found");
    row("root", "/a%20b.fxt", "/", "404 Not Found");
    row("another method", "GET", "POST", "405 Method Not Allowed");
    row("another page", "ui.perfetto.dev", "example.org", "403 Forbidden");
    row("another name of this machine", "127.0.0.1:", "example.org:", "403 Forbidden");
    row("another port", "127.0.0.1:", "127.0.0.1:1", "403 Forbidden");
    row("no HTTP", "GET /", "\x16\x03\x01", "400 Bad Request");
    row("no address", "/a%20b.fxt", "example.org", "400 Bad Request");
    row("endless", "Origin", QByteArray(20'000, 'x').constData(),
        "431 Request Header Fields Too Large");
}

void TestTraceServer::refuses()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, status);
    serve("content");
    const Answer answer = ask(requestFor("GET").replace(from, to));
    QCOMPARE(answer.status, status);
    QVERIFY(answer.content.isEmpty());
    QVERIFY(m_server->isServing());
    QCOMPARE(ask(requestFor("GET")).content, "content"_ba);  // who may have it still gets it
}

void TestTraceServer::requestInPieces()
{
    serve("content");
    const auto socket = connected();
    QVERIFY(socket);
    for (const char byte : requestFor("GET")) {
        socket->write(&byte, 1);
        socket->flush();
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(socket->state() == QAbstractSocket::UnconnectedState);
    QCOMPARE(answerIn(socket->readAll()).content, "content"_ba);
}

void TestTraceServer::brokenOffIsGivenAgain()
{
    serve(QByteArray(12'000'000, 'x'));  // more than the sockets hold
    const QSignalSpy fetched(m_server.get(), &TraceServer::fetched);
    auto socket = connected();
    QVERIFY(socket);
    socket->setReadBufferSize(1000);
    socket->write(requestFor("GET"));
    QTRY_VERIFY(socket->bytesAvailable() > 0);
    socket->abort();
    Answer answer;
    const auto isGiven = [&] {
        answer = ask(requestFor("GET"));
        return answer.status == "200 OK"_ba;
    };
    QVERIFY(QTest::qWaitFor(isGiven));
    QCOMPARE(answer.content.size(), 12'000'000);
    QCOMPARE(fetched.size(), 1);
}

void TestTraceServer::twoAtOnce()
{
    serve(QByteArray(12'000'000, 'x'));
    auto socket = connected();
    QVERIFY(socket);
    socket->setReadBufferSize(1000);
    socket->write(requestFor("GET"));
    QTRY_VERIFY(socket->bytesAvailable() > 0);
    QCOMPARE(ask(requestFor("GET")).status, "503 Service Unavailable"_ba);
}

void TestTraceServer::endsWhenNobodyComes()
{
    m_server->setPatience(std::chrono::milliseconds(1));
    const QSignalSpy expired(m_server.get(), &TraceServer::expired);
    const QSignalSpy fetched(m_server.get(), &TraceServer::fetched);
    serve("content");
    QTRY_COMPARE(expired.size(), 1);
    QVERIFY(!m_server->isServing());
    QVERIFY(fetched.isEmpty());
}

void TestTraceServer::portInUse()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    QFile file(m_folder.filePath(u"a.fxt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto address = m_server->serve(file.fileName(), u"a.fxt"_s, other.serverPort());
    QVERIFY(!address);
    const QString message = QString::fromStdString(address.error().message);
    QVERIFY2(message.contains(u"127.0.0.1:%1: "_s.arg(other.serverPort())), qPrintable(message));
    QVERIFY(!m_server->isServing());
}

void TestTraceServer::fileThatIsGone()
{
    const QString gone = m_folder.filePath(u"gone.fxt"_s);
    const auto address = m_server->serve(gone, u"a.fxt"_s, 0);
    QVERIFY(!address);
    QVERIFY(QString::fromStdString(address.error().message).contains(gone));
}

QTEST_GUILESS_MAIN(TestTraceServer)
#include "tst_traceserver.moc"

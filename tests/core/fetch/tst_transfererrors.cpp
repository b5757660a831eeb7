#include "core/fetch/transfers.h"
#include "tests/support/descriptors.h"
#include "tests/support/faultserver.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;

namespace {

using namespace Qt::StringLiterals;

/// What a transfer that has to fail says; the server's port is written as PORT.
QString errorOf(const FetchOrder& order, int port)
{
    const auto body = fetch(order);
    if (body)
        return u"%1 bytes"_s.arg(body->size());
    return QString::fromStdString(body.error().message).replace(QString::number(port), u"PORT"_s);
}

QString httpHere(const QString& rest)
{
    return u"http://127.0.0.1:PORT"_s + rest;
}

/// A web server with TLS whose certificate only it itself has signed.
class SelfSignedServer {
public:
    explicit SelfSignedServer(const QString& openssl)
    {
        const QString key = m_folder.filePath(u"key.pem"_s);
        const QString certificate = m_folder.filePath(u"certificate.pem"_s);
        QProcess maker;
        maker.start(openssl,
                    {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-subj"_s,
                     u"/CN=127.0.0.1"_s, u"-keyout"_s, key, u"-out"_s, certificate});
        m_isReady = maker.waitForFinished() && maker.exitCode() == 0;
        m_server.start(openssl, {u"s_server"_s, u"-www"_s, u"-accept"_s, u"127.0.0.1:0"_s,
                                 u"-key"_s, key, u"-cert"_s, certificate});
        while (m_isReady && m_port == 0)
            readPort();
    }
    ~SelfSignedServer()
    {
        m_server.kill();
        m_server.waitForFinished();
    }

    [[nodiscard]] bool isReady() const { return m_isReady; }
    [[nodiscard]] int port() const { return m_port; }

private:
    /// From "ACCEPT 127.0.0.1:4433".
    void readPort()
    {
        m_isReady = m_server.canReadLine() || m_server.waitForReadyRead();
        const QByteArray line = m_server.readLine().trimmed();
        if (line.startsWith("ACCEPT"))
            m_port = line.mid(line.lastIndexOf(':') + 1).toInt();
    }

    QTemporaryDir m_folder;
    QProcess m_server;
    int m_port = 0;
    bool m_isReady = false;
};

}  // namespace

/// What went wrong with a transfer is told with the address, the cause and what was expected.
class TestTransferErrors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void faults_data();
    void faults();
    void addresses_data();
    void addresses();
    void refused();
    void unknownName();
    void tooLarge();
    void certificate();
    void cleanupTestCase();

private:
    std::unique_ptr<FaultServer> m_server;
    std::vector<std::string> m_before;
};

void TestTransferErrors::initTestCase()
{
    m_before = openDescriptors();
    m_server = std::make_unique<FaultServer>();
}

void TestTransferErrors::faults_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("expected");
    QTest::newRow("404") << u"/missing"_s
                         << u": the server answered 404 (Not Found); expected 200 (OK)"_s;
    QTest::newRow("503") << u"/status/503"_s
                         << u": the server answered 503 (Service Unavailable); expected 200 (OK)"_s;
    QTest::newRow("300") << u"/status/300"_s << u": the server answered 300; expected 200 (OK)"_s;
    QTest::newRow("loop") << u"/loop"_s
                          << u", redirected to "_s + httpHere(u"/loop"_s) +
                                 u": redirected more than 10 times; expected an end of it"_s;
    QTest::newRow("11 redirects")
        << u"/after/11/x"_s
        << u", redirected to "_s + httpHere(u"/after/1/x"_s) +
               u": redirected more than 10 times; expected an end of it"_s;
    QTest::newRow("redirected to FTP")
        << u"/elsewhere"_s
        << u", redirected to ftp://127.0.0.1/picture.jpg: Protocol \"ftp\" not "
           "supported or disabled in libcurl; expected http:// or https://"_s;
    QTest::newRow("cut short") << u"/short"_s
                               << u": the body was cut short after 3 bytes; expected 1000 bytes"_s;
    QTest::newRow("cut short in a chunk")
        << u"/short-chunk"_s << u": the body was cut short after 3 bytes; expected its end"_s;
    QTest::newRow("silent") << u"/silent"_s << u": no answer within 300 ms; expected one by then"_s;
    QTest::newRow("silent in the middle")
        << u"/trickle"_s << u": only 1 bytes came within 300 ms; expected 1000 bytes"_s;
    QTest::newRow("no answer") << u"/nothing"_s
                               << u": the connection ended without an answer (Empty reply from "
                                  "server); expected one"_s;
    QTest::newRow("no HTTP")
        << u"/babble"_s << u": what answered there does not speak HTTP; expected a web server"_s;
    QTest::newRow("endless") << u"/endless"_s
                             << u": the body is too large; expected 1000000 bytes at most"_s;
    QTest::newRow("one byte too many")
        << u"/large/1000001"_s
        << u": the body of 1000001 bytes is too large; expected 1000000 bytes at most"_s;
}

void TestTransferErrors::faults()
{
    QFETCH(const QString, path);
    QFETCH(const QString, expected);
    FetchOrder order;
    order.url = m_server->url(path.toStdString());
    order.timeout = path == u"/silent"_s || path == u"/trickle"_s ? 300ms : 60'000ms;
    order.mostBytes = 1'000'000;
    QCOMPARE(errorOf(order, m_server->port()), httpHere(path) + expected);
    QTRY_COMPARE(m_server->open(), 0);
}

void TestTransferErrors::addresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("expected");
    QTest::newRow("file") << u"file:///etc/passwd"_s
                          << u"file:///etc/passwd: Protocol \"file\" not supported or disabled in "
                             "libcurl; expected http:// or https://"_s;
    QTest::newRow("empty") << QString() << u": this is no address; expected http:// or https://…"_s;
    QTest::newRow("blank in the name")
        << u"http://a b/"_s << u"http://a b/: this is no address; expected http:// or https://…"_s;
}

void TestTransferErrors::addresses()
{
    QFETCH(const QString, url);
    FetchOrder order;
    order.url = url.toStdString();
    QTEST(errorOf(order, 0), "expected");
}

void TestTransferErrors::refused()
{
    const int port = closedPort();
    FetchOrder order;
    order.url = "http://127.0.0.1:" + std::to_string(port) + "/x";
    QCOMPARE(errorOf(order, port),
             u"http://127.0.0.1:PORT/x: the connection was refused; expected a server that listens "
             "at 127.0.0.1:PORT"_s);
}

void TestTransferErrors::unknownName()
{
    FetchOrder order;
    order.url = "http://coreogram.invalid/";  // RFC 2606: never one
    order.timeout = 60s;
    const QString error = errorOf(order, 0);
    QCOMPARE(error, u"http://coreogram.invalid/: the name of the host was not found; expected one "
                    "that can be looked up"_s);
}

void TestTransferErrors::tooLarge()
{
    FetchOrder order;
    order.url = m_server->url("/large/1000000");
    order.mostBytes = 1'000'000;
    QCOMPARE(errorOf(order, 0), u"1000000 bytes"_s);
}

void TestTransferErrors::certificate()
{
    const QString openssl = QStandardPaths::findExecutable(u"openssl"_s);
    if (openssl.isEmpty())
        QSKIP("there is no openssl to make a certificate with");
    const SelfSignedServer server(openssl);
    QVERIFY(server.isReady());
    FetchOrder order;
    order.url = "https://127.0.0.1:" + std::to_string(server.port()) + "/";
    const QString error = errorOf(order, server.port());
    QVERIFY2(error.startsWith(u"https://127.0.0.1:PORT/: the certificate fails ("_s) &&
                 error.endsWith(u"); expected one that this system trusts"_s) &&
                 error.contains(u"self"_s),
             qPrintable(error));
}

void TestTransferErrors::cleanupTestCase()
{
    m_server.reset();
    QCOMPARE(openDescriptors(), m_before);
}

QTEST_GUILESS_MAIN(TestTransferErrors)
#include "tst_transfererrors.moc"

#include "app/export/traceserver.h"

#include "app/export/httprequest.h"

#include <QTcpSocket>

namespace {

constexpr qint64 pieceSize = qint64{1} << 18;
constexpr qsizetype mostConnections = 16;

/// A whole answer but for the content; `more` are further lines.
QByteArray headOf(const char* status, const QByteArray& more = "Content-Length: 0\r\n")
{
    return QByteArray("HTTP/1.1 ") + status + "\r\nAccess-Control-Allow-Origin: " + perfettoOrigin +
           "\r\nVary: Origin\r\nCache-Control: no-store\r\nConnection: close\r\n" + more + "\r\n";
}

void refuse(QTcpSocket* socket, const char* status, const QByteArray& more = "")
{
    socket->write(headOf(status, more + "Content-Length: 0\r\n"));
    socket->disconnectFromHost();
}

}  // namespace

TraceServer::TraceServer(QObject* parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_server, &QTcpServer::newConnection, this, &TraceServer::acceptConnections);
    connect(&m_timer, &QTimer::timeout, this, &TraceServer::expire);
}

TraceServer::~TraceServer()
{
    stop();  // while there is still something for its connections to tell
}

Result<QUrl> TraceServer::serve(const QString& path, const QString& name, quint16 port)
{
    stop();
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::ReadOnly))
        return failure("could not read " + path.toStdString() + ": " +
                       m_file.errorString().toStdString());
    if (!m_server.listen(QHostAddress::LocalHost, port))
        return failure("could not offer the trace at 127.0.0.1:" + std::to_string(port) + ": " +
                       m_server.errorString().toStdString());
    m_timer.start(m_patience);
    const QUrl address(QStringLiteral("http://127.0.0.1:%1/").arg(m_server.serverPort()) +
                       QString::fromLatin1(QUrl::toPercentEncoding(name)));
    m_path = address.path(QUrl::FullyEncoded).toLatin1();
    return address;
}

void TraceServer::stop()
{
    m_timer.stop();
    m_server.close();
    m_file.close();
    m_reader.clear();
    for (QTcpSocket* const socket : m_server.findChildren<QTcpSocket*>()) {
        socket->disconnect(this);
        if (socket->state() == QAbstractSocket::ConnectedState)  // else it has its answer
            socket->abort();
    }
}

void TraceServer::acceptConnections()
{
    while (QTcpSocket* const socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (m_server.findChildren<QTcpSocket*>().size() > mostConnections) {
            socket->abort();
            continue;
        }
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    }
}

/// Waits for the whole head of the request; it alone is looked at.
void TraceServer::read(QTcpSocket* socket)
{
    const QByteArray received = socket->peek(longestRequest);
    if (!isWhole(received)) {
        if (received.size() == longestRequest)
            refuse(socket, "431 Request Header Fields Too Large");
        return;
    }
    disconnect(socket, &QTcpSocket::readyRead, this, nullptr);
    const auto request = requestIn(received);
    socket->readAll();
    if (request)
        answer(socket, *request);
    else
        refuse(socket, "400 Bad Request");
}

void TraceServer::answer(QTcpSocket* socket, const HttpRequest& request)
{
    // A page elsewhere must not read it under a name of its own that leads here.
    const QByteArray port = ':' + QByteArray::number(m_server.serverPort());
    const bool isOurHost = request.host == "127.0.0.1" + port || request.host == "localhost" + port;
    if (!isOurHost || (!request.origin.isEmpty() && request.origin != perfettoOrigin))
        return refuse(socket, "403 Forbidden");
    if (request.path != m_path)
        return refuse(socket, "404 Not Found");
    if (request.method == "OPTIONS")
        return refuse(socket, "200 OK",
                      "Access-Control-Allow-Methods: GET\r\n"
                      "Access-Control-Allow-Private-Network: true\r\n");
    if (request.method != "GET")
        return refuse(socket, "405 Method Not Allowed", "Allow: GET, OPTIONS\r\n");
    if (m_reader)
        return refuse(socket, "503 Service Unavailable");
    send(socket);
}

void TraceServer::send(QTcpSocket* socket)
{
    m_reader = socket;
    m_file.seek(0);
    connect(socket, &QTcpSocket::bytesWritten, this, &TraceServer::sendMore);
    // Broken off, it may be fetched again.
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        if (m_reader == socket)
            m_reader.clear();
    });
    socket->write(headOf("200 OK", "Content-Type: application/octet-stream\r\nContent-Length: " +
                                       QByteArray::number(m_file.size()) + "\r\n"));
}

/// Piece by piece, as fast as they are read.
void TraceServer::sendMore()
{
    if (!m_reader || m_reader->bytesToWrite() > pieceSize)
        return;
    if (const QByteArray piece = m_file.read(pieceSize); !piece.isEmpty())
        m_reader->write(piece);
    else if (m_reader->bytesToWrite() == 0)
        finish();
}

void TraceServer::expire()
{
    if (m_reader)  // who has begun may end
        return m_timer.start(m_patience);
    stop();
    Q_EMIT expired();
}

void TraceServer::finish()
{
    m_reader->disconnectFromHost();
    stop();
    Q_EMIT fetched();
}

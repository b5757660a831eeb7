#include "core/imageserver/picturefront.h"

#include "core/imageserver/pacedreply.h"

#include <QResource>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace {

constexpr int pictureCount = 7;
constexpr int connectionsAtOnce = 1024;  ///< that wait to be accepted

/// Its connections send what they are given at once, without waiting for more to go along.
class Listener : public QTcpServer {
public:
    Listener()
    {
        setListenBacklogSize(connectionsAtOnce);
        setMaxPendingConnections(connectionsAtOnce);
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto* const connection = new QTcpSocket(this);
        connection->setSocketDescriptor(descriptor);
        connection->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        addPendingConnection(connection);
    }
};

QByteArrayList loadPictures()
{
    QByteArrayList pictures;
    for (int number = 1; number <= pictureCount; ++number)
        pictures.append(QResource(u":/pictures/%1.jpg"_s.arg(number)).uncompressedData());
    return pictures;
}

}  // namespace

PictureFront::PictureFront(const ServerOptions& options)
    : m_options(options),
      m_pictures(loadPictures())
{
    m_server.route(u"/picture/<arg>"_s, [this](qint64 number, QHttpServerResponder&& responder) {
        answer(number, std::move(responder));
    });
}

Result<int> PictureFront::listen()
{
    auto listener = std::make_unique<Listener>();
    if (!listener->listen(QHostAddress::LocalHost, static_cast<quint16>(m_options.port)))
        return failure("the image server cannot use port " + std::to_string(m_options.port) +
                       " of this machine: " + listener->errorString().toStdString() +
                       "; expected a free one");
    const int port = listener->serverPort();
    static_cast<void>(m_server.bind(listener.release()));  // fails only where nothing listens
    return port;
}

void PictureFront::answer(qint64 number, QHttpServerResponder&& responder) const
{
    if (number < 1) {
        responder.write(QHttpServerResponder::StatusCode::NotFound);
        return;
    }
    // Goes with the connection, or when it is done.
    new PacedReply(Answer(std::move(responder)), m_pictures.at((number - 1) % pictureCount),
                   delayOf(m_options, number), m_options.bytesPerSecond);
}

#include "core/imageserver/answer.h"

#include <QTcpSocket>

#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)

QObject* Answer::connection() const
{
    return m_responder.socket();
}

bool Answer::isWanted() const
{
    return m_responder.socket()->state() == QAbstractSocket::ConnectedState;
}

void Answer::begin(qsizetype size)
{
    m_responder.writeStatusLine();
    m_responder.writeHeaders(
        {{"Content-Type", "image/jpeg"}, {"Content-Length", QByteArray::number(size)}});
    m_responder.writeBody("", 0);
}

void Answer::write(const char* data, qsizetype size)
{
    m_responder.writeBody(data, size);
}

void Answer::end() {}

#else

QObject* Answer::connection() const
{
    return nullptr;
}

bool Answer::isWanted() const
{
    return true;  // what is written to a connection that has ended is thrown away
}

void Answer::begin(qsizetype)
{
    m_responder.writeBeginChunked(QByteArrayLiteral("image/jpeg"));
}

void Answer::write(const char* data, qsizetype size)
{
    if (size > 0)
        m_responder.writeChunk(QByteArray(data, size));
}

void Answer::end()
{
    m_responder.writeEndChunked(QByteArray());
}

#endif

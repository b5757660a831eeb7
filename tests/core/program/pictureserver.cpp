#include "pictureserver.h"

#include <QTcpSocket>

PictureServer::PictureServer()
{
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, &PictureServer::answer);
}

std::string PictureServer::addressOf(int number) const
{
    return "http://127.0.0.1:" + std::to_string(serverPort()) + "/" + std::to_string(number);
}

void PictureServer::answer()
{
    QTcpSocket* const socket = nextPendingConnection();
    connect(socket, &QTcpSocket::readyRead, socket, [socket] {
        socket->readAll();
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc");
        socket->disconnectFromHost();
    });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
}

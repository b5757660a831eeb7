#pragma once

#include "core/imageserver/serveroptions.h"

#include <QByteArrayList>
#include <QHttpServer>

/// Answers requests for pictures: /picture/N for N from 1 on, with delay and bandwidth; all others
/// with 404. This and PacedReply are all that knows the interface of Qt HTTP Server, which is that
/// of Qt 6.4 to 6.7 and changed in 6.8.
class PictureFront {
public:
    explicit PictureFront(const ServerOptions& options);

    /// Listens on the loopback address only. Returns the port.
    [[nodiscard]] Result<int> listen();

private:
    void answer(qint64 number, QHttpServerResponder&& responder) const;

    ServerOptions m_options;
    QByteArrayList m_pictures;
    QHttpServer m_server;
};

#pragma once

#include "core/imageserver/serveroptions.h"

#include <QByteArrayList>
#include <QHttpServer>

/// Answers requests for pictures: /picture/N for N from 1 on, with delay and bandwidth; all others
/// with 404.
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

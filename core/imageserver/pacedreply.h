#pragma once

#include "core/model/time.h"

#include <QByteArray>
#include <QHttpServerResponder>
#include <QTimer>

/// One answer: nothing for a while, then a picture, spread over the time that its bandwidth gives.
/// Belongs to its connection and goes with it, or when all is sent.
class PacedReply : public QObject {
public:
    PacedReply(QHttpServerResponder&& responder, const QByteArray& body, Nanoseconds delay,
               double bytesPerSecond);

private:
    void proceed();
    void begin();
    void sendWhatIsDue();
    [[nodiscard]] Nanoseconds timeFor(qsizetype bytes) const;

    QHttpServerResponder m_responder;
    QByteArray m_body;
    double m_bytesPerSecond;
    Nanoseconds m_begun{};  ///< when the first byte could go; 0 before
    qsizetype m_sent = 0;
    QTimer m_timer;
};

#pragma once

#include "core/imageserver/answer.h"
#include "core/model/time.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

/// One answer: nothing for a while, then a picture, spread over the time that its bandwidth gives.
/// Belongs to its connection and goes with it, or when all is sent.
class PacedReply : public QObject {
public:
    PacedReply(Answer&& answer, const QByteArray& body, Nanoseconds delay, double bytesPerSecond);

private:
    void proceed();
    void sendWhatIsDue();
    [[nodiscard]] Nanoseconds timeFor(qsizetype bytes) const;

    Answer m_answer;
    QByteArray m_body;
    double m_bytesPerSecond;
    Nanoseconds m_begun{};  ///< when the first byte could go; 0 before
    qsizetype m_sent = 0;
    QTimer m_timer;
};

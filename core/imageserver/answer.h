#pragma once

#include <QHttpServerResponder>

class QObject;

/// An answer to one request, piece by piece. Here alone, and in its source, is what differs between
/// the interface of Qt HTTP Server from 6.4 and that from 6.8 on, which tells no lengths ahead.
class Answer {
public:
    explicit Answer(QHttpServerResponder&& responder) : m_responder(std::move(responder)) {}

    /// What goes when the connection goes; null where the library does not tell.
    [[nodiscard]] QObject* connection() const;

    /// Whether what is written can still arrive.
    [[nodiscard]] bool isWanted() const;

    /// The status OK and the headers, for a JPEG of `size` bytes.
    void begin(qsizetype size);
    void write(const char* data, qsizetype size);
    void end();

private:
    QHttpServerResponder m_responder;
};

#pragma once

#include <QByteArray>

#include <optional>

/// The head of an HTTP request: as much of it as one file that is offered once needs.
struct HttpRequest {
    QByteArray method;  ///< "GET"
    QByteArray path;    ///< "/name.fxt", with a query if there is one
    QByteArray host;    ///< "127.0.0.1:9001"; empty if it was not sent
    QByteArray origin;  ///< of the page that asks; empty if it was not sent
};

/// The longest head that is waited for.
inline constexpr qsizetype longestRequest = 16'384;

/// Whether the empty line that ends the head is in `received`.
[[nodiscard]] bool isWhole(const QByteArray& received);

/// The request whose head is in `received`; nothing where it is no HTTP request.
[[nodiscard]] std::optional<HttpRequest> requestIn(const QByteArray& received);

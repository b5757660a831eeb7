#include "app/export/httprequest.h"

#include <QByteArrayList>

bool isWhole(const QByteArray& received)
{
    return received.contains("\r\n\r\n");
}

std::optional<HttpRequest> requestIn(const QByteArray& received)
{
    const QByteArrayList lines = received.first(received.indexOf("\r\n\r\n")).split('\n');
    const QByteArrayList first = lines.front().trimmed().split(' ');
    if (first.size() != 3 || !first[2].startsWith("HTTP/1.") || !first[1].startsWith('/'))
        return std::nullopt;
    HttpRequest request{first[0], first[1], {}, {}};
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.first(std::max<qsizetype>(0, colon)).toLower();
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (name == "host")
            request.host = value;
        else if (name == "origin")
            request.origin = value;
    }
    return request;
}

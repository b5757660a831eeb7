#include "core/storage/eventbytes.h"

#include "core/storage/frameformat.h"

#include <QtEndian>

namespace {

void write(const Event& event, char* to)
{
    qToLittleEndian<qint64>(event.time.count(), to);
    qToLittleEndian<qint64>(event.value, to + 8);
    qToLittleEndian<quint32>(number(event.task), to + 16);
    qToLittleEndian<quint32>(number(event.worker), to + 20);
    qToLittleEndian<quint16>(number(event.part), to + 24);
    qToLittleEndian<qint16>(event.core, to + 26);
    to[28] = static_cast<char>(event.kind);
    to[29] = static_cast<char>(event.detail);
    qToLittleEndian<quint16>(event.reserved, to + 30);
}

Event read(const char* from)
{
    Event event;
    event.time = Nanoseconds(qFromLittleEndian<qint64>(from));
    event.value = qFromLittleEndian<qint64>(from + 8);
    event.task = static_cast<TaskId>(qFromLittleEndian<quint32>(from + 16));
    event.worker = static_cast<WorkerId>(qFromLittleEndian<quint32>(from + 20));
    event.part = static_cast<PartId>(qFromLittleEndian<quint16>(from + 24));
    event.core = qFromLittleEndian<qint16>(from + 26);
    event.kind = static_cast<EventKind>(static_cast<std::uint8_t>(from[28]));
    event.detail = static_cast<std::uint8_t>(from[29]);
    event.reserved = qFromLittleEndian<quint16>(from + 30);
    return event;
}

}  // namespace

QByteArray eventBytes(std::span<const Event> events)
{
    QByteArray bytes(static_cast<qsizetype>(events.size()) * eventSize, Qt::Uninitialized);
    char* to = bytes.data();
    for (const Event& event : events) {
        write(event, to);
        to += eventSize;
    }
    return bytes;
}

std::vector<Event> eventsFromBytes(const QByteArray& bytes)
{
    Q_ASSERT(bytes.size() % eventSize == 0);
    std::vector<Event> events;
    events.reserve(static_cast<std::size_t>(bytes.size() / eventSize));
    for (qsizetype at = 0; at < bytes.size(); at += eventSize)
        events.push_back(read(bytes.constData() + at));
    return events;
}

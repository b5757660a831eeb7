#include "app/observe/outputbuffer.h"

#include <algorithm>
#include <utility>

namespace {

constexpr qsizetype half = OutputBuffer::mostBytes / 2;
constexpr qsizetype halfOfLines = OutputBuffer::mostLines / 2;

/// Where the last lines begin that go into half a piece.
qsizetype startOfEnd(QByteArrayView bytes)
{
    const qsizetype first = qMax(qsizetype(0), bytes.size() - half);
    qsizetype lines = 0;
    for (qsizetype i = bytes.size() - 1; i >= first; --i) {
        if (bytes[i] == '\n' && ++lines > halfOfLines)
            return i;
    }
    return first;
}

/// How many bytes to drop, so that what is left begins with a line, or at least with a character.
qsizetype brokenBytes(QByteArrayView bytes)
{
    const qsizetype lineEnd = bytes.indexOf('\n');
    if (lineEnd >= 0)
        return lineEnd + 1;
    qsizetype count = 0;
    while (count < bytes.size() && (static_cast<unsigned char>(bytes[count]) & 0xC0U) == 0x80U)
        ++count;
    return count;
}

}  // namespace

void OutputBuffer::add(const QByteArray& bytes)
{
    const QByteArrayView all(bytes);
    const qsizetype room = roomInBeginning(all);
    m_beginning += all.first(room);
    m_lines += std::ranges::count(all.first(room), '\n');
    if (room < bytes.size())
        addToEnd(all.sliced(room));
}

OutputBuffer::Piece OutputBuffer::take()
{
    Piece piece{std::exchange(m_beginning, {}), std::exchange(m_dropped, 0), {}};
    QByteArray end = std::exchange(m_end, {});
    m_lines = 0;
    qsizetype excess = startOfEnd(end);
    if (piece.leftOut == 0 && excess == 0) {
        piece.beginning += end;
        return piece;
    }
    excess += brokenBytes(QByteArrayView(end).sliced(excess));
    piece.leftOut += excess;
    piece.end = end.sliced(excess);
    return piece;
}

qsizetype OutputBuffer::roomInBeginning(QByteArrayView bytes) const
{
    if (!m_end.isEmpty())
        return 0;
    const qsizetype most = qMin(half - m_beginning.size(), bytes.size());
    qsizetype lines = m_lines;
    for (qsizetype i = 0; i < most; ++i) {
        if (lines == halfOfLines)
            return i;
        lines += bytes[i] == '\n' ? 1 : 0;
    }
    return most;
}

void OutputBuffer::addToEnd(QByteArrayView bytes)
{
    m_end += bytes.last(qMin(half, bytes.size()));
    m_dropped += qMax(qsizetype(0), bytes.size() - half);
    // Now and then only, since it moves what is kept.
    if (m_end.size() > 4 * half) {
        m_dropped += m_end.size() - half;
        m_end = m_end.last(half);
    }
}

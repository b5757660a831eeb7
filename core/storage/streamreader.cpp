#include "core/storage/streamreader.h"

#include "core/storage/cborfields.h"
#include "core/storage/framedecoder.h"
#include "core/storage/frameformat.h"

#include <QtEndian>

#include <algorithm>

namespace {

constexpr qsizetype keptBytes = 64 * 1024;

bool startsLikeFrame(QByteArrayView bytes)
{
    const auto size = std::min(bytes.size(), static_cast<qsizetype>(frameMark.size()));
    return std::equal(
        bytes.begin(), bytes.begin() + size, frameMark.begin(),
        [](char found, std::uint8_t mark) { return static_cast<std::uint8_t>(found) == mark; });
}

}  // namespace

void StreamReader::feed(const QByteArray& bytes)
{
    dropRead();
    m_buffer.append(bytes);
}

Result<std::optional<Frame>> StreamReader::next()
{
    while (m_failure.empty()) {
        const auto payload = nextPayload();
        if (!payload)
            return fail(payload.error());
        if (!*payload)
            return std::nullopt;
        auto frame = decodedFrame(**payload);
        if (!frame)
            return fail(frame.error());
        if (!m_hasStarted && !(*frame && std::holds_alternative<StreamStarted>(**frame)))
            return fail({"found another frame; expected a recording to begin with a frame \"" +
                         std::string(frametype::streamStarted) + "\""});
        m_hasStarted = true;
        const qint64 start = m_offset;
        consume(frameHeadSize + (*payload)->size());
        if (*frame) {
            m_frameOffset = start;
            return std::move(*frame);
        }
    }
    return failure(m_failure);
}

qsizetype StreamReader::pending() const noexcept
{
    return m_buffer.size() - m_position;
}

/// The payload of the frame at the read position, borrowed from the buffer; nothing where it is
/// not there as a whole.
Result<std::optional<QByteArray>> StreamReader::nextPayload() const
{
    const QByteArrayView bytes = QByteArrayView(m_buffer).sliced(m_position);
    if (!startsLikeFrame(bytes))
        return failure("found " + describe(bytes) + "; expected " +
                       (m_hasStarted ? "a frame" : "a recording of Coreogram") +
                       ", which begins with bytes d8 18 5a");
    if (bytes.size() < frameHeadSize)
        return std::nullopt;
    const auto size = qFromBigEndian<quint32>(bytes.data() + frameMark.size());
    if (size > maxFramePayload)
        return failure("found a frame of " + std::to_string(size) + " bytes; expected at most " +
                       std::to_string(maxFramePayload));
    if (bytes.size() < frameHeadSize + qsizetype{size})
        return std::nullopt;
    return QByteArray::fromRawData(bytes.data() + frameHeadSize, qsizetype{size});
}

void StreamReader::consume(qsizetype size)
{
    m_position += size;
    m_offset += size;
}

/// Drops what has been read once it is the larger part of the buffer: so each byte is moved at
/// most once on average, however the bytes arrive.
void StreamReader::dropRead()
{
    if (m_position < m_buffer.size() && m_position < std::max(keptBytes, m_buffer.size() / 2))
        return;
    m_buffer = m_position < m_buffer.size() ? m_buffer.sliced(m_position) : QByteArray();
    m_position = 0;
}

tl::unexpected<Error> StreamReader::fail(const Error& error)
{
    m_failure = "at byte " + std::to_string(m_offset) + ": " + error.message;
    return failure(m_failure);
}

#include "core/storage/chunkedoutput.h"

#include "core/storage/deviceio.h"

namespace {

constexpr qsizetype chunkSize = qsizetype{1} << 16;

}  // namespace

void ChunkedOutput::add(QByteArrayView bytes)
{
    m_waiting.append(bytes.data(), bytes.size());
    if (m_waiting.size() < chunkSize)
        return;
    if (m_written)
        m_written = writeAll(m_device, m_waiting);
    m_waiting.resize(0);  // keeps the room
}

Result<void> ChunkedOutput::flush()
{
    if (m_written)
        m_written = writeAll(m_device, m_waiting);
    m_waiting.resize(0);
    return m_written;
}

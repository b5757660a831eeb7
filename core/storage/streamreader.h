#pragma once

#include "core/model/frame.h"
#include "core/model/result.h"

#include <QByteArray>

#include <optional>
#include <string>

/// Takes the bytes of a stream as they arrive and hands out its frames.
class StreamReader {
public:
    void feed(const QByteArray& bytes);

    /// The next whole frame; nothing where more bytes are needed. The error names the byte offset,
    /// what was found and what was expected; after it, no more frames can be read.
    [[nodiscard]] Result<std::optional<Frame>> next();

    /// Bytes since the last whole frame: more than 0 at the end of a file that was cut off.
    [[nodiscard]] qsizetype pending() const noexcept;

    /// Offset in the stream of the first byte after the last whole frame.
    [[nodiscard]] qint64 offset() const noexcept { return m_offset; }

    /// Offset in the stream of the frame that next() handed out last.
    [[nodiscard]] qint64 frameOffset() const noexcept { return m_frameOffset; }

private:
    [[nodiscard]] Result<std::optional<QByteArray>> nextPayload() const;
    void consume(qsizetype size);
    void dropRead();
    tl::unexpected<Error> fail(const Error& error);

    QByteArray m_buffer;
    qsizetype m_position = 0;  ///< in the buffer, of the first byte that has not been read
    qint64 m_offset = 0;
    qint64 m_frameOffset = 0;
    bool m_hasStarted = false;
    std::string m_failure;  ///< empty as long as frames can be read
};

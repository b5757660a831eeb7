#pragma once

#include "core/model/recording.h"
#include "core/model/result.h"

#include <QTemporaryFile>

#include <vector>

/// Keeps the bytes of a stream in a temporary file, from where they are saved byte for byte.
class StreamSpool {
public:
    /// Appends what arrived. After an error, which names the file and the reason, the spool has a
    /// hole: it takes and saves nothing more.
    [[nodiscard]] Result<void> append(const QByteArray& bytes);

    /// Drops everything from `size` on: what could not be read.
    [[nodiscard]] Result<void> cutAt(qint64 size);

    /// Copies everything to `path` with `bookmarks` in it, or leaves what is there. The error says
    /// what went wrong.
    [[nodiscard]] Result<void> save(const QString& path,
                                    const std::vector<Bookmark>& bookmarks = {}) const;

    [[nodiscard]] qint64 size() const { return m_file.size(); }

private:
    Result<void> broken();
    [[nodiscard]] QString place() const;

    QTemporaryFile m_file;
    bool m_isBroken = false;
};

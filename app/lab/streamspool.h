#pragma once

#include "core/model/recording.h"
#include "core/model/result.h"

#include <QFile>

#include <memory>
#include <vector>

/// Keeps the bytes of a stream in a file, from where they are saved byte for byte.
class StreamSpool {
public:
    /// They are kept at `path`, or else, where it is empty or cannot be written, in a temporary
    /// file.
    explicit StreamSpool(QString path = {});

    /// Appends what arrived. After an error, which names the file and the reason, the spool has a
    /// hole: it takes and saves nothing more.
    [[nodiscard]] Result<void> append(const QByteArray& bytes);

    /// Drops everything from `size` on: what could not be read.
    [[nodiscard]] Result<void> cutAt(qint64 size);

    /// Copies everything to `path` with `bookmarks` in it, or leaves what is there. The error says
    /// what went wrong.
    [[nodiscard]] Result<void> save(const QString& path,
                                    const std::vector<Bookmark>& bookmarks = {}) const;

private:
    [[nodiscard]] bool open();
    Result<void> broken();
    [[nodiscard]] QString place() const;

    std::unique_ptr<QFile> m_file;
    bool m_isBroken = false;
};

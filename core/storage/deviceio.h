#pragma once

#include "core/model/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

class QIODevice;
class QSaveFile;

/// Writes all of `bytes`, however little the device takes at a time. The error is the device's own
/// reason. What a device with a buffer has taken may still be in it.
[[nodiscard]] Result<void> writeAll(QIODevice& device, const QByteArray& bytes);

/// Opens a file that takes its place when committed. What is there and is no regular file, such as
/// a pipe or a device, stays. Unbuffered: a full disk is noticed when something is written, not
/// after the file took its place. The error names the file and why.
[[nodiscard]] Result<void> openForSaving(QSaveFile& file);

/// Writes a file with what `write` writes, which takes its place once it is whole: what was there
/// before stays if anything fails, as on a full disk. The error names the file and why.
[[nodiscard]] Result<void> saveFile(QSaveFile& file,
                                    const std::function<Result<void>(QIODevice&)>& write);

/// Writes a file of these bytes in the same way.
[[nodiscard]] Result<void> saveFile(const QString& path, const QByteArray& bytes);

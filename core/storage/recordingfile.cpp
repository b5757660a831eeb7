#include "core/storage/recordingfile.h"

#include "core/storage/markedcopy.h"
#include "core/storage/recordingloader.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace {

constexpr qint64 chunkSize = qint64{1} << 20;

std::string reasonOf(const QFileDevice& file)
{
    return file.errorString().toStdString();
}

/// Only plain files are opened: reading from a pipe could wait for ever.
Result<void> openPlainFile(QFile& file)
{
    const QFileInfo info(file.fileName());
    if (info.isDir())
        return failure("this is a folder; expected a file");
    if (info.exists() && !info.isFile())
        return failure("this is not a plain file");
    if (!file.open(QIODevice::ReadOnly))
        return failure(reasonOf(file));
    return {};
}

Result<OpenedRecording> readFrom(QFile& file, const std::stop_token& stop)
{
    if (auto ok = openPlainFile(file); !ok)
        return tl::unexpected(ok.error());
    RecordingLoader loader;
    for (QByteArray chunk = file.read(chunkSize); !chunk.isEmpty(); chunk = file.read(chunkSize)) {
        if (!loader.take(chunk))
            break;
        if (stop.stop_requested())
            return loader.finish("stopped");
    }
    return loader.finish(file.error() == QFileDevice::NoError ? std::string() : reasonOf(file));
}

Result<void> copy(QFile& from, QSaveFile& to, const std::vector<Bookmark>& bookmarks)
{
    if (auto ok = copyMarked(from, to, bookmarks); !ok)
        return ok;
    if (from.error() != QFileDevice::NoError)
        return failure(from.fileName().toStdString() + ": " + reasonOf(from));
    return {};
}

/// The file takes its place only when all of it is on the disk.
Result<void> copyWhole(const QString& fromPath, const QString& toPath,
                       const std::vector<Bookmark>& bookmarks)
{
    QFile from(fromPath);
    if (auto ok = openPlainFile(from); !ok)
        return failure(fromPath.toStdString() + ": " + ok.error().message);
    QSaveFile to(toPath);
    // Without a buffer: QSaveFile does not notice when the disk has no room for the rest of one.
    if (!to.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return failure(reasonOf(to));
    if (auto ok = copy(from, to, bookmarks); !ok)
        return ok;
    if (!to.commit())
        return failure(reasonOf(to));
    return {};
}

}  // namespace

Result<OpenedRecording> readRecording(const QString& path, const std::stop_token& stop)
{
    QFile file(path);
    auto opened = readFrom(file, stop);
    if (!opened)
        return failure(path.toStdString() + ": " + opened.error().message);
    if (!opened->warning.empty())
        opened->warning = path.toStdString() + ": " + opened->warning;
    return opened;
}

Result<void> saveRecording(const QString& streamPath, const QString& path,
                           const std::vector<Bookmark>& bookmarks)
{
    auto saved = copyWhole(streamPath, path, bookmarks);
    if (!saved)
        return failure("The recording could not be saved to " + path.toStdString() + ": " +
                       saved.error().message);
    return saved;
}

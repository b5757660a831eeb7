#include "app/lab/streamspool.h"

#include "core/storage/recordingfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryFile>

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("StreamSpool", text);
}

}  // namespace

StreamSpool::StreamSpool(QString path) : m_file(std::make_unique<QFile>(std::move(path))) {}

/// For reading as well, so that it is whole for who copies it.
bool StreamSpool::open()
{
    if (!m_file->fileName().isEmpty() && m_file->open(QIODevice::ReadWrite | QIODevice::NewOnly))
        return true;
    auto temporary =
        std::make_unique<QTemporaryFile>(QDir::temp().filePath(QStringLiteral("coreogram-XXXXXX")));
    const bool isOpen = temporary->open();
    m_file = std::move(temporary);
    return isOpen;
}

Result<void> StreamSpool::append(const QByteArray& bytes)
{
    if (m_isBroken)
        return {};  // told once
    if (!m_file->isOpen() && !open())
        return broken();
    // Unbuffered, so that the file is whole whenever it is copied.
    if (m_file->write(bytes) != bytes.size() || !m_file->flush())
        return broken();
    return {};
}

Result<void> StreamSpool::cutAt(qint64 size)
{
    if (m_isBroken || !m_file->isOpen())
        return {};
    if (!m_file->resize(size) || !m_file->seek(size))
        return broken();
    return {};
}

Result<void> StreamSpool::save(const QString& path, const std::vector<Bookmark>& bookmarks) const
{
    if (m_isBroken)
        return failure(tr("The recording cannot be saved: there was no room for all of it in %1.")
                           .arg(place())
                           .toStdString());
    if (!m_file->isOpen())
        return failure(tr("There is nothing to save yet.").toStdString());
    return saveRecording(m_file->fileName(), path, bookmarks);
}

QString StreamSpool::place() const
{
    return m_file->fileName().isEmpty() ? QDir::tempPath() : m_file->fileName();
}

Result<void> StreamSpool::broken()
{
    m_isBroken = true;
    return failure(tr("What is recorded cannot be kept for saving: %1: %2. The run goes on.")
                       .arg(place(), m_file->errorString())
                       .toStdString());
}

#include "core/storage/deviceio.h"

#include <QFileInfo>
#include <QIODevice>
#include <QSaveFile>

Result<void> writeAll(QIODevice& device, const QByteArray& bytes)
{
    for (qsizetype written = 0; written < bytes.size();) {
        const qint64 count = device.write(bytes.constData() + written, bytes.size() - written);
        if (count <= 0)
            return failure(device.errorString().toStdString());
        written += count;
    }
    return {};
}

Result<void> openForSaving(QSaveFile& file)
{
    const std::string name = file.fileName().toStdString();
    const QFileInfo old(file.fileName());
    if (old.isDir())
        return failure("could not write " + name + ": it is a directory");
    if (old.exists() && !old.isFile())
        return failure("could not write " + name +
                       ": it is no regular file, and would be replaced by one");
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return failure("could not write " + name + ": " + file.errorString().toStdString());
    return {};
}

Result<void> saveFile(QSaveFile& file, const std::function<Result<void>(QIODevice&)>& write)
{
    if (auto opened = openForSaving(file); !opened)
        return opened;
    const auto written = write(file);
    if (written && file.commit())
        return {};
    return failure("could not write " + file.fileName().toStdString() + ": " +
                   (written ? file.errorString().toStdString() : written.error().message));
}

Result<void> saveFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    return saveFile(file, [&](QIODevice& device) { return writeAll(device, bytes); });
}

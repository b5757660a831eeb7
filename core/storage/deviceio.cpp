#include "core/storage/deviceio.h"

#include <QIODevice>

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

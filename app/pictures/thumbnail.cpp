#include "app/pictures/thumbnail.h"

#include <QBuffer>
#include <QImageReader>

namespace {

/// Far more than the runner's have. What a stream claims to be larger is not even decoded.
constexpr QSize largest(512, 512);

}  // namespace

QImage thumbnailImage(std::span<const std::byte> jpeg, QSize room)
{
    QByteArray bytes = QByteArray::fromRawData(reinterpret_cast<const char*>(jpeg.data()),
                                               static_cast<qsizetype>(jpeg.size()));
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer, "jpeg");
    reader.setAutoDetectImageFormat(false);  // nor any other reader: no other is expected
    const QSize size = reader.size();
    if (size.isEmpty() || size.boundedTo(largest) != size)
        return {};
    if (size.boundedTo(room) != size)
        reader.setScaledSize(size.scaled(room, Qt::KeepAspectRatio).expandedTo({1, 1}));
    return reader.read();
}

#include "core/picture/picture.h"

#include "core/picture/format.h"
#include "core/picture/jpeg.h"
#include "core/picture/png.h"

Result<Picture> decodedPicture(std::span<const std::byte> bytes)
{
    switch (formatOf(bytes)) {
    case PictureFormat::Jpeg:
        return decodedJpeg(bytes, 0);
    case PictureFormat::Png:
        return decodedPng(bytes);
    case PictureFormat::Other:
        break;
    }
    return failure("this is no picture: " + beginningOf(bytes) + "; expected a JPEG or a PNG");
}

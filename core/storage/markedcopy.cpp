#include "core/storage/markedcopy.h"

#include "core/storage/deviceio.h"
#include "core/storage/framedecoder.h"
#include "core/storage/frameencoder.h"
#include "core/storage/frameformat.h"

#include <QIODevice>
#include <QtEndian>

#include <algorithm>

namespace {

constexpr qint64 chunkSize = qint64{1} << 20;

bool isFrameHead(const QByteArray& head)
{
    return head.size() == frameHeadSize &&
           std::ranges::equal(head.first(qsizetype{frameMark.size()}), frameMark,
                              [](char found, std::uint8_t mark) {
                                  return static_cast<std::uint8_t>(found) == mark;
                              });
}

/// The whole frame at the device's position, which stays; empty where none is there.
QByteArray nextFrame(QIODevice& device)
{
    const QByteArray head = device.peek(frameHeadSize);
    if (!isFrameHead(head))
        return {};
    const auto size = qsizetype{qFromBigEndian<quint32>(head.data() + frameMark.size())};
    if (size > maxFramePayload)
        return {};
    const QByteArray frame = device.peek(frameHeadSize + size);
    return frame.size() == frameHeadSize + size ? frame : QByteArray();
}

template <typename Type>
bool isOfType(const QByteArray& frame)
{
    if (frame.isEmpty())
        return false;
    const auto decoded = decodedFrame(frame.sliced(frameHeadSize));
    return decoded && *decoded && std::holds_alternative<Type>(**decoded);
}

Result<void> copyRest(QIODevice& from, QIODevice& to)
{
    for (QByteArray chunk = from.read(chunkSize); !chunk.isEmpty(); chunk = from.read(chunkSize)) {
        if (auto ok = writeAll(to, chunk); !ok)
            return ok;
    }
    return {};
}

void dropBookmarks(QIODevice& from)
{
    for (QByteArray frame = nextFrame(from); isOfType<BookmarksSet>(frame); frame = nextFrame(from))
        from.skip(frame.size());
}

}  // namespace

Result<void> copyMarked(QIODevice& from, QIODevice& to, const std::vector<Bookmark>& bookmarks)
{
    const QByteArray first = nextFrame(from);
    const bool isRecording = isOfType<StreamStarted>(first);
    if (!isRecording && !bookmarks.empty())
        return failure("there is no recording to put the bookmarks in");
    if (isRecording) {
        from.skip(first.size());
        dropBookmarks(from);
        const QByteArray marks =
            bookmarks.empty() ? QByteArray() : encodedFrame(BookmarksSet{bookmarks});
        if (auto ok = writeAll(to, first + marks); !ok)
            return ok;
    }
    return copyRest(from, to);
}

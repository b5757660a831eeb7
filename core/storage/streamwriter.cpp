#include "core/storage/streamwriter.h"

#include "core/storage/deviceio.h"
#include "core/storage/frameencoder.h"
#include "core/storage/frameformat.h"

#include <algorithm>
#include <span>

namespace {

/// For each part of the events, the earliest time of any event behind it; `last` for the last part.
std::vector<Nanoseconds> earliestBehind(std::span<const Event> events, Nanoseconds last)
{
    const std::size_t parts = (events.size() + maxEventsInFrame - 1) / maxEventsInFrame;
    std::vector<Nanoseconds> earliest(parts, last);
    for (std::size_t part = parts; part-- > 1;) {
        const auto begin = part * maxEventsInFrame;
        const auto size = std::min(maxEventsInFrame, events.size() - begin);
        const auto first = std::ranges::min(events.subspan(begin, size), {}, &Event::time);
        earliest[part - 1] = std::min(earliest[part], first.time);
    }
    return earliest;
}

}  // namespace

Result<void> StreamWriter::write(const Frame& frame)
{
    const auto* batch = std::get_if<EventBatch>(&frame);
    if (batch && batch->events.size() > maxEventsInFrame)
        return writeParts(*batch);
    return writeWhole(frame);
}

/// What a part says is known must hold although the events behind it are still to come.
Result<void> StreamWriter::writeParts(const EventBatch& batch)
{
    const std::span<const Event> events = batch.events;
    const auto knownUntil = earliestBehind(events, batch.knownUntil);
    for (std::size_t part = 0; part < knownUntil.size(); ++part) {
        const auto begin = part * maxEventsInFrame;
        const auto piece = events.subspan(begin, std::min(maxEventsInFrame, events.size() - begin));
        const EventBatch whole{batch.run, knownUntil[part],
                               std::vector<Event>(piece.begin(), piece.end())};
        if (auto ok = writeWhole(whole); !ok)
            return ok;
    }
    return {};
}

Result<void> StreamWriter::writeWhole(const Frame& frame)
{
    const QByteArray bytes = encodedFrame(frame);
    if (auto ok = writeAll(m_device, bytes); !ok)
        return failure("a frame of " + std::to_string(bytes.size()) +
                       " bytes could not be written: " + ok.error().message);
    return {};
}

#include "tests/fuzz/mutator.h"

#include <algorithm>
#include <array>
#include <limits>

void Mutator::changeFrames(std::vector<Frame>& frames)
{
    for (std::size_t i = upTo(4); i-- > 0 && !frames.empty();)
        changeFrame(frames);
}

void Mutator::changeFrame(std::vector<Frame>& frames)
{
    const auto at = frames.begin() + static_cast<std::ptrdiff_t>(upTo(frames.size() - 1));
    auto* const batch = std::get_if<EventBatch>(&*at);
    switch (upTo(6)) {
    case 0:
        frames.erase(at);
        break;
    case 1: {
        const Frame copy = *at;
        frames.insert(at, copy);
        break;
    }
    case 2:
        std::iter_swap(at, frames.begin() + static_cast<std::ptrdiff_t>(upTo(frames.size() - 1)));
        break;
    default:
        if (batch && !batch->events.empty())
            changeEvent(batch->events[upTo(batch->events.size() - 1)]);
        else if (batch)
            batch->knownUntil += Nanoseconds(upTo(1'000'000));
        break;
    }
}

void Mutator::changeEvent(Event& event)
{
    switch (upTo(7)) {
    case 0:
        event.time = Nanoseconds(oddNumber());
        break;
    case 1:
        event.time += Nanoseconds(static_cast<std::int64_t>(upTo(10'000'000)) - 5'000'000);
        break;
    case 2:
        event.value = oddNumber();
        break;
    case 3:
        event.task = static_cast<TaskId>(upTo(3));
        break;
    case 4:
        event.worker = static_cast<WorkerId>(upTo(3));
        break;
    case 5:
        event.detail = static_cast<std::uint8_t>(upTo(9));
        break;
    case 6:
        event.core = static_cast<std::int16_t>(oddNumber());
        break;
    default:
        event.kind = static_cast<EventKind>(upTo(eventKindCount + 1));
        break;
    }
}

std::int64_t Mutator::oddNumber()
{
    using Limits = std::numeric_limits<std::int64_t>;
    constexpr std::array numbers{Limits::min(),     Limits::max(),        std::int64_t{-1},
                                 std::int64_t{0},   std::int64_t{1},      Limits::max() - 1,
                                 Limits::max() / 2, std::int64_t{1} << 32};
    return numbers[upTo(numbers.size() - 1)];
}

void Mutator::changeBytes(QByteArray& bytes)
{
    for (std::size_t i = upTo(5); i-- > 0 && !bytes.isEmpty();)
        changeByte(bytes);
}

void Mutator::changeByte(QByteArray& bytes)
{
    const auto at = static_cast<qsizetype>(upTo(static_cast<std::size_t>(bytes.size() - 1)));
    const auto size = static_cast<qsizetype>(upTo(40));
    switch (upTo(4)) {
    case 0:
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << upTo(7)));
        break;
    case 1:
        bytes[at] = static_cast<char>(upTo(255));
        break;
    case 2:
        bytes.remove(at, size);
        break;
    case 3:
        bytes.insert(at, bytes.mid(at, size));
        break;
    default:
        bytes.truncate(at);
        break;
    }
}

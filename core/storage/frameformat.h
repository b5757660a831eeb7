#pragma once

#include "core/model/recording.h"

#include <QtGlobal>

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

// What writer and reader of the stream agree on; FORMAT.md tells the whole of it.

inline constexpr char streamFormat[] = "coreogram-stream/3";

/// Are read as well.
inline constexpr std::array streamFormatsBefore{"coreogram-stream/1", "coreogram-stream/2"};

/// Every frame starts with these bytes: CBOR's tag "encoded CBOR data item" and the head of a byte
/// string whose length follows in four bytes. So a reader knows the length before it parses.
inline constexpr std::array<std::uint8_t, 3> frameMark{0xd8, 0x18, 0x5a};
inline constexpr qsizetype frameHeadSize = 7;

inline constexpr qsizetype maxFramePayload = qsizetype{1} << 20;
inline constexpr qsizetype maxTextLength = 10'000;  ///< in UTF-16 units
inline constexpr qsizetype eventSize = 32;
inline constexpr std::size_t maxEventsInFrame = 32'000;  ///< fit in a frame with room to spare

/// Lengths of time in a stream reach from 0 to this; sums of a few of them never overflow.
inline constexpr std::int64_t maxDuration = std::numeric_limits<std::int64_t>::max() / 8;

namespace frametype {
inline constexpr char streamStarted[] = "stream-started";
inline constexpr char bookmarks[] = "bookmarks";
inline constexpr char runStarted[] = "run-started";
inline constexpr char workerNamed[] = "worker-named";
inline constexpr char events[] = "events";
inline constexpr char taskFailed[] = "task-failed";
inline constexpr char pictureLanded[] = "picture-landed";
inline constexpr char runEnded[] = "run-ended";
inline constexpr char streamEnded[] = "stream-ended";
}  // namespace frametype

/// As in the stream: `not-yet`, `done`, `failed`, `interrupted`.
[[nodiscard]] std::string_view nameOf(RunEnd end) noexcept;
[[nodiscard]] std::optional<RunEnd> runEndNamed(std::string_view name) noexcept;

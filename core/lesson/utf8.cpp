#include "core/lesson/utf8.h"

#include <cstdint>

namespace lesson {

namespace {

/// How many bytes the character at the start of `bytes` has; 0 where there is none (RFC 3629).
std::size_t characterLength(std::string_view bytes) noexcept
{
    const auto byte = [&](std::size_t i) {
        return i < bytes.size() ? static_cast<std::uint8_t>(bytes[i]) : std::uint8_t{0};
    };
    const auto goesOn = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
    const std::uint8_t first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first < 0xE0)
        return goesOn(1) ? 2 : 0;
    if (first >= 0xE0 && first < 0xF0) {
        const bool isAllowed =
            (first != 0xE0 || byte(1) >= 0xA0) && (first != 0xED || byte(1) < 0xA0);
        return isAllowed && goesOn(1) && goesOn(2) ? 3 : 0;
    }
    if (first >= 0xF0 && first < 0xF5) {
        const bool isAllowed =
            (first != 0xF0 || byte(1) >= 0x90) && (first != 0xF4 || byte(1) < 0x90);
        return isAllowed && goesOn(1) && goesOn(2) && goesOn(3) ? 4 : 0;
    }
    return 0;
}

}  // namespace

bool isUtf8(std::string_view bytes, Place& firstWrong) noexcept
{
    Place place;
    while (!bytes.empty()) {
        const std::size_t length = characterLength(bytes);
        if (length == 0 || bytes.front() == '\0') {
            firstWrong = place;
            return false;
        }
        place = bytes.front() == '\n' ? Place{place.line + 1, 1}
                                      : Place{place.line, place.column + static_cast<int>(length)};
        bytes.remove_prefix(length);
    }
    return true;
}

}  // namespace lesson

#include "core/picture/format.h"

#include "core/picture/picture.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace {

std::string_view textOf(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

bool isReadable(char character)
{
    return character >= ' ' && character <= '~';
}

std::string hexadecimal(std::string_view text)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string result;
    for (const char character : text) {
        const auto value = static_cast<unsigned char>(character);
        result += result.empty() ? "" : " ";
        result += digits[value / 16U];
        result += digits[value % 16U];
    }
    return result;
}

}  // namespace

PictureFormat formatOf(std::span<const std::byte> bytes) noexcept
{
    const std::string_view text = textOf(bytes);
    if (text.starts_with("\xff\xd8\xff"))
        return PictureFormat::Jpeg;
    if (text.starts_with("\x89PNG\r\n\x1a\n"))
        return PictureFormat::Png;
    return PictureFormat::Other;
}

std::string beginningOf(std::span<const std::byte> bytes)
{
    if (bytes.empty())
        return "it is empty";
    const std::string_view text = textOf(bytes);
    const std::string_view line = text.substr(0, std::min(text.find_first_of("\r\n"), text.size()));
    const std::string_view words = line.substr(0, 32);
    if (!words.empty() && std::ranges::all_of(words, isReadable))
        return "it begins with “" + std::string(words) + "”";
    return "it begins with the bytes " + hexadecimal(text.substr(0, 8));
}

Result<void> checkSize(std::int64_t width, std::int64_t height)
{
    if (width < 1 || height < 1 || width > limits::maxPixels / height)
        return failure("the picture has " + std::to_string(width) + " × " + std::to_string(height) +
                       " pixels; expected 1 to " + std::to_string(limits::maxPixels) + " in all");
    return {};
}

#include "core/fetch/urllist.h"

#include "core/fetch/address.h"
#include "core/model/plan.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>

namespace {

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
constexpr std::string_view blanks = " \t\r";

std::string_view trimmed(std::string_view line)
{
    const auto first = line.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return line.substr(first, line.find_last_not_of(blanks) - first + 1);
}

/// The next line of `rest`, without its end; `rest` then begins after it.
std::string_view takeLine(std::string_view& rest)
{
    const auto end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return line;
}

Result<std::string> addressIn(std::string_view line, const std::string& place)
{
    if (line.size() > limits::maxUrlLength)
        return failure(place + ": the line has " + std::to_string(line.size()) +
                       " characters; expected " + std::to_string(limits::maxUrlLength) +
                       " at most");
    std::string address(line);
    if (line.find('\0') != std::string_view::npos || !isFetchable(address))
        return failure(place + ": “" + shortened(line) +
                       "” is no address; expected http:// or https://…");
    return address;
}

Result<void> checkFile(const std::string& path)
{
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status))
        return failure(
            path + ": " +
            (std::filesystem::status_known(status) ? "there is no such file" : error.message()) +
            "; expected a list of addresses");
    if (!std::filesystem::is_regular_file(status))
        return failure(path + " is " +
                       (std::filesystem::is_directory(status) ? "a folder" : "no regular file") +
                       "; expected a file with a list of addresses");
    return {};
}

/// One byte more than is allowed at most, which then tells that it is too much.
Result<std::string> bytesOf(const std::string& path)
{
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    std::string bytes;
    std::string piece(std::size_t{64} * 1024, '\0');
    while (file && bytes.size() <= limits::maxUrlListBytes) {
        file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        bytes.append(piece, 0, static_cast<std::size_t>(file.gcount()));
    }
    if (!file.is_open() || file.bad())
        return failure(path + " could not be read: " + std::strerror(errno != 0 ? errno : EIO));
    return bytes;
}

}  // namespace

Result<std::vector<std::string>> parseUrlList(std::string_view text, const std::string& name)
{
    if (text.size() > limits::maxUrlListBytes)
        return failure(name + " is too large; expected " + std::to_string(limits::maxUrlListBytes) +
                       " bytes at most");
    if (text.starts_with(byteOrderMark))
        text.remove_prefix(byteOrderMark.size());
    std::vector<std::string> addresses;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::string_view line = trimmed(takeLine(text));
        if (line.empty() || line.front() == '#')
            continue;
        const std::string place = name + ":" + std::to_string(number);
        if (addresses.size() == limits::maxTasks)
            return failure(place + ": expected " + std::to_string(limits::maxTasks) +
                           " addresses at most");
        auto address = addressIn(line, place);
        if (!address)
            return tl::unexpected(address.error());
        addresses.push_back(std::move(*address));
    }
    if (addresses.empty())
        return failure(name + " has no address in it; expected one a line, http:// or https://…");
    return addresses;
}

Result<std::vector<std::string>> readUrlList(const std::string& path)
{
    if (auto ok = checkFile(path); !ok)
        return tl::unexpected(ok.error());
    const auto bytes = bytesOf(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    return parseUrlList(*bytes, path);
}

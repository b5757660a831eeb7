#pragma once

#include <string>
#include <string_view>

/// Whether `text` is an address that can be fetched: http or https, with a host.
[[nodiscard]] bool isFetchable(const std::string& text);

/// "example.org:443"; empty if `url` is no address.
[[nodiscard]] std::string hostAndPort(const std::string& url);

/// `text` for a message: the beginning of what is too long for one. Cuts no character of UTF-8.
[[nodiscard]] std::string shortened(std::string_view text);

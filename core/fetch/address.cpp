#include "core/fetch/address.h"

#include <curl/curl.h>

#include <memory>
#include <new>

namespace {

struct Closer {
    void operator()(CURLU* url) const noexcept { curl_url_cleanup(url); }
};
using Address = std::unique_ptr<CURLU, Closer>;

/// Empty if `text` is no address.
Address parsed(const std::string& text)
{
    Address address(curl_url());
    if (!address)
        throw std::bad_alloc();
    if (curl_url_set(address.get(), CURLUPART_URL, text.c_str(), CURLU_NON_SUPPORT_SCHEME) !=
        CURLUE_OK)
        address.reset();
    return address;
}

std::string part(const Address& address, CURLUPart which)
{
    char* text = nullptr;
    if (curl_url_get(address.get(), which, &text, CURLU_DEFAULT_PORT) != CURLUE_OK)
        return {};
    const std::unique_ptr<char, void (*)(void*)> owner(text, curl_free);
    return text;
}

}  // namespace

bool isFetchable(const std::string& text)
{
    const Address address = parsed(text);
    if (!address || part(address, CURLUPART_HOST).empty())
        return false;
    const std::string scheme = part(address, CURLUPART_SCHEME);
    return scheme == "http" || scheme == "https";
}

std::string hostAndPort(const std::string& url)
{
    const Address address = parsed(url);
    if (!address)
        return {};
    return part(address, CURLUPART_HOST) + ":" + part(address, CURLUPART_PORT);
}

std::string shortened(std::string_view text)
{
    constexpr std::size_t most = 120;
    if (text.size() <= most)
        return std::string(text);
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U)
        --end;
    return std::string(text.substr(0, end)) + "…";
}

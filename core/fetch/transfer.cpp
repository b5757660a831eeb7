#include "core/fetch/transfer.h"

#include "core/fetch/fetcherror.h"

#include <algorithm>
#include <cstdlib>
#include <new>
#include <utility>

namespace {

constexpr const char* protocols = "http,https";

/// What is on this machine is fetched without a proxy, whatever the environment says of others.
std::string hostsWithoutProxy()
{
    const char* const lower = std::getenv("no_proxy");
    const char* const asked = lower ? lower : std::getenv("NO_PROXY");
    const std::string others = asked ? asked : "";
    if (others == "*")
        return others;
    return "localhost,127.0.0.1,127.0.0.0/8,::1" + (others.empty() ? "" : "," + others);
}

}  // namespace

Transfer::Transfer() : m_handle(curl_easy_init())
{
    if (!m_handle)
        throw std::bad_alloc();
}

void Transfer::prepare(std::uint64_t id, const FetchOrder& order)
{
    m_id = id;
    m_order = order;
    m_body = {};
    m_reason.front() = '\0';

    CURL* const curl = handle();
    curl_easy_reset(curl);
    curl_easy_setopt(curl, CURLOPT_URL, m_order.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PRIVATE, this);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, m_reason.data());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION,
                     static_cast<std::size_t (*)(char*, std::size_t, std::size_t, void*)>(&append));
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "Coreogram/" COREOGRAM_VERSION);
    curl_easy_setopt(curl, CURLOPT_FAILONERROR, 1L);
    curl_easy_setopt(curl, CURLOPT_NOPROXY, hostsWithoutProxy().c_str());
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    // Otherwise a cancelled transfer waits for the look-up of its name.
    curl_easy_setopt(curl, CURLOPT_QUICK_EXIT, 1L);
    setLimits();
}

void Transfer::setLimits()
{
    CURL* const curl = handle();
    const auto timeout = std::chrono::ceil<std::chrono::milliseconds>(m_order.timeout).count();
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS,
                     static_cast<long>(std::max<decltype(timeout)>(timeout, 1)));
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, protocols);
    curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, protocols);
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(curl, CURLOPT_MAXREDIRS, mostRedirects);
}

Fetched Transfer::end(CURLcode code)
{
    long status = 0;
    curl_easy_getinfo(handle(), CURLINFO_RESPONSE_CODE, &status);
    if (code == CURLE_OK && status >= 200 && status < 300)
        return {m_id, std::move(m_body)};
    return {m_id,
            failure(describe({m_order, code, status, m_reason.data(), m_body.size(), handle()}))};
}

std::size_t Transfer::append(char* data, std::size_t one, std::size_t size, void* transfer)
{
    return static_cast<Transfer*>(transfer)->append(data, one * size);
}

bool Transfer::isAnnouncedTooLarge() const
{
    curl_off_t length = -1;
    curl_easy_getinfo(handle(), CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
    return std::cmp_greater(length, m_order.mostBytes);
}

/// Taking fewer bytes than were given ends the transfer. An exception must not pass through the
/// library, which is written in C.
std::size_t Transfer::append(const char* data, std::size_t size)
try {
    if (size > m_order.mostBytes - m_body.size() || isAnnouncedTooLarge())
        return 0;
    const auto* const bytes = reinterpret_cast<const std::byte*>(data);
    m_body.insert(m_body.end(), bytes, bytes + size);
    return size;
} catch (const std::bad_alloc&) {
    return 0;
}

#include "core/fetch/fetcherror.h"

#include "core/fetch/address.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace {

using Milliseconds = std::chrono::milliseconds;

std::string number(std::size_t value)
{
    return std::to_string(value);
}

/// "10 s", "250 ms"
std::string lengthText(Nanoseconds length)
{
    const auto milliseconds = std::chrono::ceil<Milliseconds>(length).count();
    if (milliseconds % 1000 == 0)
        return std::to_string(milliseconds / 1000) + " s";
    return std::to_string(milliseconds) + " ms";
}

/// Names of the statuses that pictures on the web most often fail with (RFC 9110).
std::string statusText(long status)
{
    constexpr std::array names{std::pair{400L, "Bad Request"},
                               std::pair{401L, "Unauthorized"},
                               std::pair{403L, "Forbidden"},
                               std::pair{404L, "Not Found"},
                               std::pair{410L, "Gone"},
                               std::pair{429L, "Too Many Requests"},
                               std::pair{500L, "Internal Server Error"},
                               std::pair{502L, "Bad Gateway"},
                               std::pair{503L, "Service Unavailable"},
                               std::pair{504L, "Gateway Timeout"}};
    for (const auto& [known, name] : names) {
        if (known == status)
            return std::to_string(status) + " (" + name + ")";
    }
    return std::to_string(status);
}

std::string effectiveUrl(const FailedTransfer& failed)
{
    const char* url = nullptr;
    curl_easy_getinfo(failed.handle, CURLINFO_EFFECTIVE_URL, &url);
    return url ? url : failed.order.url;
}

/// The address, and where it had led to.
std::string place(const FailedTransfer& failed)
{
    long redirects = 0;
    curl_easy_getinfo(failed.handle, CURLINFO_REDIRECT_COUNT, &redirects);
    const std::string asked = shortened(failed.order.url);
    return redirects > 0 ? asked + ", redirected to " + shortened(effectiveUrl(failed)) : asked;
}

std::string ownWords(const FailedTransfer& failed)
{
    return failed.reason.empty() ? curl_easy_strerror(failed.code) : std::string(failed.reason);
}

std::string notConnected(const FailedTransfer& failed)
{
    long error = 0;
    curl_easy_getinfo(failed.handle, CURLINFO_OS_ERRNO, &error);
    const std::string host = hostAndPort(effectiveUrl(failed));
    if (error == ECONNREFUSED)
        return "the connection was refused; expected a server that listens at " + host;
    const std::string why = error != 0 ? std::strerror(static_cast<int>(error)) : ownWords(failed);
    return "the host cannot be reached (" + why + "); expected a server at " + host;
}

/// What the server said that the body would have; -1 where it did not say.
curl_off_t announced(const FailedTransfer& failed)
{
    curl_off_t length = -1;
    curl_easy_getinfo(failed.handle, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
    return length;
}

std::string expectedBytes(const FailedTransfer& failed)
{
    const curl_off_t length = announced(failed);
    return length < 0 ? "its end" : std::to_string(length) + " bytes";
}

std::string timedOut(const FailedTransfer& failed)
{
    const std::string limit = lengthText(failed.order.timeout);
    if (failed.received > 0)
        return "only " + number(failed.received) + " bytes came within " + limit + "; expected " +
               expectedBytes(failed);
    curl_off_t connected = 0;
    curl_easy_getinfo(failed.handle, CURLINFO_CONNECT_TIME_T, &connected);
    return connected == 0
               ? "no connection within " + limit + "; expected a server that can be reached"
               : "no answer within " + limit + "; expected one by then";
}

std::string brokenOff(const FailedTransfer& failed)
{
    if (failed.status == 0)
        return "the connection ended without an answer (" + ownWords(failed) + "); expected one";
    return "the body was cut short after " + number(failed.received) + " bytes; expected " +
           expectedBytes(failed);
}

std::string notTaken(const FailedTransfer& failed)
{
    const curl_off_t length = announced(failed);
    const std::size_t most = failed.order.mostBytes;
    if (length >= 0 && std::cmp_less_equal(length, most))
        return "out of memory after " + number(failed.received) + " bytes; expected room for " +
               expectedBytes(failed);
    return "the body " + (length < 0 ? std::string() : "of " + std::to_string(length) + " bytes ") +
           "is too large; expected " + number(most) + " bytes at most";
}

std::string badStatus(const FailedTransfer& failed)
{
    return "the server answered " + statusText(failed.status) + "; expected 200 (OK)";
}

std::string otherProtocol(const FailedTransfer& failed)
{
    if (failed.reason.find("HTTP/0.9") != std::string_view::npos)
        return "what answered there does not speak HTTP; expected a web server";
    return ownWords(failed) + "; expected http:// or https://";
}

std::string whatHappened(const FailedTransfer& failed)
{
    switch (failed.code) {
    case CURLE_OK:
    case CURLE_HTTP_RETURNED_ERROR:
        return badStatus(failed);
    case CURLE_URL_MALFORMAT:
        return "this is no address; expected http:// or https://…";
    case CURLE_UNSUPPORTED_PROTOCOL:
        return otherProtocol(failed);
    case CURLE_COULDNT_RESOLVE_HOST:
        return "the name of the host was not found; expected one that can be looked up";
    case CURLE_COULDNT_CONNECT:
        return notConnected(failed);
    case CURLE_OPERATION_TIMEDOUT:
        return timedOut(failed);
    case CURLE_TOO_MANY_REDIRECTS:
        return "redirected more than " + std::to_string(mostRedirects) +
               " times; expected an end of it";
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
        return brokenOff(failed);
    case CURLE_WRITE_ERROR:
        return notTaken(failed);
    case CURLE_PEER_FAILED_VERIFICATION:
        return "the certificate fails (" + ownWords(failed) +
               "); expected one that this system trusts";
    default:
        return ownWords(failed) + "; expected an answer";
    }
}

}  // namespace

std::string describe(const FailedTransfer& failed)
{
    return place(failed) + ": " + whatHappened(failed);
}

#pragma once

#include "core/fetch/transfers.h"

#include <curl/curl.h>

#include <array>

/// One request at a time on one handle of libcurl, which the next request uses again. The library
/// holds its address, so it stays where it is.
class Transfer {
public:
    Transfer();
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;

    /// Makes the handle ready for a request.
    void prepare(std::uint64_t id, const FetchOrder& order);

    /// The body, or what `code` means.
    [[nodiscard]] Fetched end(CURLcode code);

    /// Lets go of what a transfer that was broken off had brought.
    void clear() { m_body = {}; }

    [[nodiscard]] CURL* handle() const noexcept { return m_handle.get(); }
    [[nodiscard]] std::uint64_t id() const noexcept { return m_id; }

private:
    struct Closer {
        void operator()(CURL* handle) const noexcept { curl_easy_cleanup(handle); }
    };
    static std::size_t append(char* data, std::size_t one, std::size_t size, void* transfer);

    [[nodiscard]] std::size_t append(const char* data, std::size_t size);
    [[nodiscard]] bool isAnnouncedTooLarge() const;
    void setLimits();

    std::uint64_t m_id = 0;
    FetchOrder m_order;
    std::vector<std::byte> m_body;
    std::array<char, CURL_ERROR_SIZE> m_reason{};
    std::unique_ptr<CURL, Closer> m_handle;
};

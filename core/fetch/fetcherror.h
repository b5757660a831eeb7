#pragma once

#include "core/fetch/transfers.h"

#include <curl/curl.h>

#include <string_view>

inline constexpr long mostRedirects = 10;

/// A transfer that did not bring what it should.
struct FailedTransfer {
    const FetchOrder& order;
    CURLcode code;
    long status;              ///< of HTTP; 0 if there was no answer
    std::string_view reason;  ///< the library's own words; may be empty
    std::size_t received;     ///< bytes of the body
    CURL* handle;
};

/// For people: the address, what happened, and what was expected.
[[nodiscard]] std::string describe(const FailedTransfer& failed);

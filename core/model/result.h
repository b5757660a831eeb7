#pragma once

#include <tl/expected.hpp>

#include <string>
#include <utility>

/// Why something failed, in one sentence for the user: what, where, and what was expected.
struct Error {
    std::string message;
    bool operator==(const Error&) const = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> failure(std::string message)
{
    return tl::unexpected<Error>(Error{std::move(message)});
}

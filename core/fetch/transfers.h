#pragma once

#include "core/model/result.h"
#include "core/model/time.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

/// What to fetch, and what it may take.
struct FetchOrder {
    std::string url;                                        ///< http:// or https://
    Nanoseconds timeout = std::chrono::seconds(10);         ///< for all of it, from 1 ms on
    std::size_t mostBytes = std::size_t{64} * 1024 * 1024;  ///< of the body
};

/// A transfer that has ended: the body, or why there is none. The error names the address, what
/// happened and what was expected.
struct Fetched {
    std::uint64_t id = 0;
    Result<std::vector<std::byte>> body;
};

class Transfer;

/// The HTTP transfers of one thread: one after another, or many at once for an event loop. All
/// the work is done by the thread that calls, inside of advance(); only looking a name up may take
/// a thread of the library's. Follows redirects, and uses connections again. Used by one thread,
/// but for wake().
class Transfers {
public:
    Transfers();
    Transfers(const Transfers&) = delete;
    Transfers& operator=(const Transfers&) = delete;
    /// Breaks off what is in progress.
    ~Transfers();

    /// Begins a transfer; nothing is sent before advance(). No other of this `id` is in progress.
    void start(std::uint64_t id, const FetchOrder& order);

    /// Does what can be done without waiting. Returns the transfers that have ended since the last
    /// call, in the order in which they did.
    [[nodiscard]] std::vector<Fetched> advance();

    /// Waits until advance() has something to do, `atMost` is over or wake() was called, also where
    /// none is in progress. Apart from advance(), so that the caller can mark this time as waiting
    /// and the other as work.
    void wait(Nanoseconds atMost);

    /// Ends a wait(), the present or the next one. Any thread may call it.
    void wake() noexcept;

    /// Breaks a transfer off, which then never ends; nothing happens if none of this `id` is in
    /// progress.
    void cancel(std::uint64_t id);

    [[nodiscard]] std::size_t inProgress() const noexcept { return m_inProgress.size(); }

private:
    struct MultiCloser {
        void operator()(void* multi) const noexcept;
    };
    using InProgress = std::map<std::uint64_t, std::unique_ptr<Transfer>>;

    [[nodiscard]] std::unique_ptr<Transfer> idleTransfer();
    void remove(InProgress::iterator transfer);

    std::unique_ptr<void, MultiCloser> m_multi;
    InProgress m_inProgress;
    std::vector<std::unique_ptr<Transfer>> m_idle;  ///< to be used again
};

/// Fetches one thing and returns when it has ended. For callers that mark no waits.
[[nodiscard]] Result<std::vector<std::byte>> fetch(const FetchOrder& order);

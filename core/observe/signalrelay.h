#pragma once

#include <cstdint>

/// Passes the signals that would end this process on to another one. Those of a terminal reach both
/// anyway. While it exists, they do not end this process.
class SignalRelay {
public:
    SignalRelay();
    SignalRelay(const SignalRelay&) = delete;
    SignalRelay& operator=(const SignalRelay&) = delete;
    ~SignalRelay();

    /// Can be read when a signal waits to be passed on.
    [[nodiscard]] int descriptor() const noexcept { return m_descriptor; }

    /// Passes what has come since the last call to process `pid`; for 0, to none. Returns whether
    /// any of it asks to end.
    bool relayTo(std::int64_t pid) const noexcept;

private:
    int m_descriptor = -1;
};

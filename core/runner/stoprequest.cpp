#include "core/runner/stoprequest.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>

namespace stopRequest {

namespace {

std::atomic<bool> raised = false;
bool listensToStandardInput = false;
static_assert(std::atomic<bool>::is_always_lock_free, "it is set in a signal handler");

void handleSignal(int)
{
    raised.store(true);
}

/// Throws away what has arrived on standard input; true at its end.
bool standardInputHasEnded() noexcept
{
    pollfd input{STDIN_FILENO, POLLIN, 0};
    while (poll(&input, 1, 0) > 0) {
        std::array<char, 256> ignored{};
        if (read(STDIN_FILENO, ignored.data(), ignored.size()) <= 0)
            return true;
    }
    return false;
}

}  // namespace

void listenToSignals()
{
    struct sigaction action {};
    action.sa_handler = handleSignal;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

void listenToStandardInput()
{
    listensToStandardInput = true;
}

void raise() noexcept
{
    raised.store(true);
}

bool isRaised() noexcept
{
    if (!raised.load() && listensToStandardInput && standardInputHasEnded())
        raised.store(true);
    return raised.load();
}

}  // namespace stopRequest

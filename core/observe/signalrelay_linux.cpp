#include "core/observe/signalrelay.h"

#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>
#include <initializer_list>

namespace {

sigset_t relayed()
{
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2})
        sigaddset(&set, signal);
    return set;
}

}  // namespace

SignalRelay::SignalRelay()
{
    const sigset_t set = relayed();
    sigprocmask(SIG_BLOCK, &set, nullptr);
    m_descriptor = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

SignalRelay::~SignalRelay()
{
    const sigset_t set = relayed();
    relayTo(0);
    close(m_descriptor);
    sigprocmask(SIG_UNBLOCK, &set, nullptr);
}

bool SignalRelay::relayTo(std::int64_t pid) const noexcept
{
    signalfd_siginfo info{};
    bool asksToEnd = false;
    while (read(m_descriptor, &info, sizeof info) == sizeof info) {
        const bool isFromTerminal = info.ssi_code == SI_KERNEL;
        if (pid > 1 && !isFromTerminal)
            kill(static_cast<pid_t>(pid), static_cast<int>(info.ssi_signo));
        asksToEnd = asksToEnd || (info.ssi_signo != SIGUSR1 && info.ssi_signo != SIGUSR2);
    }
    return asksToEnd;
}

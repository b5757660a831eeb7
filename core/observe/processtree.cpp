#include "core/observe/processtree.h"

#include <unistd.h>

#include <csignal>

#ifdef __linux__
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

void leadProcessGroup() noexcept
{
    setpgid(0, 0);
}

void dieWithParent() noexcept
{
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
}

void endWithParent(std::int64_t parent) noexcept
{
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    if (getppid() != static_cast<pid_t>(parent))
        _exit(1);
}

void killProcessGroup(std::int64_t leader) noexcept
{
    if (leader > 1)
        kill(-static_cast<pid_t>(leader), SIGKILL);
}

std::int64_t currentProcess() noexcept
{
    return getpid();
}

std::int64_t currentThread() noexcept
{
#ifdef __linux__
    return syscall(SYS_gettid);
#else
    return getpid();
#endif
}

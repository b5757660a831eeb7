#include "core/observe/processtable.h"

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <string>

// Which system calls wait for what. Not every machine has every one of them.

namespace {

struct WaitingCall {
    long number;
    WaitReason reason;
};

constexpr WaitingCall waitingCalls[] = {
#ifdef SYS_poll
    {SYS_poll, WaitReason::Io},
#endif
#ifdef SYS_select
    {SYS_select, WaitReason::Io},
#endif
#ifdef SYS_epoll_wait
    {SYS_epoll_wait, WaitReason::Io},
#endif
#ifdef SYS_accept
    {SYS_accept, WaitReason::Io},
#endif
#ifdef SYS_nanosleep
    {SYS_nanosleep, WaitReason::Sleep},
#endif
#ifdef SYS_wait4
    {SYS_wait4, WaitReason::Join},
#endif
    {SYS_futex, WaitReason::Lock},
    {SYS_ppoll, WaitReason::Io},
    {SYS_pselect6, WaitReason::Io},
    {SYS_epoll_pwait, WaitReason::Io},
    {SYS_read, WaitReason::Io},
    {SYS_readv, WaitReason::Io},
    {SYS_pread64, WaitReason::Io},
    {SYS_preadv, WaitReason::Io},
    {SYS_write, WaitReason::Io},
    {SYS_writev, WaitReason::Io},
    {SYS_pwrite64, WaitReason::Io},
    {SYS_pwritev, WaitReason::Io},
    {SYS_recvfrom, WaitReason::Io},
    {SYS_recvmsg, WaitReason::Io},
    {SYS_sendto, WaitReason::Io},
    {SYS_sendmsg, WaitReason::Io},
    {SYS_connect, WaitReason::Io},
    {SYS_accept4, WaitReason::Io},
    {SYS_sendfile, WaitReason::Io},
    {SYS_splice, WaitReason::Io},
    {SYS_fsync, WaitReason::Io},
    {SYS_fdatasync, WaitReason::Io},
    {SYS_openat, WaitReason::Io},
    {SYS_flock, WaitReason::Lock},
    {SYS_clock_nanosleep, WaitReason::Sleep},
    {SYS_waitid, WaitReason::Join},
};

/// The system call that a thread is in.
struct Call {
    long number = 0;
    std::array<unsigned long, 3> arguments{};  ///< the first ones
};

/// From "202 0x7f2c 0x189 …"; nothing from "running".
std::optional<Call> callFrom(const char* text, const char* end)
{
    Call call;
    auto parsed = std::from_chars(text, end, call.number);
    if (parsed.ec != std::errc{})
        return std::nullopt;
    for (unsigned long& argument : call.arguments) {
        if (end - parsed.ptr > 3)
            parsed = std::from_chars(parsed.ptr + std::strlen(" 0x"), end, argument, 16);
    }
    return call;
}

bool hasThread(std::int64_t pid, unsigned long tid)
{
    const std::string folder = "/proc/" + std::to_string(pid) + "/task/" + std::to_string(tid);
    return tid > 0 && access(folder.c_str(), F_OK) == 0;
}

WaitReason reasonOf(std::int64_t pid, const Call& call)
{
    const auto found = std::ranges::find(waitingCalls, call.number, &WaitingCall::number);
    if (found == std::end(waitingCalls))
        return WaitReason::Unknown;
    // pthread_join() waits for a word that holds the number of the thread.
    if (call.number == SYS_futex && hasThread(pid, call.arguments[2]))
        return WaitReason::Join;
    bool selectsNothing = call.number == SYS_pselect6 && call.arguments[0] == 0;
#ifdef SYS_select
    selectsNothing = selectsNothing || (call.number == SYS_select && call.arguments[0] == 0);
#endif
    return selectsNothing ? WaitReason::Sleep : found->reason;
}

}  // namespace

std::optional<WaitReason> threadWaitReason(std::int64_t pid, std::int64_t tid)
{
    const std::string path =
        "/proc/" + std::to_string(pid) + "/task/" + std::to_string(tid) + "/syscall";
    std::array<char, 256> text{};
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return std::nullopt;
    const auto size = read(file, text.data(), text.size());
    close(file);
    const auto call = callFrom(text.data(), text.data() + std::max<ssize_t>(0, size));
    return call ? std::optional(reasonOf(pid, *call)) : std::nullopt;
}

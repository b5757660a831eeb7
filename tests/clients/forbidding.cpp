// Runs a program from which a system call is taken away: it fails with EACCES or ENOSYS, as in a
// sandbox, in a container or on another kernel.
//
//   forbidding access|missing PROGRAM ARGUMENT…      perf_event_open(2)

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstring>

namespace {

bool forbid(unsigned int call, unsigned int error)
{
    sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | error),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    sock_fprog program{sizeof filter / sizeof filter[0], filter};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc < 3)
        return 2;
    const unsigned int error = std::strcmp(argv[1], "missing") == 0 ? ENOSYS : EACCES;
    if (!forbid(SYS_perf_event_open, error)) {
        std::perror("forbidding");
        return 2;
    }
    execvp(argv[2], argv + 2);
    std::perror(argv[2]);
    return 127;
}

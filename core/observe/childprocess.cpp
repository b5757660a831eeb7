#include "core/observe/childprocess.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstring>

#ifdef __APPLE__
#include <mach-o/dyld.h>
#endif

extern char** environ;

namespace {

std::vector<char*> argumentPointers(std::string& program, std::vector<std::string>& arguments)
{
    std::vector<char*> pointers{program.data()};
    for (std::string& argument : arguments)
        pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    return pointers;
}

}  // namespace

Result<std::int64_t> startChild(const std::string& program,
                                const std::vector<std::string>& arguments, int shared)
{
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files, STDERR_FILENO, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&files, shared, inheritedDescriptor);

    std::string ownName = program;
    std::vector<std::string> ownArguments = arguments;
    pid_t pid = 0;
    const int error = posix_spawn(&pid, program.c_str(), &files, nullptr,
                                  argumentPointers(ownName, ownArguments).data(), environ);
    posix_spawn_file_actions_destroy(&files);
    if (error != 0)
        return failure("could not start " + program + ": " + std::strerror(error));
    return pid;
}

std::optional<EndedChild> reapChild()
{
    int status = 0;
    rusage usage{};
    const pid_t pid = wait4(-1, &status, WNOHANG, &usage);
    if (pid <= 0)
        return std::nullopt;
    return EndedChild{pid, describeStatus(status), cpuTimeOf(usage)};
}

std::string describeStatus(int status)
{
    if (WIFSIGNALED(status)) {
        const int signal = WTERMSIG(status);
        return "was killed by signal " + std::to_string(signal) + " (" + strsignal(signal) + ")";
    }
    return "exited with status " + std::to_string(WEXITSTATUS(status));
}

void killChild(std::int64_t pid) noexcept
{
    if (pid > 1)
        kill(static_cast<pid_t>(pid), SIGKILL);
}

std::string ownProgram()
{
#ifdef __APPLE__
    std::string path(4096, '\0');
    auto size = static_cast<std::uint32_t>(path.size());
    if (_NSGetExecutablePath(path.data(), &size) != 0)
        return {};
    return path.c_str();
#else
    std::string path(4096, '\0');
    const auto length = readlink("/proc/self/exe", path.data(), path.size());
    path.resize(length > 0 ? static_cast<std::size_t>(length) : 0);
    return path;
#endif
}

#include "core/observe/foreignprogram.h"

#include "core/observe/childprocess.h"
#include "core/observe/processtable.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

namespace {

/// Why execvp() failed, in words.
std::string whyNot(const std::string& program, int error)
{
    struct stat file {};
    const bool isThere =
        program.find('/') != std::string::npos && stat(program.c_str(), &file) == 0;
    if (isThere && S_ISDIR(file.st_mode))
        return "it is a directory";
    if (isThere && error == EACCES)
        return "it is not executable";
    if (error == ENOENT && !isThere)
        return "there is no such program";
    return std::strerror(error);
}

// In the child, between fork() and exec(): nothing that may lock or allocate.

void giveFiles(ProgramFiles files, int output)
{
    if (files == ProgramFiles::Inherited)
        return;
    const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
    dup2(nothing, STDIN_FILENO);
    if (output >= 0)
        dup2(output, STDERR_FILENO);
    dup2(STDERR_FILENO, STDOUT_FILENO);
}

/// As if it had been started without us.
void resetSignals()
{
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    std::signal(SIGPIPE, SIG_DFL);
}

[[noreturn]] void waitAndExecute(int gate, int report, char* const* arguments, ProgramFiles files,
                                 int output)
{
    char go = 0;
    if (read(gate, &go, 1) != 1)
        _exit(127);
    giveFiles(files, output);
    resetSignals();
    execvp(arguments[0], arguments);
    const int error = errno;
    (void)!write(report, &error, sizeof error);
    _exit(127);
}

int openEnd(pid_t pid)
{
#ifdef SYS_pidfd_open
    return static_cast<int>(syscall(SYS_pidfd_open, pid, 0));
#else
    return -1;
#endif
}

void closeDescriptor(int& descriptor) noexcept
{
    if (descriptor >= 0)
        ::close(std::exchange(descriptor, -1));
}

}  // namespace

Result<ForeignProgram> ForeignProgram::prepare(const std::vector<std::string>& command,
                                               ProgramFiles files, int output)
{
    std::vector<std::string> own = command;
    std::vector<char*> arguments;
    for (std::string& argument : own)
        arguments.push_back(argument.data());
    arguments.push_back(nullptr);

    std::array<int, 2> gate{};
    std::array<int, 2> report{};
    if (pipe2(gate.data(), O_CLOEXEC) != 0 || pipe2(report.data(), O_CLOEXEC) != 0)
        return failure("could not start “" + command[0] + "”: " + std::strerror(errno));
    const pid_t pid = fork();
    if (pid == 0) {
        ::close(gate[1]);
        ::close(report[0]);
        waitAndExecute(gate[0], report[1], arguments.data(), files, output);
    }
    ::close(gate[0]);
    ::close(report[1]);
    ForeignProgram program;
    program.m_name = command[0];
    program.m_gate = gate[1];
    program.m_report = report[0];
    if (pid < 0)
        return failure("could not start “" + command[0] + "”: " + std::strerror(errno));
    program.m_pid = pid;
    program.m_end = openEnd(pid);
    return program;
}

ForeignProgram::ForeignProgram(ForeignProgram&& other) noexcept
    : m_pid(std::exchange(other.m_pid, 0)),
      m_gate(std::exchange(other.m_gate, -1)),
      m_report(std::exchange(other.m_report, -1)),
      m_end(std::exchange(other.m_end, -1)),
      m_name(std::move(other.m_name))
{}

ForeignProgram::~ForeignProgram()
{
    const bool wasLetGo = m_gate < 0;
    closeDescriptor(m_gate);
    closeDescriptor(m_report);
    closeDescriptor(m_end);
    if (m_pid > 0 && !wasLetGo)
        waitpid(static_cast<pid_t>(m_pid), nullptr, 0);
}

Result<void> ForeignProgram::letGo()
{
    (void)!write(m_gate, "g", 1);
    closeDescriptor(m_gate);
    int error = 0;
    ssize_t size = 0;
    do
        size = read(m_report, &error, sizeof error);
    while (size < 0 && errno == EINTR);
    closeDescriptor(m_report);
    if (size != sizeof error)
        return {};
    waitpid(static_cast<pid_t>(std::exchange(m_pid, 0)), nullptr, 0);
    return failure("could not start “" + m_name + "”: " + whyNot(m_name, error));
}

std::optional<ProgramEnd> ForeignProgram::takeEnd()
{
    const auto pid = static_cast<pid_t>(m_pid);
    siginfo_t info{};
    if (waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOHANG | WNOWAIT) != 0 ||
        info.si_pid != pid)
        return std::nullopt;
    ProgramEnd end;
    if (const auto times = threadTimes(m_pid, m_pid))  // still there, until it is waited for
        end.mainThreadTime = times->running;
    int status = 0;
    rusage usage{};
    wait4(pid, &status, 0, &usage);
    m_pid = 0;
    end.exitStatus = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    end.how = describeStatus(status);
    end.cpuTime = cpuTimeOf(usage);
    return end;
}

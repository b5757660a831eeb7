#pragma once

#include "core/model/result.h"
#include "core/observe/cputime.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Which files a program is given.
enum class ProgramFiles {
    Inherited,  ///< ours: standard input, output and error pass through untouched
    Merged,     ///< no input; standard output and error both go to one file
};

/// How a program ended.
struct ProgramEnd {
    int exitStatus = 0;            ///< 128 + signal if one killed it
    std::string how;               ///< "exited with status 3", "was killed by signal 9 (Killed)"
    CpuTime cpuTime;               ///< of the process and of those it waited for
    Nanoseconds mainThreadTime{};  ///< CPU time of its main thread
};

/// A program that is started to be observed. Its process exists from prepare() on, but waits to be
/// let go, so that a record of it can be opened first. Used by one thread.
class ForeignProgram {
public:
    /// `command` is the program, looked up in PATH unless it has a slash, and its arguments. What
    /// is merged goes to the descriptor `output`, or to our standard error if that is -1.
    [[nodiscard]] static Result<ForeignProgram> prepare(const std::vector<std::string>& command,
                                                        ProgramFiles files, int output = -1);

    ForeignProgram(ForeignProgram&& other) noexcept;
    ForeignProgram& operator=(ForeignProgram&&) = delete;

    /// Ends a program that was not let go.
    ~ForeignProgram();

    [[nodiscard]] std::int64_t pid() const noexcept { return m_pid; }

    /// Executes it. The error says why it cannot be; then its process has ended.
    [[nodiscard]] Result<void> letGo();

    /// A file descriptor that can be read when the process has ended; -1 where there is none.
    [[nodiscard]] int endDescriptor() const noexcept { return m_end; }

    /// Nothing while it goes on; does not block.
    [[nodiscard]] std::optional<ProgramEnd> takeEnd();

private:
    ForeignProgram() = default;

    std::int64_t m_pid = 0;
    int m_gate = -1;    ///< a byte lets it go
    int m_report = -1;  ///< why it could not be executed; closed when it was
    int m_end = -1;
    std::string m_name;
};

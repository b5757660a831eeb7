#include "core/runner/programwords.h"

#include "core/runner/textcells.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <string_view>

namespace {

constexpr off_t mostBytes = 4'096;
constexpr int mostLines = 10;

/// Where the last lines begin; a line feed at the very end begins none.
std::size_t startOfLast(int lines, std::string_view text)
{
    std::size_t start = text.size();
    if (text.ends_with('\n'))
        --start;
    for (; lines > 0 && start != std::string_view::npos && start > 0; --lines)
        start = text.rfind('\n', start - 1);
    return lines > 0 || start == std::string_view::npos || start == 0 ? 0 : start + 1;
}

}  // namespace

ProgramWords::ProgramWords() noexcept : m_file(std::tmpfile())
{
    if (m_file)
        fcntl(descriptor(), F_SETFD, FD_CLOEXEC);
}

int ProgramWords::descriptor() const noexcept
{
    return m_file ? fileno(m_file.get()) : -1;
}

std::string ProgramWords::lastLines() const
{
    if (!m_file)
        return {};
    const off_t size = lseek(descriptor(), 0, SEEK_END);
    std::string said(static_cast<std::size_t>(std::clamp<off_t>(size, 0, mostBytes)), '\0');
    const ssize_t count = pread(descriptor(), said.data(), said.size(),
                                std::max<off_t>(0, size - static_cast<off_t>(said.size())));
    said.resize(static_cast<std::size_t>(std::max<ssize_t>(0, count)));
    std::string_view rest = std::string_view(said).substr(startOfLast(mostLines, said));
    std::string lines;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        lines += "    " + printable(rest.substr(0, end)) + '\n';
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return lines;
}

void ProgramWords::clear() noexcept
{
    if (m_file && ftruncate(descriptor(), 0) == 0)
        lseek(descriptor(), 0, SEEK_SET);
}

#include "core/runner/progress.h"

#include <unistd.h>

#include <cstdio>

namespace {

constexpr const char* eraseLine = "\r\033[K";

}  // namespace

Progress::Progress(std::size_t runs) : m_runs(runs), m_isVisible(isatty(STDERR_FILENO) == 1) {}

Progress::~Progress()
{
    if (m_isVisible)
        std::fputs(eraseLine, stderr);
}

void Progress::show(std::size_t run, std::string_view what) const
{
    if (m_isVisible)
        std::fprintf(stderr, "%s%zu of %zu: %.*s … ", eraseLine, run + 1, m_runs,
                     static_cast<int>(what.size()), what.data());
}

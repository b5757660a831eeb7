#include "tests/bench/benchtools.h"

#include "core/model/comparisonbuilder.h"
#include "core/observe/observation.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace {

/// While it exists, what this process and its children print goes into a file.
class CapturedOutput {
public:
    CapturedOutput()
    {
        std::fflush(stdout);
        const int file = mkstemp(m_path.data());
        dup2(file, STDOUT_FILENO);
        close(file);
    }
    ~CapturedOutput()
    {
        dup2(m_before, STDOUT_FILENO);
        close(m_before);
        unlink(m_path.data());
    }
    [[nodiscard]] std::string text() const
    {
        std::stringstream text;
        text << std::ifstream(m_path).rdbuf();
        return text.str();
    }

private:
    std::string m_path = "/tmp/benchXXXXXX";
    int m_before = dup(STDOUT_FILENO);
};

}  // namespace

double medianOf(std::vector<double> values)
{
    std::ranges::sort(values);
    return (values[(values.size() - 1) / 2] + values[values.size() / 2]) / 2;
}

Observed observed(const std::vector<std::string>& command, bool exactly)
{
    ComparisonBuilder builder;
    ObservationOrder order;
    order.command = command;
    order.useSchedulingRecord = exactly;
    const CapturedOutput captured;
    const ObservationEnd end = observe(order, [&](const Frame& frame) {
        if (!builder.add(frame))
            std::abort();
    });
    if (!end.wasStarted) {
        std::fprintf(stderr, "%s\n", end.summary.message.c_str());
        std::exit(1);
    }
    return {builder.take().runs.front(), captured.text()};
}

std::string outputOf(const std::string& commandLine)
{
    std::string output;
    std::FILE* const pipe = popen(commandLine.c_str(), "r");
    if (!pipe)
        return output;
    std::array<char, 4096> buffer{};
    for (std::size_t size = 0; (size = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
        output.append(buffer.data(), size);
    pclose(pipe);
    return output;
}

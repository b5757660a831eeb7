#include "tests/bench/perfscript.h"

#include "core/storage/recordingfile.h"
#include "tests/bench/benchtools.h"

#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <sstream>

namespace {

struct Stay {
    double start = 0;  ///< in ns
    double end = 0;
    int core = -1;
};

/// The stays on a core of thread `tid` in what `perf script --show-switch-events` prints:
///
///     sleepy 4711 [001] 1234.567890123: PERF_RECORD_SWITCH OUT preempt …
std::vector<Stay> staysOf(const std::string& script, std::int64_t tid)
{
    std::vector<Stay> stays;
    std::istringstream lines(script);
    Stay stay;
    for (std::string line; std::getline(lines, line);) {
        const auto record = line.find("PERF_RECORD_SWITCH");
        const auto core = line.find(" [");
        if (record == std::string::npos || core == std::string::npos)
            continue;
        const std::string before = line.substr(0, core);
        if (std::atoll(before.c_str() + before.find_last_of(" /") + 1) != tid)
            continue;
        const auto close = line.find(']', core);
        const double time = std::strtod(line.c_str() + close + 1, nullptr) * 1e9;
        if (line.find(" IN ", record) != std::string::npos) {
            stay = {time, 0, std::atoi(line.c_str() + core + 2)};
        } else if (stay.start > 0) {
            stay.end = time;
            stays.push_back(stay);
            stay = {};
        }
    }
    return stays;
}

std::vector<Stay> staysOf(const Worker& worker)
{
    std::vector<Stay> stays;
    for (const Slice& slice : worker.slices)
        stays.push_back({static_cast<double>(slice.start.count()),
                         static_cast<double>(slice.end.count()), slice.core});
    return stays;
}

SliceComparison compare(const std::vector<Stay>& theirs, const std::vector<Stay>& ours)
{
    constexpr double tolerance = 20'000;
    SliceComparison result;
    std::vector<double> differences;
    for (const Stay& stay : theirs) {
        if (stay.end - stay.start <= 1000)
            continue;
        ++result.theirs;
        const auto same = std::ranges::find_if(ours, [&](const Stay& own) {
            return own.core == stay.core && std::abs(own.start - stay.start) < tolerance &&
                   std::abs(own.end - stay.end) < tolerance;
        });
        if (same == ours.end())
            continue;
        ++result.same;
        differences.push_back(std::abs(same->start - stay.start));
        differences.push_back(std::abs(same->end - stay.end));
    }
    if (differences.empty())
        return result;
    result.medianDifference = medianOf(differences);
    result.largestDifference = *std::ranges::max_element(differences);
    return result;
}

}  // namespace

Result<SliceComparison> sliceComparison(const std::string& command)
{
    if (std::system("perf --version >/dev/null 2>&1") != 0)
        return failure("perf(1) is not installed");
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    const std::string both = "perf record -q -k CLOCK_MONOTONIC -e dummy:u --switch-events "
                             "--sample-cpu -o " +
                             path + "/perf -- " COREOGRAM_RUN " observe --json " + path +
                             "/json --save " + path + "/ours -- " + command + " >/dev/null 2>&1";
    const int status = std::system(both.c_str());
    const auto ours = readRecording(folder.filePath(QStringLiteral("ours")));
    if (status != 0 || !ours)
        return failure("perf could not record the program");
    const std::string script =
        outputOf("perf script --ns --show-switch-events -F comm,tid,time,cpu -i " + path + "/perf");
    const Worker& main = ours->comparison.runs.front().workers.front();
    return compare(staysOf(script, main.tid), staysOf(main));
}

#include "core/program/shape.h"

#include "core/model/workloadtraits.h"
#include "core/program/summary.h"

#include <algorithm>
#include <cmath>

namespace {

/// What an ordinary core of the 2020s does in a millisecond.
struct Speed {
    double points;  ///< random points of `compute`
    double nodes;   ///< nodes of a tree
    double blocks;  ///< megabytes copied from memory to memory
};

constexpr Speed pythonSpeed{10'000, 20'000, 8};
constexpr Speed cppSpeed{40'000, 2'000'000, 8};

/// Rounded to two digits that count: nobody takes the number for a measured one.
long long rounded(double number)
{
    const double unit = std::pow(10, std::max(0.0, std::floor(std::log10(number)) - 1));
    return std::max(1LL, std::llround(std::round(number / unit) * unit));
}

/// 1_000_000 or 1'000'000
std::string grouped(long long number, char separator)
{
    std::string digits = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), 1, separator);
    return digits;
}

/// The depth of the largest of the trees, so that their mean size is that of `nodes`: they have
/// the eight depths up to it, and each has 0.62 times the nodes of the next.
long long depthFor(double nodes)
{
    constexpr double meanOfEight = 0.32;
    const double golden = (1 + std::sqrt(5.0)) / 2;
    const double largest = nodes / meanOfEight;
    return std::max(8LL, std::llround(std::log(largest * std::sqrt(5.0) / 2) / std::log(golden)));
}

/// As it stands between the quotes of either language.
std::string quoted(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (c == '"' || c == '\\')
            result += '\\';
        if (c == '\n')
            result += "\\n";
        else if (c == '$')
            result += "\\044";  // the sign would be taken for that of a word
        else
            result += c;
    }
    return result;
}

/// Size of each of the two arrays of a worker: 32 MB, or less where there are many workers.
long long arrayMegabytes(const Experiment& experiment, const Plan& plan)
{
    constexpr long long mostForAll = 2048;
    const long long asked = experiment.settings[Setting::Memory];
    const long long forAll = asked > 0 ? asked : mostForAll;
    return std::clamp(forAll / (2LL * plan.partsInProgress()), 1LL, 32LL);
}

void setAmounts(Filling& filling, const Experiment& experiment, const Plan& plan, Language language)
{
    const Speed& speed = language == Language::Python ? pythonSpeed : cppSpeed;
    const char separator = language == Language::Python ? '_' : '\'';
    const double milliseconds = toMilliseconds(experiment.taskLength);
    const auto number = [&](double value) { return grouped(rounded(value), separator); };
    const Settings& settings = experiment.settings;
    filling.word("points", number(milliseconds * speed.points));
    filling.word("blocks", number(milliseconds * speed.blocks));
    filling.word("depth", depthFor(milliseconds * speed.nodes));
    filling.word("pieces", std::max(64, 16 * plan.split));
    filling.word("arrayMb", arrayMegabytes(experiment, plan));
    filling.word("items", grouped(settings[Setting::Items], separator));
    filling.word("limit", grouped(20'000'000, separator));
    std::string ms = std::to_string(milliseconds);
    ms.erase(ms.find_last_not_of('0') + 1);
    filling.word("ms", ms.ends_with('.') ? ms.substr(0, ms.size() - 1) : ms);
    filling.word("serialPercent", settings[Setting::Serial]);
    filling.word("forkCount", std::max(2, experiment.tasks));
    filling.word("rounds", settings[Setting::Rounds]);
    filling.word("delay", settings[Setting::Delay]);
    filling.word("bandwidth", settings[Setting::Bandwidth]);
    filling.word("timeout", settings[Setting::Timeout]);
    filling.word("port", settings[Setting::Port]);
    filling.word("urls", quoted(experiment.urls));
}

/// Flags for what the settings of this workload choose.
void setChoices(Filling& filling, const Experiment& experiment)
{
    const WorkloadTraits* const traits = workloadTraitsOf(experiment.workload);
    const auto value = [&](Setting setting) {
        return traits && traits->has(setting) ? experiment.settings[setting]
                                              : traitsOf(setting).initial;
    };
    const bool isShort = filling.has("loop") || filling.has("plain");
    const auto sharing = isShort ? Sharing::Shared : static_cast<Sharing>(value(Setting::Sharing));
    filling.flags.insert(textOf(Setting::Sharing, static_cast<std::int64_t>(sharing)));
    const auto protection = static_cast<Protection>(value(Setting::Protection));
    filling.set("none", protection == Protection::None);
    filling.set("own", protection == Protection::OwnLocks);
    filling.set("shared-lock", protection == Protection::SharedLock);
    filling.set("atomic", protection == Protection::Atomic);
    filling.flags.insert(textOf(Setting::Order, value(Setting::Order)));
    filling.set("serial", value(Setting::Serial) > 0 && !filling.has("alone"));
    const bool downloads = traits && traits->has(Setting::Delay);
    filling.set("net", downloads);
    filling.set("local", downloads && experiment.urls.empty());
    filling.set("file", downloads && !experiment.urls.empty());
}

/// Flags for the means by which the tasks are done.
void setMeans(Filling& filling, WorkerKind kind, Language language)
{
    filling.set("loop", kind == WorkerKind::EventLoop);
    filling.set("processes", kind == WorkerKind::Processes);
    filling.set("threads", kind == WorkerKind::Threads || kind == WorkerKind::GlobalLock);
    filling.set("gil", kind == WorkerKind::GlobalLock && language == Language::Cpp);
}

}  // namespace

Filling shapeOf(const Experiment& experiment, const Plan& plan, Language language)
{
    Filling filling;
    const bool hasFile = !experiment.urls.empty();
    const int inProgress = hasFile ? plan.inProgress : std::min(plan.inProgress, experiment.tasks);
    const int workers = inProgress * plan.split;
    filling.flags.insert(experiment.workload);
    filling.set("plain", inProgress == 1);
    filling.set("queue", inProgress > 1);
    filling.set("split", plan.split > 1);
    // One worker does the same whatever its kind is.
    const WorkerKind kind = workers == 1 ? WorkerKind::Threads : plan.with;
    setMeans(filling, kind, language);
    filling.set("python", language == Language::Python);
    filling.set("alone", workers == 1 || filling.has("loop"));
    filling.set("limit", plan.cores < workers && !filling.has("alone"));
    setChoices(filling, experiment);
    setAmounts(filling, experiment, plan, language);
    filling.word("workload", experiment.workload);
    filling.word("tasks", experiment.tasks);
    filling.word("workers", inProgress);
    filling.word("summary",
                 summaryOf(experiment, {inProgress, plan.split, plan.cores, kind}, filling));
    filling.word("split", plan.split);
    filling.word("cores", plan.cores);
    return filling;
}

#include "core/model/setting.h"

#include <algorithm>
#include <charconv>

namespace {

constexpr std::array<std::string_view, 3> sharings{"static", "shared", "stealing"};
constexpr std::array<std::string_view, 4> protections{"none", "own", "shared", "atomic"};
constexpr std::array<std::string_view, 2> orders{"opposite", "same"};

constexpr SettingTraits choice(std::string_view name, std::span<const std::string_view> choices,
                               std::int64_t initial, std::string_view summary)
{
    return {name, "", 0, static_cast<std::int64_t>(choices.size()) - 1, initial, summary, choices};
}

/// In the order of Setting.
constexpr std::array<SettingTraits, settingCount> all{
    SettingTraits{"items", "", 1, 20'000'000, 1'000'000, "How many items each task handles."},
    SettingTraits{"serial", "%", 0, 100, 0,
                  "The part of each task that only one worker at a time can do."},
    choice("sharing", sharings, static_cast<std::int64_t>(Sharing::Shared),
           "How the tasks come to the workers: in shares, from one queue, or by stealing."),
    SettingTraits{"delay-ms", "ms", 0, 60'000, 80,
                  "How long the server takes to answer, give or take a half."},
    SettingTraits{"bandwidth-kb", "KB/s", 1, 1'000'000, 4'000,
                  "How fast the server sends on each connection."},
    SettingTraits{"port", "", 0, 65'535, 0, "The port of the server; 0 stands for a free one."},
    SettingTraits{"timeout-ms", "ms", 1, 600'000, 10'000,
                  "After what time a download is given up."},
    choice("protection", protections, static_cast<std::int64_t>(Protection::None),
           "What protects the counter: nothing, a lock per worker, one lock, or the processor."),
    choice("order", orders, static_cast<std::int64_t>(LockOrder::Opposite),
           "Whether neighbours take their two locks in opposite or in the same order."),
    SettingTraits{"rounds", "", 1, 1'000, 20, "How often each task takes its locks."},
    SettingTraits{"memory-mb", "MB", 0, 1'000'000, 0,
                  "How much memory the run may use; 0 stands for half of what is free."}};

}  // namespace

const SettingTraits& traitsOf(Setting setting) noexcept
{
    return all[static_cast<std::size_t>(setting)];
}

std::optional<Setting> settingNamed(std::string_view name) noexcept
{
    const auto found = std::ranges::find(all, name, &SettingTraits::name);
    return found == all.end() ? std::nullopt
                              : std::optional(static_cast<Setting>(found - all.begin()));
}

Settings::Settings() noexcept
{
    std::ranges::transform(all, m_values.begin(), &SettingTraits::initial);
}

std::string textOf(Setting setting, std::int64_t value)
{
    const auto& choices = traitsOf(setting).choices;
    const auto index = static_cast<std::size_t>(value);
    return index < choices.size() ? std::string(choices[index]) : std::to_string(value);
}

Result<std::int64_t> valueOf(Setting setting, std::string_view text)
{
    const SettingTraits& traits = traitsOf(setting);
    if (const auto found = std::ranges::find(traits.choices, text); found != traits.choices.end())
        return found - traits.choices.begin();
    std::int64_t value = 0;
    const char* const end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, value);
    const bool isNumber = traits.choices.empty() && parsed.ec == std::errc{} && parsed.ptr == end;
    if (isNumber && traits.low <= value && value <= traits.high)
        return value;
    return failure("--" + std::string(traits.name) + " is “" + std::string(text) + "”; expected " +
                   expectedOf(setting));
}

std::string expectedOf(Setting setting)
{
    const SettingTraits& traits = traitsOf(setting);
    if (traits.choices.empty())
        return "a whole number from " + std::to_string(traits.low) + " to " +
               std::to_string(traits.high);
    std::string names;
    for (std::size_t i = 0; i < traits.choices.size(); ++i) {
        const bool isLast = i + 1 == traits.choices.size();
        names += (i == 0 ? "" : isLast ? " or " : ", ") + std::string(traits.choices[i]);
    }
    return names;
}

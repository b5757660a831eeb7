#pragma once

#include "core/model/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// What a learner can set of a workload, besides how many tasks there are and how long they take.
/// Each is a whole number; of a choice, its index. In a recording they stand by name.
enum class Setting : std::uint8_t {
    Items,
    Serial,
    Sharing,
    Delay,
    Bandwidth,
    Port,
    Timeout,
    Protection,
    Order,
    Rounds,
    Memory
};
inline constexpr std::size_t settingCount = 11;

/// What Setting::Sharing chooses: how the tasks come to the workers.
enum class Sharing : std::uint8_t {
    Static,    ///< each worker has its share before the run begins
    Shared,    ///< one queue for all
    Stealing,  ///< shares, but who has none left takes half of what another has left
};

/// What Setting::Protection chooses: how a shared counter is protected.
enum class Protection : std::uint8_t {
    None,        ///< load, add, store
    OwnLocks,    ///< each worker locks a lock of its own
    SharedLock,  ///< all lock the same
    Atomic,      ///< one atomic addition
};

/// What Setting::Order chooses: in which order two locks are taken.
enum class LockOrder : std::uint8_t { Opposite, Same };

/// What a setting is and may be.
struct SettingTraits {
    std::string_view name;  ///< as on the command line, in recordings and in JSON
    std::string_view unit;  ///< "ms", "%", …; empty where it is a plain number or a choice
    std::int64_t low = 0;
    std::int64_t high = 0;
    std::int64_t initial = 0;
    std::string_view summary;                        ///< one sentence for the user
    std::span<const std::string_view> choices = {};  ///< names of the values, if it is a choice
};

[[nodiscard]] const SettingTraits& traitsOf(Setting setting) noexcept;
[[nodiscard]] std::optional<Setting> settingNamed(std::string_view name) noexcept;

/// A value of every setting. Plain data.
class Settings {
public:
    /// Every setting has its initial value.
    Settings() noexcept;

    [[nodiscard]] std::int64_t& operator[](Setting setting) noexcept
    {
        return m_values[static_cast<std::size_t>(setting)];
    }
    [[nodiscard]] std::int64_t operator[](Setting setting) const noexcept
    {
        return m_values[static_cast<std::size_t>(setting)];
    }

    /// The choice that a setting stands for.
    template <typename Choice>
    [[nodiscard]] Choice choice(Setting setting) const noexcept
    {
        return static_cast<Choice>((*this)[setting]);
    }

    bool operator==(const Settings&) const = default;

private:
    std::array<std::int64_t, settingCount> m_values{};
};

/// A value as on the command line: a number, or the name of a choice.
[[nodiscard]] std::string textOf(Setting setting, std::int64_t value);

/// The value that `text` stands for; the error names the setting, `text` and what was expected.
[[nodiscard]] Result<std::int64_t> valueOf(Setting setting, std::string_view text);

/// "1 to 20000000", "static, shared or stealing"
[[nodiscard]] std::string expectedOf(Setting setting);

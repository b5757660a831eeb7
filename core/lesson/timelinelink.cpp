#include "core/lesson/timelinelink.h"

#include "core/lesson/problem.h"
#include "core/model/limits.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>

namespace lesson {

namespace {

using Action = TimelineLink::Action;

/// In the order of Action.
constexpr std::array<std::string_view, 5> actions{"zoom", "cursor", "replay", "rows", "code"};
constexpr std::array<std::string_view, 3> zoomKeys{"run", "from", "to"};
constexpr std::array<std::string_view, 2> cursorKeys{"run", "at"};
constexpr std::array<std::string_view, 4> replayKeys{"run", "from", "to", "speed"};
constexpr std::array<std::string_view, 3> rowsKeys{"run", "workers", "tasks"};
constexpr std::array<std::string_view, 2> codeKeys{"run", "language"};

constexpr int highestNumber = 10'000;
constexpr std::size_t mostNumbers = 64;

std::span<const std::string_view> keysOf(Action action) noexcept
{
    switch (action) {
    case Action::Zoom:
        return zoomKeys;
    case Action::Cursor:
        return cursorKeys;
    case Action::Replay:
        return replayKeys;
    case Action::Rows:
        return rowsKeys;
    case Action::Code:
        return codeKeys;
    }
    return {};
}

/// Cuts `text` at the first `at`; `text` then begins after it.
std::string_view takeUntil(std::string_view& text, char at)
{
    const auto end = std::min(text.find(at), text.size());
    const std::string_view taken = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return taken;
}

tl::unexpected<Error> wrong(std::string_view key, std::string_view value,
                            const std::string& expected)
{
    return failure(std::string(key) + "=" + std::string(value) + "; expected " + expected);
}

Result<Nanoseconds> timeOf(std::string_view key, std::string_view value)
{
    static constexpr std::array<std::pair<std::string_view, double>, 4> units{
        {{"ns", 1}, {"us", 1e3}, {"ms", 1e6}, {"s", 1e9}}};
    double number = 0;
    const auto parsed = std::from_chars(value.data(), value.data() + value.size(), number);
    const auto unit = parsed.ec == std::errc{}
                          ? value.substr(static_cast<std::size_t>(parsed.ptr - value.data()))
                          : std::string_view();
    for (const auto& [name, length] : units) {
        const double time = number * length;
        if (unit == name && time >= 0 && time <= static_cast<double>(::limits::longestRun.count()))
            return Nanoseconds(std::llround(time));
    }
    return wrong(key, value, "a time from the start of the run, such as 20ms or 1.5s");
}

Result<std::vector<int>> numbersOf(std::string_view key, std::string_view value)
{
    std::vector<int> numbers;
    std::string_view rest = value;
    while (!rest.empty() && numbers.size() < mostNumbers) {
        const std::string_view text = takeUntil(rest, ',');
        int number = 0;
        const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
        if (parsed.ec != std::errc{} || parsed.ptr != text.data() + text.size() || number < 1 ||
            number > highestNumber)
            return wrong(key, value, "numbers from 1 to 10000, such as 1,2");
        numbers.push_back(number);
    }
    if (numbers.empty() || !rest.empty())
        return wrong(key, value, "1 to 64 numbers, such as 1,2");
    return numbers;
}

Result<double> speedOf(std::string_view value)
{
    double speed = 0;
    const auto parsed = std::from_chars(value.data(), value.data() + value.size(), speed);
    if (parsed.ec == std::errc{} && parsed.ptr == value.data() + value.size() && speed >= 0.0001 &&
        speed <= 10)
        return speed;
    return wrong("speed", value, "a number from 0.0001 to 10, of which 1 is real time");
}

using Values = std::map<std::string_view, std::string_view>;

Result<Values> valuesIn(std::string_view query, Action action)
{
    Values values;
    const auto keys = keysOf(action);
    while (!query.empty()) {
        std::string_view value = takeUntil(query, '&');
        const std::string_view key = takeUntil(value, '=');
        if (std::ranges::find(keys, key) == keys.end())
            return failure(inQuotes(key) + " in a link to " +
                           std::string(actions[static_cast<std::size_t>(action)]) + "; expected " +
                           expectedInstead(key, keys));
        if (value.empty() || !values.emplace(key, value).second)
            return wrong(key, value, "each once, with a value");
    }
    return values;
}

/// Reads the value of `key` where there is one.
template <typename Value, typename Read>
Result<void> read(const Values& values, std::string_view key, Value& value, Read readValue)
{
    const auto found = values.find(key);
    if (found == values.end())
        return {};
    return readValue(found->second).map([&](auto taken) { value = std::move(taken); });
}

Result<void> expectAll(const Values& values, std::span<const std::string_view> keys)
{
    for (const std::string_view key : keys) {
        if (!values.contains(key))
            return failure("no “" + std::string(key) + "”; expected " + std::string(key) + "=…");
    }
    return {};
}

Result<void> checkWhole(const TimelineLink& link, const Values& values)
{
    static constexpr std::array<std::string_view, 2> ends{"from", "to"};
    static constexpr std::array<std::string_view, 1> instant{"at"};
    switch (link.action) {
    case Action::Zoom:
    case Action::Replay:
        return expectAll(values, ends).and_then([&]() -> Result<void> {
            if (link.range.isEmpty())
                return wrong("to", values.at("to"), "a later time than from");
            return {};
        });
    case Action::Cursor:
        return expectAll(values, instant);
    case Action::Rows:
        if (link.workers.empty() && link.tasks.empty())
            return failure("no rows; expected workers=1,2 or tasks=1,2");
        return {};
    case Action::Code:
        return {};
    }
    return {};
}

}  // namespace

Result<TimelineLink> parseTimelineLink(std::string_view link)
{
    link.remove_prefix(std::min(timelineScheme.size(), link.size()));
    const std::string_view name = takeUntil(link, '?');
    const auto action = std::ranges::find(actions, name);
    if (action == actions.end())
        return failure(inQuotes(name) + " after timeline:; expected " +
                       expectedInstead(name, actions));
    TimelineLink given;
    given.action = static_cast<Action>(action - actions.begin());
    const auto values = valuesIn(link, given.action);
    if (!values)
        return tl::unexpected(values.error());
    const auto time = [](std::string_view key) {
        return [key](std::string_view value) { return timeOf(key, value); };
    };
    const auto numbers = [](std::string_view key) {
        return [key](std::string_view value) { return numbersOf(key, value); };
    };
    const auto language = [](std::string_view value) -> Result<bool> {
        if (value != "python" && value != "cpp")
            return wrong("language", value, "python or cpp");
        return value == "python";
    };
    if (const auto run = values->find("run"); run != values->end())
        given.run = run->second;
    return read(*values, "from", given.range.start, time("from"))
        .and_then([&] { return read(*values, "to", given.range.end, time("to")); })
        .and_then([&] { return read(*values, "at", given.at, time("at")); })
        .and_then([&] { return read(*values, "speed", given.speed, speedOf); })
        .and_then([&] { return read(*values, "workers", given.workers, numbers("workers")); })
        .and_then([&] { return read(*values, "tasks", given.tasks, numbers("tasks")); })
        .and_then([&] { return read(*values, "language", given.isPython, language); })
        .and_then([&] { return checkWhole(given, *values); })
        .map([&] { return given; });
}

}  // namespace lesson

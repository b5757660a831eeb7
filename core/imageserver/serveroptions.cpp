#include "core/imageserver/serveroptions.h"

#include <array>
#include <charconv>
#include <cmath>

namespace {

template <typename Number>
std::string text(Number number)
{
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    return {buffer.data(), end};
}

template <typename Number>
bool parse(const std::string& argument, Number& number)
{
    const char* const end = argument.data() + argument.size();
    const auto parsed = std::from_chars(argument.data(), end, number);
    return parsed.ec == std::errc{} && parsed.ptr == end;
}

std::string milliseconds(Nanoseconds length)
{
    return text(std::chrono::duration_cast<std::chrono::milliseconds>(length).count()) + " ms";
}

}  // namespace

Result<void> validate(const ServerOptions& options)
{
    if (options.delay < Nanoseconds{} || options.delay > limits::longestServerDelay)
        return failure("the delay of the image server is " + milliseconds(options.delay) +
                       "; expected 0 to " + milliseconds(limits::longestServerDelay));
    if (!(options.spread >= 0 && options.spread <= 1))
        return failure("the spread of its delay is " + text(options.spread) + "; expected 0 to 1");
    if (!(options.bytesPerSecond >= 1 && options.bytesPerSecond <= 1e12))
        return failure("its bandwidth is " + text(options.bytesPerSecond) +
                       " bytes a second; expected 1 to 1e+12");
    if (options.port < 0 || options.port > 65535)
        return failure("its port is " + text(options.port) + "; expected 0 to 65535");
    return {};
}

Nanoseconds delayOf(const ServerOptions& options, std::int64_t number) noexcept
{
    // Multiples of the golden ratio fill the unit interval evenly, however few they are:
    // H. Weyl, "Über die Gleichverteilung von Zahlen mod. Eins", Math. Ann. 77 (1916).
    constexpr double goldenRatio = 0.6180339887498949;
    const double at = static_cast<double>(number % 1'000'000) * goldenRatio;
    const double inUnit = at - std::floor(at);
    const double factor = 1 + options.spread * (2 * inUnit - 1);
    return Nanoseconds(std::llround(static_cast<double>(options.delay.count()) * factor));
}

std::vector<std::string> argumentsOf(const ServerOptions& options)
{
    return {text(options.delay.count()), text(options.spread), text(options.bytesPerSecond),
            text(options.port)};
}

Result<ServerOptions> serverOptionsFrom(std::span<const std::string> arguments)
{
    ServerOptions options;
    Nanoseconds::rep delay = 0;
    if (arguments.size() != 4 || !parse(arguments[0], delay) ||
        !parse(arguments[1], options.spread) || !parse(arguments[2], options.bytesPerSecond) ||
        !parse(arguments[3], options.port))
        return failure("the image server is started by coreogram-run itself, not by hand");
    options.delay = Nanoseconds(delay);
    if (auto ok = validate(options); !ok)
        return tl::unexpected(ok.error());
    return options;
}

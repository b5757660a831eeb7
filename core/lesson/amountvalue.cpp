#include "core/lesson/amountvalue.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace lesson {

namespace {

Estimate spanning(double value, std::initializer_list<double> corners)
{
    return {value, std::min(corners), std::max(corners)};
}

Measured joined(Amount::Kind kind, const Estimate& a, const Estimate& b)
{
    switch (kind) {
    case Amount::Kind::Sum:
        return {{a.value + b.value, a.low + b.low, a.high + b.high}, {}};
    case Amount::Kind::Difference:
        return {{a.value - b.value, a.low - b.high, a.high - b.low}, {}};
    case Amount::Kind::Product:
        return {spanning(a.value * b.value,
                         {a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high}),
                {}};
    case Amount::Kind::Quotient:
        if (b.low <= 0 && b.high >= 0)
            return {{}, "it divides by what may be 0."};
        return {spanning(a.value / b.value,
                         {a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high}),
                {}};
    case Amount::Kind::Known:
    case Amount::Kind::Measured:
        break;
    }
    return {};
}

struct Scale {
    double unit;
    const char* name;
};

/// What a time is best told in.
Scale scaleOf(double nanoseconds)
{
    const double size = std::abs(nanoseconds);
    if (size >= 1e9)
        return {1e9, " s"};
    if (size >= 1e6)
        return {1e6, " ms"};
    return size >= 1e3 ? Scale{1e3, " µs"} : Scale{1, " ns"};
}

std::string digits(double value)
{
    std::array<char, 40> buffer{};
    std::snprintf(buffer.data(), buffer.size(), std::abs(value) >= 1000 ? "%.0f" : "%.3g", value);
    return buffer.data();
}

}  // namespace

Measured valueOf(const Amount& amount, const Lesson& lesson, const Measurements& measurements,
                 const Equipment& equipment)
{
    if (amount.kind == Amount::Kind::Known)
        return {{amount.value, amount.value, amount.value}, {}};
    if (amount.kind == Amount::Kind::Measured)
        return measure(amount.measure, lesson, measurements, equipment);
    const Measured left = valueOf(amount.parts[0], lesson, measurements, equipment);
    const Measured right = valueOf(amount.parts[1], lesson, measurements, equipment);
    if (!left.doubt.empty() || !right.doubt.empty())
        return left.doubt.empty() ? right : left;
    return joined(amount.kind, left.estimate, right.estimate);
}

std::string textOf(const Estimate& estimate, bool isTime)
{
    const Scale scale = isTime ? scaleOf(estimate.value) : Scale{1, ""};
    const auto text = [&](double value) { return digits(value / scale.unit); };
    std::string all = text(estimate.value) + scale.name;
    if (estimate.low != estimate.high)
        all += " (" + text(estimate.low) + " to " + text(estimate.high) + scale.name + ")";
    return all;
}

}  // namespace lesson

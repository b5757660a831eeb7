#include "core/analysis/statistics.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace {

/// The probability of `heads` heads in `count` throws; by logarithms, as 2^-count can be too small.
double coinProbability(std::size_t count, std::size_t heads) noexcept
{
    const auto n = static_cast<double>(count);
    const auto k = static_cast<double>(heads);
    return std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) -
                    n * std::log(2.0));
}

}  // namespace

std::size_t outsideMedianInterval(std::size_t count) noexcept
{
    double left = 1 - 2 * coinProbability(count, 0);
    std::size_t outside = 0;
    while (2 * (outside + 1) < count) {
        left -= 2 * coinProbability(count, outside + 1);
        if (left < wantedLevel)
            break;
        ++outside;
    }
    return outside;
}

double levelOfMedianInterval(std::size_t count, std::size_t outside) noexcept
{
    double level = 1;
    for (std::size_t below = 0; below <= outside; ++below)
        level -= 2 * coinProbability(count, below);
    return std::max(0.0, level);
}

ConfidenceInterval medianInterval(std::vector<double> values)
{
    assert(!values.empty());
    std::ranges::sort(values);
    const std::size_t outside = outsideMedianInterval(values.size());
    return {values[outside], values[values.size() - 1 - outside],
            levelOfMedianInterval(values.size(), outside)};
}

double median(std::vector<double> values)
{
    assert(!values.empty());
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    if (values.size() % 2 == 1)
        return *middle;
    return std::midpoint(*std::max_element(values.begin(), middle), *middle);
}

double quantile(const std::vector<double>& sorted, double share) noexcept
{
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto before = static_cast<std::size_t>(place);
    const std::size_t after = std::min(before + 1, sorted.size() - 1);
    return std::lerp(sorted[before], sorted[after], place - static_cast<double>(before));
}

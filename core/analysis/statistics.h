#pragma once

#include <cstddef>
#include <vector>

/// An interval that holds a figure with probability `level`, 0 to 1.
struct ConfidenceInterval {
    double low = 0;
    double high = 0;
    double level = 0;
};

/// The confidence that is asked for; few values give less.
inline constexpr double wantedLevel = 0.95;

/// How many values to leave out at either end, so that the outermost of the others enclose the
/// median of what `count` values were drawn from. As many as leave `wantedLevel`, or none.
[[nodiscard]] std::size_t outsideMedianInterval(std::size_t count) noexcept;

/// The probability that the median is enclosed if `outside` of `count` values are left out at
/// either end: a value falls below the median as a coin falls, so the number of those below is
/// binomial (Conover, Practical Nonparametric Statistics, 3rd ed., section 3.2). Nothing is assumed
/// of the distribution but that it is continuous. 5 values enclose it with 93.75 %.
[[nodiscard]] double levelOfMedianInterval(std::size_t count, std::size_t outside) noexcept;

/// That interval of these values (advised by Hoefler and Belli, Scientific Benchmarking of Parallel
/// Computing Systems, SC 2015, rule 5). Requires at least one value.
[[nodiscard]] ConfidenceInterval medianInterval(std::vector<double> values);

/// The mean of the middle two of an even number. Requires at least one value.
[[nodiscard]] double median(std::vector<double> values);

/// The value below which this share of the values lies, between two by their distance (type 7 of
/// Hyndman and Fan). Requires at least one value, in order.
[[nodiscard]] double quantile(const std::vector<double>& sorted, double share) noexcept;

#include "core/analysis/amdahl.h"

#include "core/analysis/statistics.h"

#include <algorithm>
#include <cstdint>
#include <random>

namespace {

constexpr std::uint64_t seed = 1967;
constexpr std::size_t mostFits = 2'000;
constexpr std::size_t fewestFits = 200;
constexpr std::size_t mostDraws = 5'000'000;  ///< of all fits: some 50 ms

using Medians = std::vector<double>;

Medians mediansOf(const std::vector<AmdahlSample>& samples)
{
    Medians medians;
    for (const AmdahlSample& sample : samples)
        medians.push_back(median(sample.walls));
    return medians;
}

/// With y = T(n) ÷ T(1) and x = 1/n the law is y − x = s · (1 − x): a line through the origin.
double fit(const std::vector<AmdahlSample>& samples, const Medians& medians)
{
    double products = 0;
    double squares = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double y = medians[i] / medians.front();
        const double x = 1 / samples[i].usableWorkers;
        products += (1 - x) * (y - x) / (y * y);
        squares += (1 - x) * (1 - x) / (y * y);
    }
    return std::clamp(products / squares, 0.0, 1.0);
}

std::size_t fitsFor(const std::vector<AmdahlSample>& samples)
{
    std::size_t draws = 0;
    for (const AmdahlSample& sample : samples)
        draws += sample.walls.size();
    return std::clamp(mostDraws / draws, fewestFits, mostFits);
}

/// As many values, each drawn from all. Not by a distribution of the standard library, whose
/// results differ from one to the next.
std::vector<double> drawnAnew(const std::vector<double>& values, std::mt19937_64& random)
{
    std::vector<double> drawn(values.size());
    std::ranges::generate(drawn, [&] { return values[random() % values.size()]; });
    return drawn;
}

std::vector<double> sortedFits(const std::vector<AmdahlSample>& samples)
{
    std::mt19937_64 random(seed);
    std::vector<double> fits(fitsFor(samples));
    for (double& each : fits) {
        Medians medians;
        for (const AmdahlSample& sample : samples)
            medians.push_back(median(drawnAnew(sample.walls, random)));
        each = fit(samples, medians);
    }
    std::ranges::sort(fits);
    return fits;
}

}  // namespace

double amdahlSpeedup(double serialFraction, double usableWorkers) noexcept
{
    return 1 / (serialFraction + (1 - serialFraction) / usableWorkers);
}

std::optional<SerialFraction> fitAmdahl(const std::vector<AmdahlSample>& samples)
{
    const auto isShared = [](const AmdahlSample& sample) { return sample.usableWorkers > 1; };
    if (std::ranges::none_of(samples, isShared))
        return std::nullopt;
    const std::vector<double> fits = sortedFits(samples);
    const double outside = (1 - wantedLevel) / 2;
    return SerialFraction{fit(samples, mediansOf(samples)), quantile(fits, outside),
                          quantile(fits, 1 - outside)};
}

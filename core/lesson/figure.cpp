#include "core/lesson/figure.h"

#include "core/lesson/amountvalue.h"

namespace lesson {

namespace {

std::string textOf(const std::string& of, const VerdictCounts& counts)
{
    std::string all;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0)
            all += (all.empty() ? "" : " and ") + std::to_string(counts[i]) + " × " +
                   std::string(::nameOf(static_cast<Verdict>(i)));
    }
    return "verdict(" + of + ") " + all;
}

std::string prefixOf(Statistic statistic)
{
    switch (statistic) {
    case Statistic::Lowest:
        return "lowest ";
    case Statistic::Highest:
        return "highest ";
    case Statistic::Median:
        break;
    }
    return {};
}

}  // namespace

std::string textOf(const Figure& figure)
{
    const Measure& measure = figure.measure;
    if (const auto* const counts = std::get_if<VerdictCounts>(&figure.value))
        return textOf(measure.of, *counts);
    const QuantityTraits& traits = traitsOf(measure.quantity);
    const std::string of = measure.of.empty() ? "" : "(" + measure.of + ")";
    return prefixOf(measure.statistic) + std::string(traits.name) + of + " " +
           textOf(std::get<Estimate>(figure.value), traits.isTime);
}

}  // namespace lesson

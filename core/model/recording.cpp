#include "core/model/recording.h"

#include <algorithm>

TimeRange Recording::span() const noexcept
{
    Nanoseconds end = start.origin;
    if (start.isObserved()) {
        for (const Worker& worker : workers)
            end = std::max(end, worker.stop.value_or(knownUntil));
        return {start.origin, end};
    }
    for (const Task& task : tasks) {
        if (task.stop)
            end = std::max(end, *task.stop);
        else if (task.start)
            end = std::max(end, knownUntil);
    }
    return {start.origin, end};
}

std::string_view nameOf(Evidence evidence) noexcept
{
    switch (evidence) {
    case Evidence::Exact:
        return "exact";
    case Evidence::Inferred:
        return "inferred";
    case Evidence::Sampled:
        return "sampled";
    }
    return {};
}

std::optional<Evidence> evidenceNamed(std::string_view name) noexcept
{
    for (const auto evidence : {Evidence::Exact, Evidence::Inferred, Evidence::Sampled}) {
        if (nameOf(evidence) == name)
            return evidence;
    }
    return std::nullopt;
}

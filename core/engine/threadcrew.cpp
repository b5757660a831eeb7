#include "core/engine/threadcrew.h"

#include "core/engine/workerloop.h"
#include "core/model/findings.h"

#include <algorithm>
#include <system_error>

Result<void> ThreadCrew::add(std::uint32_t worker)
{
    try {
        m_threads.emplace_back(
            [this, worker] { work(m_memory, worker, m_globalLock ? &*m_globalLock : nullptr); });
    } catch (const std::system_error& error) {
        return failure("could not start thread " + std::to_string(worker + 1) + " of " +
                       std::to_string(m_memory.workerCount()) + ": " + error.code().message() +
                       "; the system allows no more");
    }
    return {};
}

std::vector<Finding> ThreadCrew::findings() const
{
    if (!m_globalLock)
        return {};
    std::vector<Nanoseconds> turns = m_globalLock->turns();
    if (turns.empty())
        return {};
    const auto middle = turns.begin() + static_cast<std::ptrdiff_t>(turns.size() / 2);
    std::ranges::nth_element(turns, middle);
    return {{finding::handOver, middle->count(), {}}};
}

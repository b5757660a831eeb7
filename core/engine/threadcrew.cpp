#include "core/engine/threadcrew.h"

#include "core/engine/workerloop.h"

#include <system_error>

Result<void> ThreadCrew::add(std::uint32_t seat)
{
    try {
        m_threads.emplace_back([this, seat] { work(m_memory, seat); });
    } catch (const std::system_error& error) {
        return failure("could not start thread " + std::to_string(seat + 1) + " of " +
                       std::to_string(m_memory.seatCount()) + ": " + error.code().message() +
                       "; the system allows no more");
    }
    return {};
}

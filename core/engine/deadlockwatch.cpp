#include "core/engine/deadlockwatch.h"

#include "core/observe/clock.h"

#include <algorithm>

std::optional<Deadlock> DeadlockWatch::look()
{
    Circle circle = findCircle();
    if (circle.seats.empty() || circle != m_seen) {
        m_seen = std::move(circle);
        m_since = now();
        m_isReported = false;
        return std::nullopt;
    }
    if (m_isReported || now() - m_since < mustHaveStood)
        return std::nullopt;
    m_isReported = true;
    return Deadlock{m_seen.seats, describe(m_seen)};
}

DeadlockWatch::Circle DeadlockWatch::findCircle() const
{
    for (std::uint32_t seat = 0; seat < m_memory.seatCount(); ++seat) {
        if (Circle circle = circleFrom(seat); !circle.seats.empty())
            return circle;
    }
    return {};
}

/// The circle that goes through `seat`; empty if there is none.
DeadlockWatch::Circle DeadlockWatch::circleFrom(std::uint32_t seat) const
{
    Circle circle;
    std::optional<std::uint32_t> at = seat;
    while (at && circle.seats.size() <= m_memory.seatCount()) {
        circle.seats.push_back(*at);
        circle.waits.push_back(m_memory.shared().parts[*at].waits.load());
        at = next(*at);
        if (at == seat)
            return circle;
    }
    return {};
}

/// Who holds what `seat` waits for.
std::optional<std::uint32_t> DeadlockWatch::next(std::uint32_t seat) const
{
    const std::uint32_t lock = m_memory.shared().parts[seat].waitsFor.load();
    if (lock == 0)
        return std::nullopt;
    const std::int64_t holder = m_memory.shared().locks[lock - 1].holder();
    return holder < 0 ? std::nullopt : std::optional(static_cast<std::uint32_t>(holder));
}

/// "task 1 waits for lock 3, held by task 2, which waits for lock 2, held by task 1"
std::string DeadlockWatch::describe(const Circle& circle) const
{
    const auto& parts = m_memory.shared().parts;
    const auto taskAt = [&](std::size_t index) {
        const std::uint32_t seat = circle.seats[index % circle.seats.size()];
        return "task " + std::to_string(parts[seat].task.load());
    };
    std::string text = taskAt(0);
    for (std::size_t i = 0; i < circle.seats.size(); ++i)
        text += (i == 0 ? " waits for lock " : ", which waits for lock ") +
                std::to_string(parts[circle.seats[i]].waitsFor.load()) + ", held by " +
                taskAt(i + 1);
    return text;
}

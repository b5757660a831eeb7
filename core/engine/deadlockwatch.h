#pragma once

#include "core/engine/runmemory.h"

#include <optional>
#include <string>
#include <vector>

/// Parts that wait for each other in a circle.
struct Deadlock {
    std::vector<std::uint32_t> seats;  ///< each waits for a lock that the next one holds
    std::string description;           ///< the circle in words
    bool operator==(const Deadlock&) const = default;
};

/// Looks for deadlocks among the locks of a run: a circle of parts, each of which waits for a lock
/// that the next one holds. E. G. Coffman et al., "System Deadlocks", Comput. Surv. 3 (1971). Used
/// by the runner's thread.
class DeadlockWatch {
public:
    /// How long a circle must have stood before it is one: what is read of it is not read at once.
    static constexpr Nanoseconds mustHaveStood = std::chrono::milliseconds(400);

    /// `memory` is borrowed.
    explicit DeadlockWatch(const RunMemory& memory) : m_memory(memory) {}

    /// To be called again and again. Returns each deadlock once, when it has stood for long enough.
    [[nodiscard]] std::optional<Deadlock> look();

private:
    /// A circle, and how often each of its parts has begun to wait.
    struct Circle {
        std::vector<std::uint32_t> seats;
        std::vector<std::uint32_t> waits;
        bool operator==(const Circle&) const = default;
    };

    [[nodiscard]] Circle findCircle() const;
    [[nodiscard]] Circle circleFrom(std::uint32_t seat) const;
    [[nodiscard]] std::optional<std::uint32_t> next(std::uint32_t seat) const;
    [[nodiscard]] std::string describe(const Circle& circle) const;

    const RunMemory& m_memory;
    Circle m_seen;
    Nanoseconds m_since{};
    bool m_isReported = false;
};

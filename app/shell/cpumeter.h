#pragma once

#include <chrono>
#include <ctime>
#include <optional>

/// What the window itself takes of the machine while a run goes on.
class CpuMeter {
public:
    void start() noexcept
    {
        m_cpu = std::clock();
        m_wall = Clock::now();
        m_share.reset();
    }

    /// Ends the measuring that was started.
    void stop(int machineCores) noexcept
    {
        const std::chrono::duration<double> wall = Clock::now() - m_wall;
        const double cpu = static_cast<double>(std::clock() - m_cpu) / CLOCKS_PER_SEC;
        if (wall.count() > 0 && machineCores > 0)
            m_share = cpu / (wall.count() * machineCores);
    }

    void clear() noexcept { m_share.reset(); }

    /// CPU time ÷ what all cores had, 0 to 1; empty unless it was measured.
    [[nodiscard]] std::optional<double> share() const noexcept { return m_share; }

private:
    using Clock = std::chrono::steady_clock;

    std::clock_t m_cpu = 0;
    Clock::time_point m_wall;
    std::optional<double> m_share;
};

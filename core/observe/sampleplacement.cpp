#include "core/observe/sampleplacement.h"

#include <algorithm>
#include <numeric>

namespace {

/// Fills the period from its beginning; what does not fit goes on at its beginning.
class Filling {
public:
    explicit Filling(Nanoseconds length) noexcept : m_length(length) {}

    void skipTo(Nanoseconds time) noexcept { m_next = std::max(m_next, time); }

    [[nodiscard]] std::vector<TimeRange> take(Nanoseconds running)
    {
        const Nanoseconds start = m_next;
        const Nanoseconds end = start + running;
        m_next = end < m_length ? end : end - m_length;
        if (end <= m_length)
            return {{start, end}};
        return {{Nanoseconds{}, end - m_length}, {start, m_length}};
    }

private:
    Nanoseconds m_length;
    Nanoseconds m_next{};
};

Nanoseconds total(const std::vector<RunLength>& threads)
{
    return std::accumulate(
        threads.begin(), threads.end(), Nanoseconds{},
        [](Nanoseconds sum, const RunLength& thread) { return sum + thread.running; });
}

}  // namespace

std::vector<std::vector<TimeRange>> placeRuns(const std::vector<RunLength>& threads,
                                              Nanoseconds length)
{
    std::vector<std::vector<TimeRange>> ranges(threads.size());
    Filling filling(length);
    Nanoseconds left = total(threads);
    const auto place = [&](bool ranBefore) {
        for (std::size_t i = 0; i < threads.size(); ++i) {
            if (threads[i].ranBefore != ranBefore)
                continue;
            ranges[i] = filling.take(threads[i].running);
            left -= threads[i].running;
        }
    };
    place(true);
    if (total(threads) <= length)  // the others run up to the end
        filling.skipTo(length - left);
    place(false);
    return ranges;
}

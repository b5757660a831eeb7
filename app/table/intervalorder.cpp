#include "app/table/intervalorder.h"

#include <algorithm>
#include <queue>
#include <tuple>
#include <utility>

void IntervalOrder::setLists(std::vector<IntervalList> lists)
{
    m_lists = std::move(lists);
    m_pages.clear();
    m_size = 0;
    for (const IntervalList& list : m_lists)
        m_size += list.size();
}

std::optional<IntervalOrder::Ref> IntervalOrder::at(const IntervalReader& reader,
                                                    std::size_t position) const
{
    const std::size_t number = position / pageLength;
    auto page = m_pages.find(number);
    if (page == m_pages.end()) {
        if (!isIntact(reader))
            return {};
        if (m_pages.size() >= mostPages)
            m_pages.clear();
        page = m_pages.emplace(number, pageFrom(reader, number * pageLength)).first;
    }
    const Ref ref = page->second[position % pageLength];
    return ref.index < reader.whole(m_lists[ref.list]).last ? std::optional(ref) : std::nullopt;
}

bool IntervalOrder::isIntact(const IntervalReader& reader) const
{
    return std::ranges::all_of(
        m_lists, [&](const IntervalList& list) { return list.last <= reader.whole(list).last; });
}

std::size_t IntervalOrder::countBefore(const IntervalReader& reader, Nanoseconds t) const
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < m_lists.size(); ++i)
        count += firstFrom(reader, i, t, m_lists[i].first, m_lists[i].last) - m_lists[i].first;
    return count;
}

/// The first element of a list's [low, high) that starts at `t` or later.
std::size_t IntervalOrder::firstFrom(const IntervalReader& reader, std::size_t list, Nanoseconds t,
                                     std::size_t low, std::size_t high) const
{
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (reader.startOf(m_lists[list], middle) < t)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::vector<std::size_t> IntervalOrder::startsBefore(const IntervalReader& reader,
                                                     std::size_t position) const
{
    std::vector<std::size_t> low;
    std::vector<std::size_t> high;
    Nanoseconds from = Nanoseconds::max();
    Nanoseconds until = Nanoseconds::min();
    for (const IntervalList& list : m_lists) {
        low.push_back(list.first);
        high.push_back(list.last);
        from = std::min(from, reader.startOf(list, list.first));
        until = std::max(until, reader.startOf(list, list.last - 1));
    }
    // The latest time before which no more than `position` start: each half searched is halved too.
    while (from < until) {
        const Nanoseconds middle = until - (until - from) / 2;
        std::vector<std::size_t> split(m_lists.size());
        std::size_t count = 0;
        for (std::size_t i = 0; i < m_lists.size(); ++i) {
            split[i] = firstFrom(reader, i, middle, low[i], high[i]);
            count += split[i] - m_lists[i].first;
        }
        if (count <= position) {
            from = middle;
            low = std::move(split);
        } else {
            until = middle - Nanoseconds(1);
            high = std::move(split);
        }
    }
    return low;
}

IntervalOrder::Page IntervalOrder::pageFrom(const IntervalReader& reader,
                                            std::size_t position) const
{
    using Next = std::tuple<Nanoseconds, std::uint32_t, std::size_t>;  // start, list, index
    std::priority_queue<Next, std::vector<Next>, std::greater<>> queue;
    std::size_t at = 0;
    const std::vector<std::size_t> first = startsBefore(reader, position);
    for (std::uint32_t i = 0; i < m_lists.size(); ++i) {
        at += first[i] - m_lists[i].first;
        if (first[i] < m_lists[i].last)
            queue.emplace(reader.startOf(m_lists[i], first[i]), i, first[i]);
    }
    Page page;
    for (; page.size() < pageLength && !queue.empty(); ++at) {
        const auto [start, list, index] = queue.top();
        queue.pop();
        if (at >= position)
            page.push_back({list, index});
        if (index + 1 < m_lists[list].last)
            queue.emplace(reader.startOf(m_lists[list], index + 1), list, index + 1);
    }
    return page;
}

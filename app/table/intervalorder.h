#pragma once

#include "app/table/intervallist.h"

#include <map>
#include <optional>

/// The intervals of several lists in one order, by their start; of those that start at once, in the
/// order of the lists. None is copied: a page of the order is found when it is asked for, at a cost
/// of O(log n) for each list, and only the last pages are kept.
class IntervalOrder {
public:
    /// An element of one of the lists.
    struct Ref {
        std::uint32_t list = 0;
        std::size_t index = 0;
        bool operator==(const Ref&) const = default;
    };

    /// Forgets the pages.
    void setLists(std::vector<IntervalList> lists);
    [[nodiscard]] const std::vector<IntervalList>& lists() const noexcept { return m_lists; }
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }

    /// Nothing where the lists have become shorter than they were said to be. Requires that
    /// position < size().
    [[nodiscard]] std::optional<Ref> at(const IntervalReader& reader, std::size_t position) const;
    /// Whether the lists are still as long as they were said to be.
    [[nodiscard]] bool isIntact(const IntervalReader& reader) const;
    /// How many start before `t`. Requires that the lists are intact.
    [[nodiscard]] std::size_t countBefore(const IntervalReader& reader, Nanoseconds t) const;

private:
    using Page = std::vector<Ref>;

    static constexpr std::size_t pageLength = 256;
    static constexpr std::size_t mostPages = 16;

    [[nodiscard]] Page pageFrom(const IntervalReader& reader, std::size_t position) const;
    /// Of each list, how many start before the element at `position` does.
    [[nodiscard]] std::vector<std::size_t> startsBefore(const IntervalReader& reader,
                                                        std::size_t position) const;
    [[nodiscard]] std::size_t firstFrom(const IntervalReader& reader, std::size_t list,
                                        Nanoseconds t, std::size_t low, std::size_t high) const;

    std::vector<IntervalList> m_lists;
    std::size_t m_size = 0;
    mutable std::map<std::size_t, Page> m_pages;  ///< by number
};

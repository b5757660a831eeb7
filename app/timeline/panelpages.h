#pragma once

#include <cstddef>
#include <vector>

struct TimelineStyle;

/// Panels [first, first + count) of a comparison, which are shown at once.
struct PanelPage {
    std::size_t first = 0;
    std::size_t count = 0;

    [[nodiscard]] bool contains(std::size_t panel) const noexcept
    {
        return panel >= first && panel - first < count;
    }
    bool operator==(const PanelPage&) const = default;
};

/// How many panels fit into `available` at once wherever the page begins, with rows no lower than
/// those of `style`; one at least.
[[nodiscard]] std::size_t panelsThatFit(double available,
                                        const std::vector<std::size_t>& rowsOfPanels,
                                        const TimelineStyle& style);

/// `style` with rows as low as can still be read from afar, where by that two panels fit wherever
/// the page begins and otherwise one; else `style` as it is.
[[nodiscard]] TimelineStyle styleForPairs(double available,
                                          const std::vector<std::size_t>& rowsOfPanels,
                                          const TimelineStyle& style);

/// The page of `count` panels that begins at `first`, or further up where the panels end there, so
/// that the last page is as full as the others.
[[nodiscard]] PanelPage pageFrom(std::size_t first, std::size_t count, std::size_t total);

/// The page `step` pages after `page`, or the last or first one where there are no more.
[[nodiscard]] PanelPage turned(const PanelPage& page, int step, std::size_t total);

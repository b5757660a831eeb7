#pragma once

#include "app/theme/workstate.h"
#include "app/timeline/rowpicture.h"

#include <bitset>
#include <set>

/// What the colours of the bars stand for.
enum class ColourBy { Task, State };

/// What besides states needs a word in the legend.
enum class LegendExtra { Between, Group, Failed, Cancelled, CoresLine };
inline constexpr std::size_t legendExtraCount = 5;

/// Everything that is on screen and must be in the legend.
struct LegendUse {
    std::bitset<workStateCount> states;
    std::bitset<legendExtraCount> extras;
    std::set<TaskId> tasks;  ///< the first few whose hues are on screen
    bool moreTasks = false;  ///< there are others with the same hues

    void add(const RowPicture& row, ColourBy colourBy);
    void add(LegendExtra extra) { extras.set(static_cast<std::size_t>(extra)); }
    void add(WorkState state) { states.set(static_cast<std::size_t>(state)); }
    void add(TaskId task);
    void add(const LegendUse& other);
    [[nodiscard]] bool has(WorkState state) const
    {
        return states.test(static_cast<std::size_t>(state));
    }
    [[nodiscard]] bool has(LegendExtra extra) const
    {
        return extras.test(static_cast<std::size_t>(extra));
    }
    bool operator==(const LegendUse&) const = default;
};

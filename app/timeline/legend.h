#pragma once

#include "app/theme/workstate.h"
#include "app/timeline/rowpicture.h"

#include <QString>

#include <bitset>
#include <map>
#include <set>

/// What the colours of the bars stand for.
enum class ColourBy { Task, State };

/// What besides states needs a word in the legend.
enum class LegendExtra {
    Between,
    Group,
    Idle,
    Failed,
    Cancelled,
    CoresLine,
    MachineLine,
    Circle,  ///< arrows of a deadlock
    Change,  ///< a task goes on with another worker
    Ghost,   ///< another run, below the bars; each is named, see LegendUse::ghosts
};
inline constexpr std::size_t legendExtraCount = 10;

/// Everything that is on screen and must be in the legend.
struct LegendUse {
    std::bitset<workStateCount> states;
    std::bitset<legendExtraCount> extras;
    std::set<TaskId> tasks;               ///< the first few whose hues are on screen
    bool moreTasks = false;               ///< there are others with the same hues
    bool hasEventLoop = false;            ///< of which tasks wait for
    bool hasTasks = false;                ///< any run has; else all are of observed programs
    std::map<TaskId, QString> processes;  ///< those whose hues are on screen, by number; the first
    bool moreProcesses = false;           ///< as moreTasks
    std::set<QString> ghosts;             ///< the names of other runs below the bars

    void add(const RowPicture& row, ColourBy colourBy);
    /// Gives the processes in `row`, whose hues stand for them, their names.
    void addProcesses(const RowPicture& row, const RowSource& source);
    void add(LegendExtra extra) { extras.set(static_cast<std::size_t>(extra)); }
    void add(WorkState state) { states.set(static_cast<std::size_t>(state)); }
    void add(TaskId task);
    void add(Mark mark);
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

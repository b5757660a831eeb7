#pragma once

#include <QString>

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

/// What the rows of the panels stand for.
enum class RowsBy { Tasks, Workers, Cores };

/// Tasks, workers or cores that share a row: indices [first, first + count).
struct RowGroup {
    std::size_t first = 0;
    std::size_t count = 1;

    [[nodiscard]] bool contains(std::size_t index) const noexcept
    {
        return index >= first && index - first < count;
    }
    bool operator==(const RowGroup&) const = default;
};

/// More of them than this share rows.
inline constexpr std::size_t mostSingleRows = 40;
/// In how many rows at most, then.
inline constexpr std::size_t mostGroups = 25;

struct RowLimits {
    std::size_t singleRows = mostSingleRows;
    std::size_t groups = mostGroups;
    bool operator==(const RowLimits&) const = default;
};

/// What can be told apart on a wall.
inline constexpr RowLimits projectedRows{8, 8};

/// One row each, or a round number in each row where there are too many; in the place of the group
/// that is `opened`, if any, those that it is made of, which may be groups again. What begins in
/// `families`, in ascending order, is kept together: a group has several families, or one, or a
/// round number of one that is large.
[[nodiscard]] std::vector<RowGroup> groupRows(std::size_t total, RowLimits limits = {},
                                              std::optional<RowGroup> opened = {},
                                              std::span<const std::size_t> families = {});

/// Which of the groups, which are in order, has that task, worker or core.
[[nodiscard]] std::size_t rowWith(const std::vector<RowGroup>& groups, std::size_t index);

/// "Task 3", "Tasks 1–40", "Worker 2", "Core 1", …
[[nodiscard]] QString labelOf(RowGroup group, RowsBy rows);

/// What a core is called: by the number that the operating system and recordings give it.
[[nodiscard]] QString nameOfCore(int core);

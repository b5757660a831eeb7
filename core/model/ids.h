#pragma once

#include <cstdint>
#include <type_traits>

/// Number of a task, from 1.
enum class TaskId : std::uint32_t { None = 0 };

/// Number of a worker within its run, from 1.
enum class WorkerId : std::uint32_t { None = 0 };

/// Number of a run within its recording file, from 0.
enum class RunId : std::uint32_t {};

/// Which of the parts of a split task, from 0.
enum class PartId : std::uint16_t {};

template <typename Id>
[[nodiscard]] constexpr auto number(Id id) noexcept
{
    return static_cast<std::underlying_type_t<Id>>(id);
}

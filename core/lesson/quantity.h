#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace lesson {

/// What a claim can speak of. All but the machine's cores are of a run, and stand for the median of
/// its repeats unless the claim asks for the lowest or the highest.
enum class Quantity : std::uint8_t {
    Wall,
    User,
    Sys,
    Cpu,
    CpuShare,
    Speedup,
    ConcurrencyShare,
    ParallelismShare,
    InProgress,
    Running,
    MostInProgress,
    MostRunning,
    Slice,
    LongestTask,
    AllTasks,
    Tasks,
    TasksDone,
    TasksFailed,
    Workers,
    StartUp,
    Count,
    ExpectedCount,
    ItemsInWorkers,
    ItemsInParent,
    Pictures,
    Deadlocks,
    HandOver,
    WorkerStart,
    ResidentBytes,
    SerialFraction,
    Knee,
    Cores
};

/// What a quantity speaks of.
enum class Subject : std::uint8_t { Run, Study, Machine };

struct QuantityTraits {
    Quantity quantity{};
    std::string_view name;  ///< as in a claim
    Subject subject = Subject::Run;
    bool isTime = false;
    bool isExact = false;      ///< a count, which a claim may compare with = as it is
    bool isSteady = false;     ///< the same however busy the machine is: given by the work alone
    std::string_view finding;  ///< of a run, that it is; empty where it is none
    std::string_view summary;  ///< for the author of a lesson
};

[[nodiscard]] std::span<const QuantityTraits> quantityTraits() noexcept;
[[nodiscard]] const QuantityTraits& traitsOf(Quantity quantity) noexcept;
[[nodiscard]] std::optional<Quantity> quantityNamed(std::string_view name) noexcept;
[[nodiscard]] std::vector<std::string_view> quantityNames();

}  // namespace lesson

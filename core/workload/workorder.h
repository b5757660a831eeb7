#pragma once

#include "core/model/ids.h"
#include "core/model/plan.h"
#include "core/model/setting.h"
#include "core/model/time.h"

#include <array>
#include <cstdint>

/// What is to be done in a run; written before any worker exists, constant afterwards. Plain data,
/// handed to workers in shared memory.
struct WorkOrder {
    std::array<char, 32> workload{};
    std::uint64_t amount = 0;  ///< of each task, in the workload's own unit
    std::uint32_t tasks = 0;
    std::uint32_t teams = 0;         ///< how many tasks may be in progress at once
    std::uint32_t seatsPerTeam = 0;  ///< into how many parts each task is split
    WorkerKind with = WorkerKind::Threads;
    Nanoseconds taskLength{};
    Settings settings;
    std::int64_t memoryLimit = 0;     ///< bytes that all tasks together may take
    std::int64_t cacheBytes = 0;      ///< of the machine's last-level cache
    std::uint16_t serverPort = 0;     ///< of the local image server; 0 if there is none
    std::uint32_t addresses = 0;      ///< how many were given; then each task has one
    std::array<char, 1024> folder{};  ///< where pictures go

    [[nodiscard]] constexpr std::uint32_t seats() const noexcept { return teams * seatsPerTeam; }

    /// A thread or process for each seat; an event loop is one for all.
    [[nodiscard]] constexpr std::uint32_t workers() const noexcept
    {
        return with == WorkerKind::EventLoop ? 1 : seats();
    }
};

/// One part of one task.
struct PartOfWork {
    TaskId task{};
    PartId part{};
    std::uint32_t parts = 1;   ///< into how many the task is split
    std::uint64_t amount = 0;  ///< of the whole task, in the workload's own unit
};

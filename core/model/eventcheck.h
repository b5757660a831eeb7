#pragma once

#include "core/model/event.h"
#include "core/model/recording.h"
#include "core/model/result.h"

#include <span>

// What can be told of an event without knowing what its worker is doing.

/// Whether the kind is known and the time lies between that of the worker's event before, `last`,
/// and the end of the longest run that began at `origin`.
[[nodiscard]] Result<void> checkTime(const Event& event, Nanoseconds origin, Nanoseconds last);

/// How far a worker has come.
enum class Life { NotStarted, Lives, Stopped };

/// Whether a worker that has come so far can bring the event about.
[[nodiscard]] Result<void> checkLife(const Event& event, Life life);

/// Whether the task of an event that needs one exists, and can start or stop if that is the event.
[[nodiscard]] Result<void> checkTask(const Event& event, std::span<const Task> tasks);

/// An error: the event says something of its task that cannot be.
[[nodiscard]] tl::unexpected<Error> contradiction(const Event& event, const char* what);

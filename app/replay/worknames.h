#pragma once

#include "app/timeline/workerorder.h"
#include "core/analysis/instant.h"

#include <QString>

/// What the work of one run is called, and whose colour it has.
class WorkNames {
public:
    WorkNames() = default;
    /// Of `run`, which is borrowed and whose workers are all there.
    explicit WorkNames(const Recording& run);

    /// "Task 3", "Task 3.2" for a part of several, "xz 4711", "Worker 2" between tasks
    [[nodiscard]] QString nameOf(const WorkAt& work) const;
    /// "3", "3.2", "4711", "W2"
    [[nodiscard]] QString shortNameOf(const WorkAt& work) const;
    /// Whose hue it has on the timelines: that of its task, or of its process.
    [[nodiscard]] TaskId hueOf(const WorkAt& work) const;
    /// A name as long as any that `nameOf` gives to a task.
    [[nodiscard]] QString longestName() const;

private:
    [[nodiscard]] const Worker* workerOf(const WorkAt& work) const;

    const Recording* m_run = nullptr;
    WorkerOrder m_order;
};

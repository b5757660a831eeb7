#pragma once

#include "core/program/template.h"

#include <string_view>

/// How the tasks of one workload are done in Python: templates, and words for the frame.
struct PythonWork {
    std::string_view function;  ///< does a task, or a part of it where it is split
    std::string_view unit;      ///< of the number that the function returns
    std::string_view constants;
    std::string_view functions;
    std::string_view report;  ///< the last words of main(), indented

    // Of work that has an amount: the frame makes the function from these.
    std::string_view doc = {};     ///< what the function does
    std::string_view kernel = {};  ///< does the amount from a first to a last
    std::string_view amount = {};  ///< name of the constant
    std::string_view whole = {};   ///< instead of all that, where nothing is split or serial

    std::string_view shared = {};  ///< names of what all workers share, where it is made in main()
    std::string_view sharedValues = {};
};

/// Of the workload that is among the flags; it must exist.
[[nodiscard]] const PythonWork& pythonWorkOf(const Filling& filling);

// The three kinds; null if it is a workload of another.
/// compute, append, memory, tree
[[nodiscard]] const PythonWork* pythonComputing(const Filling& filling);
/// sleep, download, mixed
[[nodiscard]] const PythonWork* pythonWaiting(const Filling& filling);
/// increment, philosophers
[[nodiscard]] const PythonWork* pythonContending(const Filling& filling);

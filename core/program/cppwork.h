#pragma once

#include "core/program/template.h"

#include <string_view>

/// How the tasks of one workload are done in C++: templates, and words for the frame.
struct CppWork {
    std::string_view function;  ///< does a task, or a part of it where it is split
    std::string_view unit;      ///< of the number that the function returns
    std::string_view constants;
    std::string_view fields;  ///< what all workers share
    std::string_view functions;
    std::string_view report;  ///< the last words of main(), indented

    // Of work that has an amount: the frame makes the function from these.
    std::string_view doc = {};     ///< what the function does
    std::string_view kernel = {};  ///< does the amount from a first to a last
    std::string_view amount = {};  ///< name of the constant
    std::string_view with = {};    ///< the kernel's first argument, and a comma

    std::string_view awaited = {};  ///< the same in an event loop, where it waits
};

/// Of the workload that is among the flags; it must exist.
[[nodiscard]] const CppWork& cppWorkOf(const Filling& filling);

// The three kinds; null if it is a workload of another.
/// compute, append, memory, tree
[[nodiscard]] const CppWork* cppComputing(const Filling& filling);
/// sleep, download, mixed
[[nodiscard]] const CppWork* cppWaiting(const Filling& filling);
/// increment, philosophers
[[nodiscard]] const CppWork* cppContending(const Filling& filling);

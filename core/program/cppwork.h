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

/// Of what computes: compute, append, memory and tree. Null if it is another workload.
[[nodiscard]] const CppWork* cppComputing(const Filling& filling);

/// Of what waits or contends: sleep, increment, philosophers, download and mixed.
[[nodiscard]] const CppWork* cppWaiting(const Filling& filling);

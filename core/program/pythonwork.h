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

/// Of what computes: compute, append, memory and tree. Null if it is another workload.
[[nodiscard]] const PythonWork* pythonComputing(const Filling& filling);

/// Of what waits or contends: sleep, increment, philosophers, download and mixed.
[[nodiscard]] const PythonWork* pythonWaiting(const Filling& filling);

/// A server of the program's own that pictures are downloaded from.
[[nodiscard]] std::string_view pythonServer();

/// How addresses come from a file, and how a picture comes from an address.
[[nodiscard]] std::string_view pythonFetching();

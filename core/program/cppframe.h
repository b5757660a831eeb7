#pragma once

#include <string_view>

/// Templates of what runs the tasks of any workload in C++.
struct CppFrame {
    std::string_view head;       ///< what the program is, and how to run it
    std::string_view constants;  ///< above those of the workload
    std::string_view share;      ///< of a worker, where tasks can be stolen
    std::string_view fields;     ///< what all workers share, whatever they do
    std::string_view amount;     ///< the function of a workload that has an amount
    std::string_view start;      ///< main() up to the results
};

[[nodiscard]] const CppFrame& cppFrame();

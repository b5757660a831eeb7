#pragma once

#include <string_view>

/// Templates of who does the tasks in C++.
struct CppCrew {
    std::string_view workers;  ///< threads or processes, the parts of a task, what a worker does
    std::string_view loop;     ///< the same in an event loop
};

[[nodiscard]] const CppCrew& cppCrew();

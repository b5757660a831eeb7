#pragma once

#include <string_view>

/// Templates of what runs the tasks of any workload in Python.
struct PythonFrame {
    std::string_view head;       ///< what the program is, and how to run it
    std::string_view constants;  ///< above those of the workload
    std::string_view amount;     ///< the function of a workload that has an amount
    std::string_view tools;      ///< what workers share, which cores, the parts of a task
    std::string_view workers;    ///< what a worker does
    std::string_view start;      ///< main() up to the results
    std::string_view end;        ///< after the report
};

[[nodiscard]] const PythonFrame& pythonFrame();

#pragma once

#include <string_view>

/// Templates of how a Python program downloads.
struct PythonNet {
    std::string_view fetching;  ///< addresses from a file, a picture from an address
    std::string_view server;    ///< a server of the program's own
};

[[nodiscard]] const PythonNet& pythonNet();

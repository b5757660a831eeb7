#pragma once

#include <string_view>

/// Templates of how a C++ program downloads.
struct CppNet {
    std::string_view fetching;   ///< a picture from an address
    std::string_view fetchLoop;  ///< resumes coroutines when their download has ended
    std::string_view server;     ///< a server of the program's own
};

[[nodiscard]] const CppNet& cppNet();

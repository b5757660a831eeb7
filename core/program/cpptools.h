#pragma once

#include <string_view>

/// Templates of what is not the subject of a C++ program, but what it cannot do without.
struct CppTools {
    std::string_view globalLock;   ///< a model of CPython's interpreter lock
    std::string_view sharedMutex;  ///< a mutex for processes
    std::string_view coroutine;    ///< what the event loops resume
    std::string_view eventLoop;    ///< resumes coroutines when their time has come
};

[[nodiscard]] const CppTools& cppTools();

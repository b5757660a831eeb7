#pragma once

#include <string>

/// The machine that a recording was made on.
struct Machine {
    int cores = 1;          ///< hardware threads that this process may use, at least 1
    int physicalCores = 1;  ///< at least 1; fewer than `cores` where a core has several threads
    std::string model;      ///< as the processor calls itself; may be empty
    bool canBind = false;   ///< whether workers can be bound to chosen cores

    bool operator==(const Machine&) const = default;
};

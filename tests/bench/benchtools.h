#pragma once

#include "core/model/recording.h"

#include <string>
#include <vector>

/// The median; the mean of the middle two of an even number. Requires at least one value.
[[nodiscard]] double medianOf(std::vector<double> values);

/// What a program that was observed in this process did, and what it printed.
struct Observed {
    Recording run;
    std::string output;
};

/// Observes `command`; ends this program where that cannot be.
[[nodiscard]] Observed observed(const std::vector<std::string>& command, bool exactly = true);

/// What a command line prints to standard output.
[[nodiscard]] std::string outputOf(const std::string& commandLine);

#pragma once

#include "tests/app/golden/goldenpanel.h"

#include <string>

/// A golden picture of one panel: what it shows, and how.
struct GoldenSample {
    std::string name;
    Comparison comparison;
    GoldenView view{};
    std::size_t run = 0;  ///< of the comparison

    [[nodiscard]] QImage picture() const { return panelPicture(comparison, run, view); }
};

/// All that are stored.
[[nodiscard]] std::vector<GoldenSample> goldenSamples();

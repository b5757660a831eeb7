#pragma once

#include "core/program/program.h"

#include <QString>

#include <vector>

/// One program, and what it must come to.
struct Variant {
    QString name;
    Experiment experiment;
    Plan plan;
    std::string text;
};

/// Every workload × kind of worker × shape of plan, and what each other choice of its settings
/// makes of the richest plans, with small amounts; those with the same text once. Addresses of
/// pictures are read from the file `urls`.
[[nodiscard]] std::vector<Variant> variantsIn(Language language, const std::string& urls);

#pragma once

#include "app/timeline/rowsource.h"

#include <optional>

class ComparisonView;
class PanelWidget;

/// The timeline whose twin the table is: a run of those that a view shows.
struct TableSubject {
    ComparisonView& view;
    std::size_t run = 0;

    /// Null if there is no such run, or not yet.
    [[nodiscard]] PanelWidget* panel() const;
    /// Anew each time: a recording moves when more runs come.
    [[nodiscard]] std::optional<RowSource> source() const;
};

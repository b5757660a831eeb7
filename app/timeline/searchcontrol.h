#pragma once

#include "app/timeline/search.h"

#include <QObject>

class PanelStack;
class PanelWidget;
class QScrollArea;
class SearchBar;
class Viewport;

/// Searches the timelines of a view as the user types, and shows what was found: its panel and row
/// are scrolled to and marked, and its time is made visible.
class SearchControl : public QObject {
    Q_OBJECT

public:
    /// The parts of the view that it works with; all borrowed.
    struct Parts {
        Viewport& viewport;
        PanelStack& stack;
        QScrollArea& scroll;
        SearchBar& bar;
    };

    /// `view` owns this object.
    SearchControl(const Parts& parts, QWidget* view);

    /// What is searched, borrowed; may be null.
    void setComparison(const Comparison* comparison);
    /// The comparison has grown, or its rows have changed.
    void refresh();

Q_SIGNALS:
    void closed();
    /// Something was found in that run, whose panel should be shown.
    void foundIn(std::size_t run);

private:
    void search();
    void step(int by);
    void showMatch();
    void markRow();
    void unmark();

    const Parts m_parts;
    const Comparison* m_comparison = nullptr;
    std::vector<SearchMatch> m_matches;
    std::size_t m_current = 0;
};

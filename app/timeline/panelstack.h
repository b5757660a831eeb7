#pragma once

#include "app/timeline/panellayout.h"
#include "app/timeline/panelpages.h"

#include <QWidget>

#include <optional>
#include <vector>

class PanelWidget;
class Viewport;
struct Comparison;
struct TimelineSettings;

/// The panels of a comparison, one below the other.
class PanelStack : public QWidget {
    Q_OBJECT

public:
    /// Settings and viewport are borrowed.
    PanelStack(const TimelineSettings& settings, Viewport& viewport, QWidget* parent);

    /// Shows all runs of `comparison` anew; it is borrowed and may be null.
    void setComparison(const Comparison* comparison);
    /// Takes in what is new in the comparison. Returns whether panels or rows have come or gone.
    bool refresh();
    /// Gives the panels their places in a window of this size; grows beyond its height if it must.
    void layOut(QSize window);

    /// Shows only the panels of `page`; all where there is none.
    void setPage(std::optional<PanelPage> page);

    [[nodiscard]] const std::vector<PanelWidget*>& panels() const noexcept { return m_panels; }
    [[nodiscard]] double neededLabelWidth() const;
    /// How many rows each panel has, whether it is shown or not.
    [[nodiscard]] std::vector<std::size_t> rowsOfPanels() const;
    /// The plots, in its coordinates.
    [[nodiscard]] PlotSpan plotSpan() const;

Q_SIGNALS:
    void panelAdded(PanelWidget* panel);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void addPanel(std::size_t run);
    [[nodiscard]] std::vector<PanelWidget*> shownPanels() const;
    void takeIntoTabOrder(QWidget* panel);
    void moveFocus(PanelWidget* from, int step);

    const TimelineSettings& m_settings;
    Viewport& m_viewport;
    const Comparison* m_comparison = nullptr;
    std::vector<PanelWidget*> m_panels;  ///< owned as children
    std::vector<std::size_t> m_rows;     ///< of each panel, as last laid out
    std::optional<PanelPage> m_page;
};

#pragma once

#include "app/timeline/overlay.h"
#include "app/timeline/panellayout.h"
#include "app/timeline/panelorder.h"
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

    /// Shows only the panels of `page`, counted among those that are not hidden; nothing shows all.
    void setPage(std::optional<PanelPage> page);

    /// By run; some may be hidden, see `shownPanels`.
    [[nodiscard]] const std::vector<PanelWidget*>& panels() const noexcept { return m_panels; }
    /// The panel of that run, shown or not; null where there is none.
    [[nodiscard]] PanelWidget* panelOf(std::size_t run) const;
    /// From top to bottom, without hidden ones.
    [[nodiscard]] std::vector<PanelWidget*> shownPanels() const;
    /// Those of them on the page that is shown; all where there are no pages.
    [[nodiscard]] std::vector<PanelWidget*> pagePanels() const;
    [[nodiscard]] const PanelOrder& order() const noexcept { return m_order; }
    void setShown(std::size_t run, bool isShown);
    void showAll();
    /// These runs and no others, where there are any of them.
    void showOnly(const std::vector<std::size_t>& runs);
    /// Up (-1) or down (1).
    void moveBy(std::size_t run, int step);

    /// The run whose panel has the focus or had it last; else the first shown.
    [[nodiscard]] std::optional<std::size_t> current() const;

    /// Draws runs of `before` below those of the same; borrowed until null is set, or another.
    void setBefore(const Comparison* before, const QString& name);
    [[nodiscard]] const Comparison* before() const noexcept { return m_overlay.before(); }
    /// Draws run `other` of the same comparison below `run`; nothing draws none.
    void pickGhost(std::size_t run, std::optional<std::size_t> other);
    /// Goes back to the run of `before`.
    void unpickGhost(std::size_t run);
    /// The run of `before` that is a run of the same, drawn or not.
    [[nodiscard]] std::optional<RunMatch> matchOf(std::size_t run);
    [[nodiscard]] const Comparison* comparison() const noexcept { return m_comparison; }

    [[nodiscard]] bool hasGhosts() const;
    /// The end of the longest run that is seen, counted from its origin.
    [[nodiscard]] Nanoseconds contentEnd() const;

    /// Shows where `panel` would go if it were dropped at that height.
    void showDrop(const PanelWidget& panel, int y);
    void showNoDrop();
    void drop(const PanelWidget& panel, int y);

    [[nodiscard]] double neededLabelWidth() const;
    /// How many rows each panel has that is not hidden, on whichever page.
    [[nodiscard]] std::vector<std::size_t> rowsOfPanels() const;
    /// The plots, in its coordinates.
    [[nodiscard]] PlotSpan plotSpan() const;

Q_SIGNALS:
    void panelAdded(PanelWidget* panel);
    /// Panels were moved, hidden or shown again, or others are drawn below them.
    void arranged();
    /// A panel is held at that height, which should be in sight.
    void draggedTo(int y);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void addPanel(std::size_t run);
    void takeIntoTabOrder(QWidget* panel);
    void moveFocus(PanelWidget* from, int step);
    void arrange();
    void placeInOrder();
    void takeInOverlay();
    /// The place on the page that a panel dropped at that height gets.
    [[nodiscard]] std::size_t placeAt(const PanelWidget& panel, int y) const;

    const TimelineSettings& m_settings;
    Viewport& m_viewport;
    const Comparison* m_comparison = nullptr;
    std::vector<PanelWidget*> m_panels;  ///< owned as children
    std::vector<std::size_t> m_rows;     ///< of each shown panel, as last laid out
    std::optional<PanelPage> m_page;
    PanelOrder m_order;
    Overlay m_overlay;
    std::size_t m_focused = 0;       ///< the run whose panel had the focus last
    std::size_t m_overlaidRuns = 0;  ///< that the overlay was asked for
    std::optional<int> m_dropLine;   ///< where a panel that is dragged would go
};

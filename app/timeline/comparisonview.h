#pragma once

#include "app/timeline/panelpages.h"
#include "app/timeline/timelinesettings.h"
#include "app/timeline/viewport.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <vector>

class AxisWidget;
class BookmarkControl;
class EmptyState;
class HoverBox;
class LegendWidget;
class Minimap;
class PanelStack;
class PanelWidget;
class ProjectedHead;
class QMenu;
class QScrollArea;
class SearchBar;
class SearchControl;
struct Bookmark;
struct Comparison;
struct ComparisonSight;
struct HoverText;

/// The runs of a comparison as live timelines on one shared axis, with the legend below.
class ComparisonView : public QWidget {
    Q_OBJECT

public:
    explicit ComparisonView(QWidget* parent = nullptr);

    /// Shows `comparison`, which is borrowed: its owner may change it on the GUI thread, then calls
    /// `refresh`, and calls this again before it goes. Null shows what to press.
    void setComparison(const Comparison* comparison);
    /// Takes in what has changed. Costs only what is new; to be called at most 30 times a second.
    void refresh();

    /// What is said while there is nothing to show: one sentence that says what to press.
    void setInvitation(const QString& invitation);

    /// Whether a run that has not ended still goes on (the default) or was cut off.
    void setFeed(Feed feed);
    void setRowsBy(RowsBy rows);
    [[nodiscard]] RowsBy rowsBy() const noexcept { return m_settings.rows; }
    /// Of observed programs, or of other runs, whichever are shown.
    void setColourBy(ColourBy colourBy);
    [[nodiscard]] ColourBy colourBy() const noexcept { return m_settings.shownColourBy(); }
    /// Whether only observed programs are shown, which have threads and processes but no tasks.
    [[nodiscard]] bool isObserved() const noexcept { return m_settings.isObserved; }
    void setTheme(const Theme& theme);
    /// For a wall: only as many panels at once as fit at a size that is read from afar.
    void setProjected(bool isProjected);
    /// Gives the focus back to the panel that had it last, or to the first in sight.
    void focusCurrent();
    /// Whether rows become lower on a wall where two panels then fit that are to be compared.
    enum class Pairs { WhereRowsAreHigh, WhereRowsCanBeRead };
    void setPairs(Pairs pairs);
    /// The panels that are shown while they are projected.
    [[nodiscard]] PanelPage page() const noexcept { return m_page; }
    [[nodiscard]] const TimelineSettings& settings() const noexcept { return m_settings; }
    [[nodiscard]] Viewport& viewport() noexcept { return m_viewport; }
    /// The panels, which come and go with runs, and can be moved, hidden and overlaid.
    [[nodiscard]] PanelStack& stack() const noexcept { return *m_stack; }
    /// Brings that panel into sight, if it is hidden too.
    void showPanel(PanelWidget* panel);
    /// What is seen now: panels that are hidden or scrolled away are not.
    [[nodiscard]] ComparisonSight sight() const;

    /// Shows the bookmarks of the comparison.
    void setBookmarks(const std::vector<Bookmark>& bookmarks);
    [[nodiscard]] const std::vector<Bookmark>& bookmarks() const;

public Q_SLOTS:
    void fit();
    void zoomIn();
    void zoomOut();
    void undoZoom();
    /// Opens the line to search by name.
    void openSearch();
    /// Marks where the cursor is, and asks for a note in place.
    void setBookmark();
    void goToNextBookmark();
    void goToPreviousBookmark();
    /// While projected, shows the panels after those shown, or before for a negative step.
    void turnPage(int step);
    /// While projected, shows the page with the panel of that run.
    void turnTo(std::size_t run);

Q_SIGNALS:
    /// What lies under the pointer, in one line; empty for nothing.
    void hovered(const QString& text);
    /// The panel of that run of the comparison has got the focus.
    void panelFocused(std::size_t run);
    /// The user changed the bookmarks.
    void bookmarksEdited();
    /// Rows or colours were chosen in a panel's menu.
    void switched();
    /// The menu of the panel of run `run` is about to open: others may add to it.
    void menuOpening(QMenu& menu, std::size_t run);
    /// What could not be done, and why.
    void refused(const QString& why);
    /// Panels were moved, hidden or overlaid.
    void arranged();
    /// What is new in the comparison has been taken in.
    void refreshed();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void createParts();
    void connectParts();
    void connectPanel(PanelWidget* panel);
    void applySettings();
    void layOut();
    /// Takes the compact style where the panels would otherwise scroll.
    void chooseStyle(int available);
    [[nodiscard]] TimelineStyle usualStyle() const;
    /// Gives the panels their page, if they are projected; returns the height of the line above.
    int layOutHead();
    void choosePage(int available);
    /// While projected it never becomes less, so that the number of panels settles.
    int layOutLegend();
    void takeInArrangement();
    void updateContentEnd();
    void updateContent();
    void updateLegend();
    void showHover(PanelWidget* panel, const HoverText& text, QPoint position);
    /// What lies there now, after the view or the recording has moved below it.
    void renewHover();
    void hideHover();
    void openMenu(PanelWidget& panel, QPointF position, QPoint globalPosition);

    const Comparison* m_comparison = nullptr;
    TimelineSettings m_settings;
    bool m_isProjected = false;
    Pairs m_pairs = Pairs::WhereRowsAreHigh;
    PanelPage m_page;
    int m_legendRoom = 0;
    Viewport m_viewport;
    QTimer m_legendTimer;
    EmptyState* m_empty = nullptr;
    QScrollArea* m_scroll = nullptr;
    PanelStack* m_stack = nullptr;
    AxisWidget* m_axis = nullptr;
    Minimap* m_minimap = nullptr;
    BookmarkControl* m_bookmarks = nullptr;
    SearchBar* m_searchBar = nullptr;
    SearchControl* m_search = nullptr;
    LegendWidget* m_legend = nullptr;
    HoverBox* m_hover = nullptr;
    QPointer<PanelWidget> m_hovered;  ///< that the box tells of
    QPoint m_hoverAt;                 ///< in it
    ProjectedHead* m_head = nullptr;
};

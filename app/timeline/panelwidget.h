#pragma once

#include "app/timeline/differencetext.h"
#include "app/timeline/ghost.h"
#include "app/timeline/highlights.h"
#include "app/timeline/hit.h"
#include "app/timeline/hovertext.h"
#include "app/timeline/lanecache.h"
#include "app/timeline/panelcache.h"
#include "app/timeline/release.h"
#include "app/timeline/runningcolumns.h"

#include <QTimer>
#include <QWidget>

class Bookmarks;
class Viewport;
struct SearchMatch;
struct TimelineSettings;

/// One run of a comparison, as a card. Its picture is cached: a moving cursor repaints none of it.
class PanelWidget : public QWidget {
    Q_OBJECT

public:
    /// Settings and viewport are borrowed.
    PanelWidget(const TimelineSettings& settings, Viewport& viewport, QWidget* parent);

    /// Shows run `run` of `comparison`, which is borrowed.
    void setRun(const Comparison* comparison, std::size_t run);
    /// Which run of the comparison it shows.
    [[nodiscard]] std::size_t run() const noexcept { return m_run; }
    [[nodiscard]] RunId runId() const noexcept { return static_cast<RunId>(m_run); }
    /// Draws those of its run; they are borrowed.
    void setBookmarks(const Bookmarks* bookmarks);
    /// Draws that run below the own one; nothing draws none. Seen after `refresh`.
    void setGhost(const std::optional<GhostRef>& ghost);
    [[nodiscard]] const GhostRef* ghost() const { return m_ghost ? &m_ghost->ref() : nullptr; }
    /// Takes in what is new in the run and in the settings.
    void refresh();

    [[nodiscard]] std::size_t rows() const;
    [[nodiscard]] double neededLabelWidth() const;
    /// What was on it when it was last painted.
    [[nodiscard]] const LegendUse& use() const noexcept { return m_cache.picture().use; }
    [[nodiscard]] PanelLayout geometryOfParts() const;
    [[nodiscard]] const PanelModel& model() const noexcept { return m_model; }
    /// From when its times count.
    [[nodiscard]] Nanoseconds origin() const;
    [[nodiscard]] const PanelText& text() const noexcept { return m_text; }
    [[nodiscard]] Viewport& viewport() const noexcept { return m_viewport; }
    /// What its rows are made from; until the comparison changes.
    [[nodiscard]] RowSource source() const;

    /// The time from the run's origin at `x`.
    [[nodiscard]] Nanoseconds timeAt(double x) const;
    /// The edge in the row at `position` that is near it, or the time at it.
    [[nodiscard]] Nanoseconds snappedTimeAt(QPointF position) const;

    /// The group of several that has that row, or -1; none on a wall, where it cannot be opened.
    [[nodiscard]] std::optional<RowGroup> groupIn(int row) const;
    /// Gives those in `group` rows in its place, instead of those that had some before.
    void openGroup(std::optional<RowGroup> group);
    /// Opens the group in that row, or closes the one that is open. Returns whether. -1: no row.
    bool toggleGroup(int row);
    /// Opens the group that has the match.
    void openFor(const SearchMatch& match);

    /// As in its own rows: an observed program has none by task.
    [[nodiscard]] RowsBy rowsBy() const;
    /// What the row at `position` shows there; nothing outside of the rows.
    [[nodiscard]] std::optional<Hit> hitUnder(QPointF position) const;
    /// In words, as many lines as it takes; beside the plot, the whole panel in one sentence.
    [[nodiscard]] QString textUnder(QPointF position) const;
    /// From the origin; empty for a task that has not started or that there is not.
    [[nodiscard]] TimeRange rangeOfTask(TaskId task) const;
    /// The row that shows it; nothing where none does.
    [[nodiscard]] std::optional<std::size_t> rowOf(const SearchMatch& match) const;
    /// Marks a row that was searched for, with or without the focus.
    void setFoundRow(std::optional<std::size_t> row);
    [[nodiscard]] std::optional<std::size_t> foundRow() const noexcept { return m_foundRow; }
    /// What is pointed at, besides what the user does.
    void setHighlights(Highlights highlights);
    [[nodiscard]] const Highlights& highlights() const noexcept { return m_highlights; }
    /// Marks the row at `position`, if any, as if the arrow keys had gone there.
    void markRowAt(QPointF position);
    /// Who ended the wait that is pointed at, or was.
    [[nodiscard]] const std::optional<Release>& release() const noexcept { return m_release; }

    void pointAt(QPointF position);
    void pointNowhere();
    /// Moves the marked row by one; returns false where there is no further row.
    bool stepRow(int step);
    /// Moves the cursor to the next edge in the marked row.
    void stepEdge(Direction direction);
    /// As stepEdge; the selection reaches from where it began to there.
    void selectToEdge(Direction direction);
    /// The row that the arrow keys have gone to, or -1.
    [[nodiscard]] int markedRow() const noexcept { return m_markedRow; }
    /// Marks a row as if the arrow keys had gone there, with or without the focus; or none.
    void markRow(std::optional<std::size_t> row);
    /// What lies at `position`; nothing beside the plot.
    [[nodiscard]] std::optional<HoverText> textAt(QPointF position) const;
    /// What that row shows at the cursor.
    [[nodiscard]] HoverText textOfRow(std::size_t row) const;

Q_SIGNALS:
    void pointed(const HoverText& text, QPoint position);
    void pointedNowhere();
    void useChanged();
    /// A group was opened or closed.
    void rowsChanged();
    void focused(std::size_t run);
    /// By the mouse or the keyboard, for what lies at `position`.
    void menuAsked(QPointF position, QPoint globalPosition);
    /// Up or down was pressed in the last row.
    void leftAt(int step);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    /// What the cached picture depends on.
    struct Key {
        PanelCache::Ground ground;
        TimeRange visible;
        bool isMoving = false;
        int data = 0;
        bool operator==(const Key&) const = default;
    };

    [[nodiscard]] double pixelOf(Nanoseconds t) const;
    [[nodiscard]] HoverText hoverTextAt(QPointF position) const;
    [[nodiscard]] HoverText hoverTextOfGhost(std::size_t row, Nanoseconds t, Nanoseconds pixel,
                                             TimeFormat format) const;
    /// Opens or closes the group of the marked row. Returns whether.
    bool openMarked();
    /// Says what lies at the cursor in the marked row.
    void showMarked();
    /// Looks for who ended the wait at `position`, and shows it.
    void showRelease(std::optional<QPointF> position);
    void moveCursor();
    /// What is visible has changed.
    void moveView();
    [[nodiscard]] double columnsPerPixel(double ratio) const;
    /// Returns what looks different now.
    QRegion updateCache();
    /// The words of now, or those of before where these are from just now.
    [[nodiscard]] PanelText nextText();
    void bringText();
    /// Has painted again what looks different now.
    void repaintChanges();
    void paintOverlay(QPainter& painter) const;
    void paintReleaseArrow(QPainter& painter, const PanelLayout& layout) const;
    void paintFlags(QPainter& painter, const PanelLayout& layout) const;
    void paintHighlights(QPainter& painter, const PanelLayout& layout) const;
    void paintSelection(QPainter& painter, const PanelLayout& layout) const;

    const TimelineSettings& m_settings;
    Viewport& m_viewport;
    const Comparison* m_comparison = nullptr;
    std::size_t m_run = 0;
    PanelModel m_model;
    LaneCache m_lanes;
    RunningColumns m_running;
    PanelCache m_cache;
    std::optional<Ghost> m_ghost;
    DifferenceText m_difference;  ///< to the ghost
    PanelText m_text;
    Key m_key;
    int m_dataGeneration = 0;
    const Bookmarks* m_bookmarks = nullptr;
    std::optional<RowGroup> m_opened;
    RowsBy m_openedBy = RowsBy::Tasks;  ///< a group of these
    int m_markedRow = -1;
    std::optional<std::size_t> m_foundRow;
    Highlights m_highlights;
    std::optional<Release> m_release;
    double m_cursorX = -1;
    bool m_isLarge = false;
    QTimer m_rest;              ///< runs while the view moves
    QTimer m_untilText;         ///< until the words of a run that goes on may be others
    bool m_isTextLate = false;  ///< they may be others then
};

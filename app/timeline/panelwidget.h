#pragma once

#include "app/timeline/differencetext.h"
#include "app/timeline/ghost.h"
#include "app/timeline/hit.h"
#include "app/timeline/hovertext.h"
#include "app/timeline/lanecache.h"
#include "app/timeline/panelpicture.h"

#include <QPixmap>
#include <QWidget>

class Viewport;
struct TimelineSettings;

/// One run of a comparison, as a card. Its picture is cached: a moving cursor repaints none of it.
class PanelWidget : public QWidget {
    Q_OBJECT

public:
    /// Settings and viewport are borrowed.
    PanelWidget(const TimelineSettings& settings, Viewport& viewport, QWidget* parent);

    /// Shows run `run` of `comparison`, which is borrowed.
    void setRun(const Comparison* comparison, std::size_t run);
    /// Draws that run below the own one; nothing draws none. Seen after `refresh`.
    void setGhost(const std::optional<GhostRef>& ghost);
    [[nodiscard]] const GhostRef* ghost() const { return m_ghost ? &m_ghost->ref() : nullptr; }
    /// Takes in what is new in the run and in the settings.
    void refresh();

    /// The index of its run in the comparison.
    [[nodiscard]] std::size_t run() const noexcept { return m_run; }
    [[nodiscard]] std::size_t rows() const;
    [[nodiscard]] double neededLabelWidth() const;
    /// What was on it when it was last painted.
    [[nodiscard]] const LegendUse& use() const noexcept { return m_picture.use; }
    [[nodiscard]] PanelLayout geometryOfParts() const;
    [[nodiscard]] const PanelText& text() const noexcept { return m_text; }

    /// The time from the run's origin at `x`.
    [[nodiscard]] Nanoseconds timeAt(double x) const;
    /// The edge in the row at `position` that is near it, or the time at it.
    [[nodiscard]] Nanoseconds snappedTimeAt(QPointF position) const;

    void pointAt(QPointF position);
    void pointNowhere();
    /// Moves the marked row by one; returns false where there is no further row.
    bool stepRow(int step);
    /// Moves the cursor to the next edge in the marked row.
    void stepEdge(Direction direction);

Q_SIGNALS:
    void pointed(const HoverText& text, QPoint position);
    void pointedNowhere();
    void useChanged();
    void focused(std::size_t run);
    /// Up or down was pressed in the last row.
    void leftAt(int step);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    /// What the cached picture depends on.
    struct Key {
        QSize size;
        double ratio = 0;
        TimeRange visible;
        int settings = -1;
        int data = 0;
        bool operator==(const Key&) const = default;
    };

    [[nodiscard]] RowSource source() const;
    [[nodiscard]] Nanoseconds origin() const;
    [[nodiscard]] double pixelOf(Nanoseconds t) const;
    [[nodiscard]] HoverText hoverTextAt(QPointF position) const;
    [[nodiscard]] HoverText hoverTextOfGhost(std::size_t row, Nanoseconds t, Nanoseconds pixel,
                                             TimeFormat format) const;
    /// Says what lies at the cursor in the marked row.
    void showMarked();
    void moveCursor();
    void updateCache();
    void paintOverlay(QPainter& painter) const;
    void paintSelection(QPainter& painter, const PanelLayout& layout) const;

    const TimelineSettings& m_settings;
    Viewport& m_viewport;
    const Comparison* m_comparison = nullptr;
    std::size_t m_run = 0;
    PanelModel m_model;
    LaneCache m_lanes;
    std::optional<Ghost> m_ghost;
    DifferenceText m_difference;  ///< to the ghost
    PanelText m_text;
    PanelPicture m_picture;
    QPixmap m_pixmap;
    Key m_key;
    int m_dataGeneration = 0;
    int m_markedRow = -1;
    double m_cursorX = -1;
};

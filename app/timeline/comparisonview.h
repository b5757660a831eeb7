#pragma once

#include "app/timeline/timelinesettings.h"
#include "app/timeline/viewport.h"

#include <QTimer>
#include <QWidget>

class AxisWidget;
class EmptyState;
class HoverBox;
class LegendWidget;
class PanelStack;
class PanelWidget;
class QScrollArea;
struct Comparison;
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
    [[nodiscard]] Viewport& viewport() noexcept { return m_viewport; }
    /// The panels, which can be moved, hidden and overlaid.
    [[nodiscard]] PanelStack& stack() const noexcept { return *m_stack; }

public Q_SLOTS:
    void fit();
    void zoomIn();
    void zoomOut();
    void undoZoom();

Q_SIGNALS:
    /// What lies under the pointer, in one line; empty for nothing.
    void hovered(const QString& text);
    /// The panel of that run of the comparison has got the focus.
    void panelFocused(std::size_t run);
    /// Panels were moved, hidden or overlaid.
    void arranged();
    /// What is new in the comparison has been taken in.
    void refreshed();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void createParts();
    void connectParts();
    void connectPanel(PanelWidget* panel);
    void applySettings();
    void layOut();
    /// Takes the compact style where the panels would otherwise scroll.
    void chooseStyle(int available);
    void takeInArrangement();
    void updateContent();
    void updateLegend();
    void showHover(PanelWidget* panel, const HoverText& text, QPoint position);
    void hideHover();

    const Comparison* m_comparison = nullptr;
    TimelineSettings m_settings;
    Viewport m_viewport;
    QTimer m_legendTimer;
    EmptyState* m_empty = nullptr;
    QScrollArea* m_scroll = nullptr;
    PanelStack* m_stack = nullptr;
    AxisWidget* m_axis = nullptr;
    LegendWidget* m_legend = nullptr;
    HoverBox* m_hover = nullptr;
};

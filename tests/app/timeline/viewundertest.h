#pragma once

#include "app/timeline/comparisonview.h"
#include "app/timeline/legendwidget.h"
#include "app/timeline/panelwidget.h"

#include <QImage>
#include <QRegularExpression>

class QScrollArea;

/// A shown view with what tests ask of it: real events in, pixels and words out.
/// Whether no channel of any pixel differs by more than the rounding of one way to blend from
/// another.
[[nodiscard]] bool areAlike(const QImage& one, const QImage& other);

class ViewUnderTest {
public:
    explicit ViewUnderTest(QSize size = {1000, 760});

    void show(const Comparison& comparison);
    [[nodiscard]] std::vector<PanelWidget*> panels() const;
    [[nodiscard]] PanelWidget& panel(std::size_t run) const { return *panels().at(run); }

    /// Where time `t` lies in row `row` of a panel, at the middle of the bar, in the panel.
    [[nodiscard]] QPoint pointOf(std::size_t run, std::size_t row, Nanoseconds t);

    void moveTo(const PanelWidget& panel, QPoint position);
    void press(const PanelWidget& panel, QPoint position, Qt::KeyboardModifiers modifiers = {});
    void release(const PanelWidget& panel, QPoint position, Qt::KeyboardModifiers modifiers = {});
    void doubleClick(const PanelWidget& panel, QPoint position);
    /// Returns whether the panel took the event.
    bool wheel(PanelWidget& panel, QPoint position, int turn, Qt::KeyboardModifiers modifiers = {});

    /// The panel as it is drawn.
    [[nodiscard]] QImage imageOf(std::size_t run);
    [[nodiscard]] QColor colourAt(std::size_t run, QPoint position);
    [[nodiscard]] QStringList legend() const;
    /// Lets everything that is queued happen.
    static void settle();

    ComparisonView view;
};

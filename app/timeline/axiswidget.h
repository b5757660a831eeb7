#pragma once

#include "app/timeline/panellayout.h"
#include "core/model/time.h"

#include <QWidget>

#include <optional>

class Bookmarks;
class Viewport;
struct TimelineSettings;

/// The time axis that all panels share, with a flag for each bookmark.
class AxisWidget : public QWidget {
    Q_OBJECT

public:
    /// Settings and viewport are borrowed.
    AxisWidget(const TimelineSettings& settings, Viewport& viewport, QWidget* parent);

    /// Where the plots of the panels lie, in its coordinates.
    void setSpan(PlotSpan span);
    /// They are borrowed.
    void setBookmarks(const Bookmarks* bookmarks);

Q_SIGNALS:
    /// The flag of a bookmark, by its place among them, was clicked.
    void bookmarkPicked(std::size_t at);
    void bookmarkMenuAsked(std::size_t at, QPoint globalPosition);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    [[nodiscard]] double pixelOf(Nanoseconds t) const;
    [[nodiscard]] std::optional<std::size_t> bookmarkAt(QPointF position) const;

    const TimelineSettings& m_settings;
    Viewport& m_viewport;
    const Bookmarks* m_bookmarks = nullptr;
    PlotSpan m_span;
};

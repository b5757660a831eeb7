#pragma once

#include "app/replay/instantpicture.h"

/// "+12": so many more that there is no room for.
[[nodiscard]] QString moreText(std::size_t count);

/// Fills a box with chips from left to right. From the first on that has no room they are counted.
class ChipRow {
public:
    /// Both are borrowed; the box has its caption.
    ChipRow(InstantBox& box, const TimelineStyle& style);

    /// Between the text and the outline of a chip, left and right.
    [[nodiscard]] static double padding(const TimelineStyle& style);

    /// Something that waits.
    void add(const QString& text, TaskId hue);
    /// Why those that were added since the last reason are blocked; left out where there is no
    /// room.
    void addReason(const QString& text, WorkState state);
    /// Something that runs, as wide as the box.
    void addFilling(const QString& text, TaskId hue);
    void addPlain(const QString& text);
    /// Says how many have no room, or that there is nothing.
    void finish();

private:
    [[nodiscard]] QRectF place(double width) const;
    [[nodiscard]] double chipWidth(const QString& text) const;
    [[nodiscard]] double right() const;
    void drop();

    InstantBox& m_box;
    const TimelineStyle& m_style;
    double m_left = 0;
    std::size_t m_dropped = 0;
};

#pragma once

#include "app/replay/instantpicture.h"

/// "+12": so many more that there is no room for.
[[nodiscard]] QString moreText(std::size_t count);

/// Fills a box with chips from left to right. Those that have no room are counted; those that have
/// keep their reason.
class ChipRow {
public:
    /// Both are borrowed; the box has its caption.
    ChipRow(InstantBox& box, const TimelineStyle& style);

    /// Between the outline of the box and its chips, left and right.
    [[nodiscard]] static double margin(const TimelineStyle& style);
    /// Between the outline of a chip and its text, left and right.
    [[nodiscard]] static double padding(const TimelineStyle& style);

    /// Something that waits, after those that were added before.
    void add(const QString& text, TaskId hue);
    /// Why those wait that were added since the last reason. Where room is short, or there is no
    /// word, the look of the state has to do.
    void addReason(const QString& text, WorkState state);
    /// Places what was added; "–" if that is nothing.
    void finish();

    /// The only chip: something that runs, as wide as the box.
    void fill(const QString& text, TaskId hue);
    /// Whether that text is not cut there.
    [[nodiscard]] bool canFill(const QString& text) const;
    /// The only chip: "idle", or a count.
    void put(const QString& text);

private:
    struct Waiting {
        QString text;
        TaskId hue = TaskId::None;
        std::size_t group = 0;  ///< index of its reason, if it has one
    };

    [[nodiscard]] double room() const;
    [[nodiscard]] double chipStep(const QString& text) const;
    [[nodiscard]] double reasonStep(std::size_t group) const;
    [[nodiscard]] double moreStep(std::size_t count) const;
    [[nodiscard]] std::size_t fittingCount() const;
    void dropWords();
    [[nodiscard]] QRectF place(double step);
    void addChip(InstantChip::Kind kind, const QString& text, TaskId hue);

    InstantBox& m_box;
    const TimelineStyle& m_style;
    std::vector<Waiting> m_waiting;
    std::vector<InstantReason> m_reasons;  ///< not placed yet
    double m_left = 0;
};

#pragma once

#include "app/replay/worknames.h"
#include "app/theme/workstate.h"

#include <QRectF>
#include <QSizeF>
#include <QString>

#include <optional>
#include <vector>

class QPainter;
struct Theme;
struct TimelineStyle;

/// A rounded label inside a box.
struct InstantChip {
    enum class Kind {
        Running,  ///< filled with the hue of its task
        Waiting,  ///< outlined in it
        Plain,    ///< of nobody: "idle", "+12", "–"
    };
    Kind kind = Kind::Plain;
    QRectF rect;
    QString text;
    TaskId hue = TaskId::None;
    bool operator==(const InstantChip&) const = default;
};

/// Why the chips before it are blocked: the look of the state, and a word.
struct InstantReason {
    QRectF rect;
    QString text;
    WorkState state{};
    bool operator==(const InstantReason&) const = default;
};

/// A core, the ready queue, or the blocked.
struct InstantBox {
    QRectF rect;
    QRectF captionRect;
    QString caption;
    std::vector<InstantChip> chips;
    std::vector<InstantReason> reasons;
    bool operator==(const InstantBox&) const = default;
};

/// The boxes of an instant from left to right. Where they stand depends on the run and the size
/// alone, so that nothing jumps while the picture moves; chips that have no room are counted.
using InstantPicture = std::vector<InstantBox>;

[[nodiscard]] InstantPicture pictureOf(const Instant& instant, const WorkNames& names, QSizeF size,
                                       const TimelineStyle& style);

void paintInstant(QPainter& painter, const InstantPicture& picture, const Theme& theme,
                  const TimelineStyle& style);

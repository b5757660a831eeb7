#pragma once

#include <QImage>
#include <QRect>

#include <optional>

/// Where two pictures differ, and whether that is more than antialiasing does.
struct PictureDiff {
    QSize actual{};                ///< the size of the first
    QSize expected{};              ///< and of the other
    int pixels = 0;                ///< that differ noticeably
    std::optional<QRect> patch{};  ///< the first in which so many of them are that something moved
    QImage picture{};              ///< the first picture, pale, with what differs in red

    /// Whether both show the same.
    [[nodiscard]] bool isSame() const;
    /// One line that says what differs, and where.
    [[nodiscard]] QString text() const;
};

/// Compares two pictures pixel by pixel. Pixels whose channels are nearly alike count as alike, and
/// a few single ones may differ, as they do at edges that are drawn softly. It is never the same
/// where a shape of three pixels by two or more is missing, has moved by two, or has another
/// colour; nor where many are off by a little.
[[nodiscard]] PictureDiff diffOf(const QImage& actual, const QImage& expected);

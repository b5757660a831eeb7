#pragma once

#include "app/theme/workstate.h"
#include "core/model/ids.h"

#include <QColor>

#include <array>

class QPalette;

/// What the user chose; `themeFor` turns it into colours.
enum class ThemeChoice { FollowDesktop, Light, Dark, HighContrast };

/// How a state looks where colours stand for states.
struct StateLook {
    QColor fill;
    QColor ink;  ///< of the pattern and the outline
    bool operator==(const StateLook&) const = default;
};

/// Every colour of the program. Text keeps 4.5:1, on a wall and in high contrast 7:1, and
/// meaningful shapes 3:1 to what they touch; tst_theme computes it.
struct Theme {
    enum class Kind { Light, Dark, HighContrast };
    Kind kind = Kind::Light;

    QColor ground;  ///< behind the cards
    QColor card;    ///< cards, bars and fields
    QColor border;  ///< of cards and fields; decorative
    QColor grid;    ///< lines of the time axis; decorative
    QColor text;
    QColor mutedText;           ///< secondary text; still readable
    QColor accent;              ///< the primary button, the cursor, the focus
    QColor onAccent;            ///< text on `accent`
    QColor danger;              ///< what failed
    QColor neutral;             ///< work that belongs to no task, and counts
    QColor track;               ///< in progress where colours stand for states
    double tintShare = 0.12;    ///< of a task's hue in its in-progress bar
    double textContrast = 4.5;  ///< what text keeps at least
    double outlineWidth = 1;    ///< logical pixels

    std::array<QColor, 8> taskHues;
    std::array<StateLook, workStateCount> states;

    [[nodiscard]] QColor hueOf(TaskId task) const;  ///< `neutral` for none
    [[nodiscard]] QColor tintOf(TaskId task) const;
    /// The ground of text in a task's hue: the hue itself, or as little off it as text needs.
    [[nodiscard]] QColor pillOf(TaskId task) const;
    [[nodiscard]] const StateLook& lookOf(WorkState state) const;
    bool operator==(const Theme&) const = default;
};

[[nodiscard]] Theme lightTheme();
[[nodiscard]] Theme darkTheme();
[[nodiscard]] Theme highContrastTheme();

/// `theme` for a wall: on black or on white, with text of 7:1.
[[nodiscard]] Theme projected(const Theme& theme);

/// `desktop` is the palette as the desktop gave it, before a theme was applied: Qt before 6.5 has
/// no other word on whether the desktop is dark.
[[nodiscard]] Theme themeFor(ThemeChoice choice, const QPalette& desktop);

/// Whether the windows of `palette` are darker than their text.
[[nodiscard]] bool isDark(const QPalette& palette);

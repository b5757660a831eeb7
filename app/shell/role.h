#pragma once

class QWidget;

/// What a widget is for, which is what the style sheets go by (see applytheme.h).
enum class Role {
    Card,
    Primary,
    Pill,
    Muted,
    Heading,
    Caption,
    Error,
    Text,     ///< text to be read, as it is
    Strong,   ///< the name of something
    Small,    ///< a sentence that explains something
    Segment,  ///< one of the choices of a SegmentedSwitch
    Bar,      ///< a strip along an edge of the window
};

/// Marks `widget`; to be called before it is shown.
void setRole(QWidget* widget, Role role);

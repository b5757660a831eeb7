#pragma once

class QKeyEvent;

/// What a key means while a window is projected. These are what a presenter's remote sends.
enum class ProjectorKey {
    None,
    Next,
    Previous,
    Blank,
    Leave,
};

[[nodiscard]] ProjectorKey projectorKeyOf(const QKeyEvent& event);

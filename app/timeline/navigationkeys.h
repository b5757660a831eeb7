#pragma once

class QKeyEvent;
class Viewport;

enum class ZoomStep { In, Out };

/// Zooms by one step, at the cursor where it is visible, else at the middle.
void zoomView(Viewport& viewport, ZoomStep step);

/// Carries out what a key means on a timeline: W and + zoom in, S and − out, A and ← pan to
/// earlier, D and → to later, F fits, Home and End go to the ends, Esc drops the selection, then
/// the cursor. Returns false for any other key, and for Esc with nothing to drop.
[[nodiscard]] bool applyNavigationKey(Viewport& viewport, const QKeyEvent& event);

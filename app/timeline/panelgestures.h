#pragma once

#include "core/model/time.h"

#include <QObject>
#include <QPointF>

#include <optional>

class PanelWidget;
class QMouseEvent;
class QWheelEvent;
class Viewport;

/// Turns what the mouse does on a panel into intents of the viewport: the wheel zooms at the
/// pointer, a drag pans, Shift and a drag select, a click puts the playhead there and marks the
/// row, a double click fits.
class PanelGestures : public QObject {
    Q_OBJECT

public:
    /// Watches `panel`, which owns it.
    PanelGestures(PanelWidget& panel, Viewport& viewport);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Drag { None, Pan, Select };

    bool doubleClick(const QMouseEvent& event);
    bool press(const QMouseEvent& event);
    bool move(const QMouseEvent& event);
    bool release(const QMouseEvent& event);
    bool wheel(const QWheelEvent& event);

    PanelWidget& m_panel;
    Viewport& m_viewport;
    Drag m_drag = Drag::None;
    QPointF m_last;
    QPointF m_pressed;
    Nanoseconds m_anchor{};
};

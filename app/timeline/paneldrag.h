#pragma once

#include <QObject>
#include <QPointF>

class PanelStack;
class PanelWidget;
class QMouseEvent;

/// Lets the mouse take a panel by its header to another place among the others; Escape leaves it
/// where it was.
class PanelDrag : public QObject {
    Q_OBJECT

public:
    /// Watches `panel`, which owns it. `stack` is borrowed.
    PanelDrag(PanelWidget& panel, PanelStack& stack);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Phase { None, Pressed, Dragged };

    bool press(const QMouseEvent& event);
    bool move(const QMouseEvent& event);
    bool release(const QMouseEvent& event);
    void end();
    [[nodiscard]] bool isOnHeader(QPointF position) const;

    PanelWidget& m_panel;
    PanelStack& m_stack;
    Phase m_phase = Phase::None;
    QPointF m_pressed;
};

#pragma once

#include <QByteArray>
#include <QObject>
#include <QPointer>

class BlankScreen;
class QAction;
class QMainWindow;
enum class ProjectorKey;

/// Puts a main window onto a wall: full screen, without its menu bar and status line, with the keys
/// of a presenter's remote. What the middle looks like then is for others, who are told.
class Projector : public QObject {
    Q_OBJECT

public:
    /// `action` is checkable, and switches it. Both are borrowed; the window owns this object.
    Projector(QMainWindow& window, QAction* action);

    [[nodiscard]] bool isOn() const noexcept { return m_isOn; }
    void setOn(bool isOn);

    /// QWidget::saveGeometry() of the window as it is at a desk.
    [[nodiscard]] QByteArray geometryAtDesk() const;

Q_SIGNALS:
    void switched(bool isOn);
    /// Page Down, or Page Up for -1: whoever has something to step through, steps. That is the
    /// panels of a comparison; the steps of a lesson come first once there is one.
    void stepped(int step);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void enter();
    void leave();
    [[nodiscard]] bool concerns(const QObject* watched) const;
    void carryOut(ProjectorKey key);

    QMainWindow& m_window;
    QAction* const m_action;
    bool m_isOn = false;
    QByteArray m_geometry;
    Qt::WindowStates m_states;
    QPointer<BlankScreen> m_blank;
};

#pragma once

#include <QAccessible>
#include <QPointer>

class PanelWidget;

/// A row of a timeline, as screen readers and other programs meet it: its name, what it did in
/// total, and as its value what it shows at the cursor, which they can move.
class RowAccess : public QAccessibleInterface,
                  public QAccessibleValueInterface,
                  public QAccessibleActionInterface {
public:
    /// `panel` is borrowed; the row is not valid any more once it or the row has gone.
    RowAccess(PanelWidget& panel, int row);

    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QWindow* window() const override;
    [[nodiscard]] QAccessibleInterface* parent() const override;
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString&) override {}
    /// On the screen.
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override;
    void* interface_cast(QAccessible::InterfaceType type) override;

    /// The cursor, in milliseconds from the origin of the run; nothing where there is none.
    [[nodiscard]] QVariant currentValue() const override;
    void setCurrentValue(const QVariant& milliseconds) override;
    [[nodiscard]] QVariant minimumValue() const override { return 0.0; }
    [[nodiscard]] QVariant maximumValue() const override;
    [[nodiscard]] QVariant minimumStepSize() const override { return 0.0; }

    /// To go there, and from event to event.
    [[nodiscard]] QStringList actionNames() const override;
    void doAction(const QString& name) override;
    [[nodiscard]] QStringList keyBindingsForAction(const QString& name) const override;

    [[nodiscard]] int row() const noexcept { return m_row; }

private:
    [[nodiscard]] bool isMarked() const;
    [[nodiscard]] QString description() const;
    void takeFocus();

    QPointer<PanelWidget> m_panel;
    const int m_row;
};

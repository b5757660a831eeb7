#pragma once

#include <QAccessibleWidget>
#include <QHash>

class PanelWidget;

/// A run's timeline as screen readers and other programs meet it: a list of its rows. A row becomes
/// an object when one asks for it.
class PanelAccess : public QAccessibleWidget {
public:
    explicit PanelAccess(PanelWidget& panel);
    ~PanelAccess() override;

    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface* child(int row) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override;
    /// The row at a point of the screen.
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface* focusChild() const override;

    /// How many rows have become objects.
    [[nodiscard]] qsizetype rowsMade() const { return m_rows.size(); }

private:
    [[nodiscard]] PanelWidget* panel() const;
    [[nodiscard]] QString name() const;

    mutable QHash<int, QAccessible::Id> m_rows;  ///< owned by way of their ids
};

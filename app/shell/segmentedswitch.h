#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

/// A few choices side by side of which exactly one holds. Arrow keys move the choice.
class SegmentedSwitch : public QWidget {
    Q_OBJECT

public:
    explicit SegmentedSwitch(QWidget* parent = nullptr);

    /// Adds a choice after the others, numbered from 0. The first one holds until another is set.
    void addChoice(const QString& text, const QString& toolTip);

    /// Lets choice `index` hold; says nothing, since whoever calls knows.
    void setChoice(int index);
    [[nodiscard]] int choice() const;

Q_SIGNALS:
    void choiceMade(int index);  ///< by the user

private:
    QHBoxLayout* m_layout;
    QButtonGroup* m_group;
};

#pragma once

#include <QWidget>

class QLabel;

/// A control with its name. What it means is one sentence, which the pane shows while the pointer
/// is over the field or the focus in it; it is the accessible description too.
class LabField : public QWidget {
    Q_OBJECT

public:
    enum class Shape { Beside, Below };  ///< where the control is, seen from its name

    /// `control` becomes a child. Its accessible name and description are set too.
    LabField(const QString& name, const QString& sentence, QWidget* control,
             Shape shape = Shape::Beside, QWidget* parent = nullptr);

    void setSentence(const QString& sentence);

    /// A sentence on what is chosen, below the control for all to see.
    void setNote(const QString& note);

private:
    void createLayout(const QString& name, Shape shape);

    QWidget* const m_control;
    QLabel* m_name = nullptr;
    QLabel* m_note = nullptr;
};

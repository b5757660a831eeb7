#pragma once

#include <QWidget>

class QLabel;

/// A control with its name before it and, below, one sentence that says what it means.
class LabField : public QWidget {
    Q_OBJECT

public:
    /// `control` becomes a child. Its accessible name, description and tool tip are set too.
    LabField(const QString& name, const QString& sentence, QWidget* control,
             QWidget* parent = nullptr);

    void setSentence(const QString& sentence);

private:
    void createLayout(const QString& name);

    QWidget* const m_control;
    QLabel* m_name = nullptr;
    QLabel* m_sentence = nullptr;
};

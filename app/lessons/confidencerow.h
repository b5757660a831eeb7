#pragma once

#include "app/lessons/lessonprogress.h"

#include <QWidget>

#include <vector>

class OptionButton;

/// How sure one is of an answer: one of three, none at first.
class ConfidenceRow : public QWidget {
    Q_OBJECT

public:
    explicit ConfidenceRow(QWidget* parent = nullptr);

    void setConfidence(std::optional<Confidence> confidence);
    void setFixed(bool isFixed);

Q_SIGNALS:
    void chosen(Confidence confidence);

private:
    std::vector<OptionButton*> m_buttons;  ///< in the order of Confidence
    std::optional<Confidence> m_confidence;
};

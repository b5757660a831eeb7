#pragma once

#include <QSpinBox>

/// How many hands went up for an option; empty while nobody has counted.
class VotesBox : public QSpinBox {
    Q_OBJECT

public:
    /// `option` is read to who cannot see.
    explicit VotesBox(const QString& option, QWidget* parent = nullptr);

protected:
    void focusInEvent(QFocusEvent* event) override;
};

#pragma once

#include <QDialog>

/// What the program is, who may use it, and what it is made of. It holds up nothing.
class AboutBox : public QDialog {
    Q_OBJECT

public:
    explicit AboutBox(QWidget* parent);

private:
    void createText();
};

#pragma once

#include <QDialog>

/// Every key of the window, on one sheet. It holds up nothing.
class ShortcutSheet : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutSheet(QWidget* parent);

private:
    void createSheet();
};

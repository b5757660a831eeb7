#pragma once

#include <QDialog>

class QHBoxLayout;
class QScrollArea;

/// Every key of the window, on one sheet. It holds up nothing.
class ShortcutSheet : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutSheet(QWidget* parent);

    /// Gives it a size with which it has room in `screen`: closer together if it must, and with
    /// bars to scroll by if that is not enough.
    void fitInto(QSize screen);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void createSheet();
    void createColumns();
    void closeUp();

    QScrollArea* m_scroll = nullptr;
    QHBoxLayout* m_columns = nullptr;
};

#pragma once

#include <QLineEdit>

/// A line to write a bookmark's note in, in its place. Return and going elsewhere keep what is
/// written, Esc drops it.
class BookmarkEditor : public QLineEdit {
    Q_OBJECT

public:
    explicit BookmarkEditor(QWidget* parent);

    /// Opens with `note`, its foot at `foot` of the parent, within the parent.
    void open(const QString& note, QPoint foot, const QFont& font);

Q_SIGNALS:
    void written(const QString& note);
    void dropped();
    void removed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    /// Closes, then says what came of it.
    void finish(void (BookmarkEditor::*outcome)());
    void keep();

    QAction* m_remove = nullptr;
    bool m_isOpen = false;
};

#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;

/// A line to search the timelines by name. Return goes to the next match, Shift+Return to the one
/// before; Esc closes it.
class SearchBar : public QFrame {
    Q_OBJECT

public:
    explicit SearchBar(QWidget* parent);

    /// Shows it with its text selected, to be typed over.
    void open();
    void close();
    /// So many pixels high, as on a wall; 0 for the usual ones.
    void setLetters(int letters);
    [[nodiscard]] QString text() const;
    /// "2 of 7"; a `count` of 0 says that there is none, unless there is no text.
    void setPlace(std::size_t place, std::size_t count);

Q_SIGNALS:
    void textChanged(const QString& text);
    void nextAsked();
    void previousAsked();
    void opened();
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void createParts();

    QLineEdit* m_line = nullptr;
    QLabel* m_place = nullptr;
};

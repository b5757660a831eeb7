#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;

/// One line for what has just happened, or is going on, with the one button that goes with it.
class NewsLine : public QWidget {
    Q_OBJECT

public:
    enum class Tone { News, Problem };

    explicit NewsLine(QWidget* parent = nullptr);

    /// `text` is shown as it is.
    void say(Tone tone, const QString& text);

    /// The same with a button that does `act`, once, and ends the news.
    void offer(const QString& text, const QString& button, std::function<void()> act);

    /// `done` of `all`, with a button to stop it; the news end by other news.
    void showProgress(const QString& text, int done, int all, std::function<void()> stop);

    void clear();
    [[nodiscard]] QString text() const;

private:
    QLabel* m_text;
    QLabel* m_problem;
    QProgressBar* m_bar;
    QPushButton* m_button;
    std::function<void()> m_act;
};

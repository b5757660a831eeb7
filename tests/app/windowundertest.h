#pragma once

#include <QTemporaryDir>

#include <memory>

class MainWindow;
class MessageStrip;
class QLabel;
class QPushButton;
class RunSession;

/// A window with a memory of its own, shown and active, whose runner is a program of our choice.
class WindowUnderTest {
public:
    explicit WindowUnderTest(const QString& runner);
    ~WindowUnderTest();

    [[nodiscard]] MainWindow& window() const { return *m_window; }
    [[nodiscard]] RunSession& session() const;
    [[nodiscard]] MessageStrip& messages() const;
    [[nodiscard]] QPushButton& primary() const;  ///< Run all, or Stop
    [[nodiscard]] QString statusText() const;
    [[nodiscard]] QString path(const char* name) const;  ///< in a folder that goes with the window

    /// Presses and releases a key where the focus is.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const;
    void click(QWidget* widget) const;
    void drop(const QString& file, Qt::KeyboardModifiers modifiers = {}) const;

    /// Gives the window's file dialog, once it is there, the name `path`.
    [[nodiscard]] bool answerFileDialog(const QString& path) const;

    [[nodiscard]] bool waitUntilIdle() const;

    /// Closes the window and opens another with the same memory.
    void reopen();

private:
    void open();

    const QString m_runner;
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

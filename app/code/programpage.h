#pragma once

#include "core/program/program.h"

#include <QWidget>

class CodeView;
class QHBoxLayout;
class QLabel;
class QPushButton;
struct Theme;
enum class Role;

/// A program as it is shown: with the line that runs it, where there is one.
struct ShownProgram {
    Language language = Language::Python;
    QString text;
    QString command;
    QString fileName;
};

/// One program in one language: to be read, copied and saved.
class ProgramPage : public QWidget {
    Q_OBJECT

public:
    explicit ProgramPage(QWidget* parent = nullptr);

    void setProgram(const ShownProgram& program);
    /// Why there is no program, in one sentence: as it should not be, or as it is for now.
    void setProblem(const QString& problem);
    void setNote(const QString& note);

    /// Takes the widget over and puts it before the buttons.
    void addToHead(QWidget* widget);

    /// Beside another, the page says which language it is in, and breaks its long lines.
    void setPaired(bool isPaired);
    void setTheme(const Theme& theme);
    /// Without what is for a hand at a desk.
    void setProjected(bool isProjected);
    /// The size of the program's letters, in pixels.
    void setPixelSize(int pixels);

    /// Scrolls by a screenful; returns whether there was more.
    bool scroll(int step);

    [[nodiscard]] CodeView& view() const noexcept { return *m_view; }

Q_SIGNALS:
    void done(const QString& news);       ///< for the status line
    void failed(const QString& message);  ///< saving did

private:
    void createParts();
    void createHead();
    QHBoxLayout* createCommand();
    QPushButton* addButton(const QString& name, const QString& text, const QString& tip);
    QLabel* createSentence(const QString& name, Role role);
    void showInstead(QLabel* sentence);
    void copy();
    void askWhereToSave();
    void save(const QString& path);

    /// What belongs to the program, as far as it fits.
    void fitParts();

    ShownProgram m_program;
    bool m_isProjected = false;
    QHBoxLayout* m_head = nullptr;
    QLabel* m_title = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_save = nullptr;
    QLabel* m_runWith = nullptr;
    QLabel* m_command = nullptr;
    QLabel* m_problem = nullptr;
    QLabel* m_note = nullptr;
    CodeView* m_view = nullptr;
};

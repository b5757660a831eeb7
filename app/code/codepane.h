#pragma once

#include "core/program/program.h"

#include <QFrame>

#include <variant>

class CodeView;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QSettings;
class SegmentedSwitch;
struct Theme;

/// The plan in front of the user as a program in Python or in C++: to be read, copied and saved.
class CodePane : public QFrame {
    Q_OBJECT

public:
    /// `memory` is borrowed; it keeps the language.
    explicit CodePane(QSettings& memory, QWidget* parent = nullptr);

    /// Both must be valid.
    void setPlan(const Experiment& experiment, const Plan& plan);

    /// A program as it is written, in both languages or, where the other is empty, in one.
    void setTexts(const QString& python, const QString& cpp);

    /// Shows it in that language, which is remembered.
    void choose(Language language);

    /// Why there is no program, in one sentence.
    void setProblem(const QString& problem);

    void setTheme(const Theme& theme);

    /// Letters for the last row of a room, or for a desk.
    void setProjected(bool isProjected);

    [[nodiscard]] Language language() const noexcept { return m_language; }
    [[nodiscard]] CodeView& view() const noexcept { return *m_view; }

Q_SIGNALS:
    void done(const QString& news);       ///< for the status line
    void failed(const QString& message);  ///< saving did

protected:
    void changeEvent(QEvent* event) override;

private:
    struct PlanSubject {
        Experiment experiment;
        Plan plan;
    };
    struct TextSubject {
        QString python;
        QString cpp;
    };
    /// What is shown of it in a language.
    struct Shown {
        QString text;
        QString command;
        QString fileName;
    };
    [[nodiscard]] Shown shownIn(Language language) const;
    [[nodiscard]] Language shownLanguage() const;

    void createParts();
    QHBoxLayout* createHead();
    QHBoxLayout* createCommand();
    QPushButton* createButton(const QString& name, const QString& text, const QString& tip);
    void showProgram();
    void showParts(bool areThere);
    void fitLetters();
    void copy();
    void askWhereToSave();
    void save(const QString& path);

    QSettings& m_memory;
    std::variant<std::monostate, PlanSubject, TextSubject> m_subject;
    Language m_language = Language::Python;
    bool m_isProjected = false;
    SegmentedSwitch* m_languages = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_save = nullptr;
    QLabel* m_runWith = nullptr;
    QLabel* m_command = nullptr;
    QLabel* m_problem = nullptr;
    CodeView* m_view = nullptr;
};

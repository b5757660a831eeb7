#pragma once

#include "app/code/programpage.h"
#include "core/program/program.h"

#include <QFrame>

#include <array>
#include <variant>

class QSettings;
class QSplitter;
class SegmentedSwitch;

/// The plan in front of the user, or a program of a lesson, as Python, as C++ or as both side by
/// side: to be read, copied and saved.
class CodePane : public QFrame {
    Q_OBJECT

public:
    enum class Languages { Python, Cpp, Both };

    /// `memory` is borrowed; it keeps the choice of languages.
    explicit CodePane(QSettings& memory, QWidget* parent = nullptr);

    /// In the languages that the user chose last. Both must be valid.
    void setPlan(const Experiment& experiment, const Plan& plan);

    /// Shows the plan in both languages, whatever was chosen, until something else is set.
    void setPlanInBoth(const Experiment& experiment, const Plan& plan, Language first);

    /// A program as it is written: in both languages or, where the other is empty, in one.
    void setTexts(const QString& python, const QString& cpp);

    /// Shows it in these, which is remembered.
    void choose(Languages languages);

    /// Why there is no program, in one sentence.
    void setProblem(const QString& problem);

    /// That there is none for now, and none is missed.
    void setNothing(const QString& note);

    void setTheme(const Theme& theme);

    /// Letters for the last row of a room, or for a desk.
    void setProjected(bool isProjected);

    /// Scrolls by a screenful; returns whether there was more.
    bool scroll(int step);

    [[nodiscard]] Languages languages() const noexcept { return m_shown; }
    /// The program; of two, the first.
    [[nodiscard]] CodeView& view() const noexcept { return m_pages.front()->view(); }
    /// The same in the other language where both are shown, else null.
    [[nodiscard]] CodeView* otherView() const noexcept;

Q_SIGNALS:
    void languagesChanged();              ///< that are shown
    void done(const QString& news);       ///< for the status line
    void failed(const QString& message);  ///< saving did

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct PlanSubject {
        Experiment experiment;
        Plan plan;
    };
    struct TextSubject {
        QString python;
        QString cpp;
    };
    [[nodiscard]] ShownProgram shownIn(Language language) const;

    void createPages();
    void createLanguages();
    void showIn(Languages languages);
    /// Whether the program is there in both languages, so that there is something to choose.
    [[nodiscard]] bool hasBoth() const;
    void fitHead();
    void showOne();
    void fitLetters();
    /// Side by side where there is room for two programs, else one above the other.
    void fitPages();

    QSettings& m_memory;
    std::variant<std::monostate, PlanSubject, TextSubject> m_subject;
    Languages m_chosen = Languages::Python;
    Languages m_shown = Languages::Python;
    Language m_first = Language::Python;  ///< of both
    bool m_isProjected = false;
    SegmentedSwitch* m_languages = nullptr;
    QSplitter* m_splitter = nullptr;
    std::array<ProgramPage*, 2> m_pages{};
};

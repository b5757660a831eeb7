#pragma once

#include "tests/app/windowundertest.h"

#include <QByteArray>

class LessonCourse;
class LessonPlace;
class ComparisonView;
class QAbstractButton;

/// A window in which a lesson of our own is open, run by the real runner.
class LessonUnderTest {
public:
    LessonUnderTest();
    ~LessonUnderTest();

    [[nodiscard]] WindowUnderTest& ui() noexcept { return m_ui; }
    [[nodiscard]] LessonPlace& place() const;
    [[nodiscard]] LessonCourse& course() const;
    [[nodiscard]] ComparisonView& view() const;

    /// Writes the lesson and drops it on the window.
    void open(const QByteArray& text);
    void write(const char* name, const QByteArray& bytes) const;
    [[nodiscard]] QString file() const;

    /// A button of the page by its name, once the page is there. Aborts if it has none.
    [[nodiscard]] QAbstractButton* button(const char* name) const;
    [[nodiscard]] bool hasButton(const char* name) const;
    void click(const char* name) const;
    /// What a label of the page says; empty if there is none.
    [[nodiscard]] QString label(const char* name) const;

    /// As the answer of the interpreter does, which may come while a lesson is open.
    void setHasPython(bool hasPython) const;
    [[nodiscard]] bool waitUntilMeasured(const char* experiment = "waits") const;

private:
    [[nodiscard]] QAbstractButton* find(const char* name) const;

    WindowUnderTest m_ui;
};

/// Two waits, in sequence and at once, with a question on each page and a claim.
extern const QByteArray waitingLesson;

/// A study with one and two workers, a claim, and a question to think on. Nothing locks its run.
extern const QByteArray studyLesson;

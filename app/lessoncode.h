#pragma once

#include "core/program/program.h"

#include <QObject>

#include <string>

class LessonPlace;
class Workspace;
namespace lesson {
struct Program;
}

/// Shows the programs of a lesson in the middle of the window, and keeps the one that a page is
/// about ready there.
class LessonCode : public QObject {
    Q_OBJECT

public:
    /// Both are borrowed and outlive this object.
    LessonCode(LessonPlace& place, Workspace& workspace, QObject* parent = nullptr);

    void showProgram(const lesson::Program& program);
    /// Of the run named, as Coreogram writes it, in both languages.
    void showPlan(const std::string& of, Language first = Language::Python);
    /// The file itself, in the lesson's folder.
    void showSource(const QString& file);

Q_SIGNALS:
    void failed(const QString& message);

private:
    /// Puts into the pane, seen or not, the program of the page, or else the last one before it.
    void offer();
    void load(const lesson::Program& program);
    /// Of the run named; returns whether this machine has it.
    bool loadPlan(const std::string& of, Language first);
    [[nodiscard]] QString read(const std::string& file);

    LessonPlace& m_place;
    Workspace& m_workspace;
};

#pragma once

#include "app/lessoncode.h"
#include "app/lessontimelines.h"

#include <QDateTime>
#include <QObject>

#include <map>
#include <optional>

class LabHistory;
class LessonPlace;
class RecordingDocument;
class RunCommands;
class RunSession;
class Workspace;
enum class RunOutcome;
namespace lesson {
struct StudyOf;
}

/// What a lesson asks of the rest of the window: runs, timelines, programs, the Lab.
class LessonCommands : public QObject {
    Q_OBJECT

public:
    /// What the commands work on, all borrowed.
    struct Subjects {
        LabHistory& history;
        RunSession& session;
        RecordingDocument& document;
        Workspace& workspace;
        RunCommands& runs;
    };

    /// `parent` owns this object.
    explicit LessonCommands(const Subjects& subjects, QObject* parent);

Q_SIGNALS:
    void failed(const QString& message);
    void hinted(const QString& hint);     ///< what to do first
    void hintDropped();                   ///< it is about what is no longer shown
    void openAsked(const QString& path);  ///< a recording

private:
    /// A program as it was when it was shown.
    struct Shown {
        QString file{};
        QDateTime changed{};
        qint64 size = 0;
        bool operator==(const Shown&) const = default;
    };

    void connectActions();
    void connectCourse();
    void connectSession();
    void run(const QString& name);
    /// Shows the program and asks, unless it has been shown as it is now. Returns whether it does.
    bool askFor(const lesson::Experiment& experiment, const QString& file);
    void begin();
    void end(RunOutcome outcome);
    void keepRecording(const std::string& experiment);
    /// Something else is shown than what was run.
    void forget();

    void openInLab(const QString& name);
    void openInStudy(const lesson::Experiment& experiment, const lesson::StudyOf& study);
    void askForInterpreter();

    const Subjects m_with;
    LessonPlace& m_place;
    std::optional<std::string> m_pending;          ///< that was asked to be run
    std::map<std::string, Shown> m_shownPrograms;  ///< by experiment
    LessonCode m_code;
    LessonTimelines m_timelines;
};

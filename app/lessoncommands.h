#pragma once

#include "core/lesson/timelinelink.h"
#include "core/model/recording.h"

#include <QObject>

#include <optional>

class LabHistory;
class LessonPlace;
class RecordingDocument;
class RunCommands;
class RunSession;
class Workspace;
struct LinkTarget;
enum class RunOutcome;
namespace lesson {
struct Experiment;
struct Program;
}  // namespace lesson

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
    void openAsked(const QString& path);  ///< a recording

private:
    void connectActions();
    void connectCourse();
    void connectSession();
    void run(const QString& name);
    void begin();
    void end(RunOutcome outcome);
    void keepRecording(const std::string& experiment);
    /// Something else is shown than what was run.
    void forget();

    /// Of the page, where it was measured in an earlier session.
    void showWhatWasMeasured();
    void showTimelines(const QString& name);
    /// Whether the timelines of `experiment` are there to be seen now; says why if they are not.
    bool bring(const lesson::Experiment& experiment);
    void followLink(const QString& link);
    void follow(const lesson::TimelineLink& link, const LinkTarget& target);
    void lightRows(const lesson::TimelineLink& link, std::size_t run);
    void replay(const lesson::TimelineLink& link);
    void showExpectations();
    void clearHighlights();
    void showProgram(const lesson::Program& program);
    void showPlan(const std::string& of);
    void showSource(const QString& file);
    void openInLab(const QString& name);
    void askForInterpreter();
    [[nodiscard]] QString read(const std::string& file);
    [[nodiscard]] const lesson::Experiment* named(const QString& name) const;

    const Subjects m_with;
    LessonPlace& m_place;
    std::optional<std::string> m_pending;  ///< that was asked to be run
    QMetaObject::Connection m_untilEnd;    ///< of a replay that a link asked for
    std::string m_shown;                   ///< whose runs the window shows; empty for none
};

#pragma once

#include "app/shell/windowplace.h"
#include "core/lesson/timelinelink.h"

#include <QObject>

#include <string>

class LessonCode;
class LessonPlace;
class RecordingDocument;
class RunSession;
class Workspace;
struct LinkTarget;
namespace lesson {
struct Experiment;
}

/// What a lesson points at in the timelines, and what the learner drew.
class LessonTimelines : public QObject {
    Q_OBJECT

public:
    /// What it works on, all borrowed.
    struct Subjects {
        LessonPlace& place;
        Workspace& workspace;
        RecordingDocument& document;
        const RunSession& session;
        LessonCode& code;
    };

    explicit LessonTimelines(const Subjects& subjects, QObject* parent = nullptr);

    /// The window shows the runs of that experiment now, or none of the lesson's if it is empty.
    void note(const std::string& experiment);

    /// Of the page, where it was measured in an earlier session.
    void showWhatWasMeasured();
    void show(const QString& experiment);
    /// Every run of an experiment that was measured, and not only the first round: for its curve in
    /// Study.
    void showAllRuns(const lesson::Experiment& experiment);
    /// Back from there, the first round again.
    void showFirstRounds(WindowPlace place);
    /// Does what a link asks for that begins with lesson::timelineScheme.
    void followLink(const QString& link);
    /// Of a study, leaves in sight the runs that the lesson speaks of.
    void hideWhatIsNotSpokenOf();
    /// Marks where the learner expected runs to end.
    void showExpectations();

Q_SIGNALS:
    void failed(const QString& message);
    void hinted(const QString& hint);  ///< what to do first

private:
    /// Whether the timelines of `experiment` are there to be seen now; says why if they are not.
    bool bring(const lesson::Experiment& experiment);
    void follow(const lesson::TimelineLink& link, const LinkTarget& target);
    void lightRows(const lesson::TimelineLink& link, std::size_t run);
    void clearHighlights();
    void replay(const lesson::TimelineLink& link);

    const Subjects m_with;
    std::string m_inFull;                ///< of which every run is shown; empty for none
    std::string m_shown;                 ///< whose runs the window shows; empty for none
    QMetaObject::Connection m_untilEnd;  ///< of a replay that a link asked for
};

#pragma once

#include "app/lab/labrun.h"

class CommandSet;
class LabHistory;
class RecordingDocument;
class StatusLine;
class Workspace;

/// What the Run and Edit menus do, and what the window shows of a run while it goes on.
class RunCommands : public QObject {
    Q_OBJECT

public:
    /// What the commands work on and show things in, all borrowed.
    struct Subjects {
        const CommandSet& commands;
        LabHistory& history;
        RunSession& session;
        RecordingDocument& document;
        Workspace& workspace;
        StatusLine& status;
    };

    explicit RunCommands(const Subjects& subjects, QObject* parent);

    /// Runs what the place is for: all modes, the program that is named, or a study.
    void run();
    void runLab();
    void runLesson();

    /// Runs coreogram-run like that, of which `runs` runs come; does nothing while a run goes on.
    void call(const RunnerCall& call, int runs);

    /// What can be run has changed.
    void update();

    /// Asks a run that goes on to stop.
    void stop();

    /// Something else is to be shown than the run that goes on, or went on last.
    void abandon();

Q_SIGNALS:
    void hinted(const QString& hint);  ///< why a lesson runs nothing now
    void activityChanged();            ///< a run has begun or ended
    void abandoned();                  ///< a run that went on, if any, is of no more interest

private:
    void connectCommands();
    void connectButtons();
    void connectSession();
    void observe(const QStringList& command, const QString& folder);
    void begin();
    void showGrowth();
    void end(RunOutcome outcome);
    void showStudyProgress();
    [[nodiscard]] bool canRun() const;
    [[nodiscard]] QString runText() const;
    [[nodiscard]] QString newsOf(RunOutcome outcome) const;
    [[nodiscard]] QString doneNews() const;

    const Subjects m_with;
    LabRun m_run;
};

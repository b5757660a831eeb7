#pragma once

#include "app/compare/comparedesk.h"

class CommandSet;
class QMenu;
class RecordingDocument;
class Workspace;

/// What the menus do to compare: a second recording below the one shown, and panels moved and
/// hidden.
class CompareCommands : public QObject {
    Q_OBJECT

public:
    /// What the commands work on, all borrowed.
    struct Subjects {
        const CommandSet& commands;
        const RecordingDocument& document;
        Workspace& space;
    };

    /// `panels` is the menu to list the runs in; `window` owns this object.
    CompareCommands(const Subjects& subjects, QMenu* panels, QWidget* window);

    /// Draws what is in that file below what is shown. Requires that anything is.
    void compareWith(const QString& path);
    void stop();
    /// Gives up a file that is being opened to compare with.
    void stopOpening() { m_desk.stopOpening(); }

    /// Lets each command be given only where there is something to do.
    void update() const;

Q_SIGNALS:
    void opening(const QString& path);
    void done(const QString& news);
    void failed(const QString& message);

private:
    void connectDesk();
    void connectPanels();

    const Subjects m_subjects;
    CompareDesk m_desk;
};

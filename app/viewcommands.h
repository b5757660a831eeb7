#pragma once

#include <QObject>

class CommandSet;
class ThemeKeeper;
class Workspace;
enum class Command;
enum class ThemeChoice;

/// What the View and Help menus do: how things are shown, and what to know about them.
class ViewCommands : public QObject {
    Q_OBJECT

public:
    /// All are borrowed; `window` owns this object, and dialogs belong to it.
    ViewCommands(const CommandSet& commands, Workspace& workspace, ThemeKeeper& theme,
                 QWidget* window);

private:
    void connectTimelines(Workspace& workspace);
    void connectTheme(ThemeKeeper& theme);
    void connectHelp();
    void setFullScreen(bool isFull);

    const CommandSet& m_commands;
    QWidget* const m_window;
};

#pragma once

#include "app/lab/labhistory.h"
#include "app/lab/recordingdocument.h"
#include "app/lab/runsession.h"
#include "app/lessons/lessonplace.h"
#include "app/shell/recentfiles.h"
#include "app/shell/themekeeper.h"

#include <QMainWindow>
#include <QSettings>

class CommandSet;
class CompareCommands;
class FileCommands;
class LessonCommands;
class Projector;
class QMenu;
class RunCommands;
class StatusLine;
class WindowNews;
class Workspace;

/// What the main window is to know of its surroundings.
struct WindowSetup {
    QString runner;        ///< path of coreogram-run
    QString earlierRuns;   ///< folder to keep recordings in; empty keeps none
    int machineCores = 1;  ///< that workers may use
    LessonSetup lessons{};
    QPalette desktop;     ///< before any theme was applied
    Nanoseconds start{};  ///< when the program began, by CLOCK_MONOTONIC
};

/// The program's window: what the Lab is set to, what it ran or opened, and what to do with it.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(const WindowSetup& setup, QWidget* parent = nullptr);

    /// Ends a run that still goes on; no process is left behind.
    ~MainWindow() override;

    /// Fills a wall, as --projector asks for.
    void project();

    /// Shows the recording in that file, or says in place why it cannot be.
    void openRecording(const QString& path);

    /// Opens the lesson of that name, as --lesson asks for.
    void openLesson(const QString& name);

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void createParts(const WindowSetup& setup);
    void listEarlierRuns(QMenu* menu);
    void createTrace(Nanoseconds start);
    void connectFiles();
    void connectRest();
    void recallLayout();
    void takeFile(const QString& path);
    void takeFileToCompare(const QString& path);
    void updateTitle();
    void updateCommands();

    void showDocument();
    void showOpened(const QString& path, const QString& warning);
    void showTheme(const Theme& theme);
    void showProjected(bool isProjected);

    QSettings m_memory;
    ThemeKeeper m_theme;
    LabHistory m_history;
    RecentFiles m_recent;
    RunSession m_session;
    RecordingDocument m_document;
    CommandSet* m_commands;
    Workspace* m_space = nullptr;
    StatusLine* m_status = nullptr;
    WindowNews* m_news = nullptr;
    FileCommands* m_files = nullptr;
    CompareCommands* m_compare = nullptr;
    RunCommands* m_runs = nullptr;
    LessonCommands* m_lessons = nullptr;
    Projector* m_projector = nullptr;
};

#pragma once

#include "app/observe/recentcommands.h"
#include "app/shell/activity.h"
#include "app/shell/placepane.h"

class FolderButton;
class QLabel;
class QLineEdit;
class QPushButton;

/// Observe: names a program, and has it run and observed.
class ObservePane : public PlacePane {
    Q_OBJECT

public:
    /// `memory` is borrowed and outlives the pane.
    explicit ObservePane(QSettings& memory, QWidget* parent = nullptr);

    void setActivity(Activity activity);

    /// Asks for the program that is named, or says beside it why it cannot be run.
    void observe();

    /// Names the file's program, ready to be run, or says why it cannot be run.
    void offerFile(const QString& path);

Q_SIGNALS:
    void observeAsked(const QStringList& command, const QString& folder);
    void stopAsked();
    void problemShown();  ///< which the user has to see

private:
    void createHeading();
    void createLine();
    void createChooser();
    void createFolder(QSettings& memory);
    void createRecent();
    void createButtons();
    void connectControls();
    void setLine(const QString& line);
    void showProblem(const QString& problem);
    void askForFile();
    void updateButtons();

    RecentCommands m_recent;
    QLineEdit* m_line = nullptr;
    QLabel* m_problem = nullptr;
    FolderButton* m_folder = nullptr;
    QPushButton* m_observe = nullptr;
    QPushButton* m_stop = nullptr;
    Activity m_activity = Activity::Idle;
};

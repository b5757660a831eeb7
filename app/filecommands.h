#pragma once

#include "app/lab/picturedesk.h"
#include "app/lab/recordingdesk.h"
#include "app/study/studydesk.h"

class CommandSet;
class ComparisonView;
class StudyView;
class ThemeKeeper;

/// What the File menu does: recordings and pictures.
class FileCommands : public QObject {
    Q_OBJECT

public:
    /// What the commands work on, all borrowed.
    struct Subjects {
        RecordingDocument& document;
        RecentFiles& recent;
        const ThemeKeeper& theme;
        ComparisonView& view;
        StudyView& study;
    };

    /// `window` owns this object; dialogs belong to it.
    FileCommands(const CommandSet& commands, const Subjects& subjects, QWidget* window);

    void open(const QString& path);

    /// Lets each command be given only where there is something to do.
    void update(bool isRunning) const;

Q_SIGNALS:
    void opening(const QString& path);
    void opened(const QString& path, const QString& warning);  ///< warning: what is missing, if any
    void done(const QString& news);
    void failed(const QString& message);

private:
    void connectDesks();
    void connectCommands();
    void askWhereToDraw();
    void copyPicture();
    void askWhereToWrite();
    [[nodiscard]] bool isStudyShown() const;
    [[nodiscard]] QPixmap shownPicture() const;

    const CommandSet& m_commands;
    const Subjects m_subjects;
    RecordingDesk m_recordings;
    PictureDesk m_pictures;
    StudyDesk m_studies;
};

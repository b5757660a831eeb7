#pragma once

#include "app/export/exportdesk.h"
#include "app/export/perfettodesk.h"
#include "app/lab/picturedesk.h"
#include "app/lab/recordingdesk.h"
#include "app/study/studydesk.h"

class CommandSet;
class ComparisonView;
class StudyView;
class ThemeKeeper;

/// What the File menu does: recordings, pictures of them, and exports for other programs.
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

    /// Stops what is being opened or exported.
    void stop();

    /// Lets each command be given only where there is something to do.
    void update(bool isRunning) const;

Q_SIGNALS:
    void opening(const QString& path);
    void opened(const QString& path, const QString& warning);  ///< warning: what is missing, if any
    void done(const QString& news);
    void failed(const QString& message);
    void exporting(const QString& path);
    /// Something is left to the user, who needs `address` for it.
    void addressOffered(const QString& message, const QString& address);

private:
    void connectDesks();
    void connectExports();
    void connectCommands();
    void connectExportCommands();
    void askWhereToDraw();
    void askWhereToDrawSight();
    void askWhereToExport(ExportFormat format);
    void openInPerfetto();
    [[nodiscard]] QString nameOfDocument() const;
    void copyPicture();
    void askWhereToWrite();
    [[nodiscard]] bool isStudyShown() const;
    [[nodiscard]] QPixmap shownPicture() const;

    const CommandSet& m_commands;
    const Subjects m_subjects;
    RecordingDesk m_recordings;
    PictureDesk m_pictures;
    StudyDesk m_studies;
    ExportDesk m_exports;
    PerfettoDesk m_perfetto;
};

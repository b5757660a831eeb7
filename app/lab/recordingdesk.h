#pragma once

#include "app/shell/recordingopener.h"

#include <QObject>

class QFileDialog;
class QWidget;
class RecentFiles;
class RecordingDocument;

/// Opens and saves the window's document, asking for names where there are none.
class RecordingDesk : public QObject {
    Q_OBJECT

public:
    /// All are borrowed and outlive the desk; `window` is what dialogs belong to.
    RecordingDesk(RecordingDocument& document, RecentFiles& recent, QWidget* window);

    void askWhatToOpen();
    void open(const QString& path);
    void stopOpening() { m_opener.stop(); }

    /// Saves under the name that the document has, or else asks for one.
    void save();
    void askWhereToSave();
    void saveTo(const QString& path);

Q_SIGNALS:
    void opening(const QString& path);
    void opened(const QString& path, const QString& warning);  ///< warning: what is missing, if any
    void stopped(const QString& news);                         ///< the opening
    void saved(const QString& path);
    void failed(const QString& message);

private:
    void show(const QString& path, const std::shared_ptr<OpenedRecording>& recording);
    void reportUnreadable(const QString& path, const QString& message);
    QFileDialog* createDialog(const QString& title);
    [[nodiscard]] QString folder() const;

    RecordingDocument& m_document;
    RecentFiles& m_recent;
    QWidget* const m_window;
    RecordingOpener m_opener;
};

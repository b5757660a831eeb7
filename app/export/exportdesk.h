#pragma once

#include "app/export/exportjob.h"

class QWidget;

/// Puts recordings into files for other programs, asking for their names.
class ExportDesk : public QObject {
    Q_OBJECT

public:
    /// `window` is what dialogs belong to; it owns the desk.
    explicit ExportDesk(QWidget* window);

    /// Asks for a name that is like `name`, then writes `comparison`, which is copied: what happens
    /// while the dialog is open does not show.
    void askWhereToWrite(const Comparison& comparison, ExportFormat format, const QString& name);

    void stop() { m_job.stop(); }

Q_SIGNALS:
    void started(const QString& path);
    void written(const QString& path);
    void stopped(const QString& path);
    void failed(const QString& message);

private:
    QWidget* const m_window;
    ExportJob m_job;
};

#include "app/lab/recordingdesk.h"

#include "app/lab/recordingdocument.h"
#include "app/shell/recentfiles.h"

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace {

const QString suffix = QStringLiteral("coreogram");

/// Unlike any other, so that nothing is overwritten by accident.
QString proposedName()
{
    const QString now =
        QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd hh.mm.ss"));
    return RecordingDesk::tr("Recording %1").arg(now) + u'.' + suffix;
}

}  // namespace

RecordingDesk::RecordingDesk(RecordingDocument& document, RecentFiles& recent, QWidget* window)
    : QObject(window),
      m_document(document),
      m_recent(recent),
      m_window(window)
{
    connect(&m_opener, &RecordingOpener::started, this, &RecordingDesk::opening);
    connect(&m_opener, &RecordingOpener::opened, this, &RecordingDesk::show);
    connect(&m_opener, &RecordingOpener::stopped, this, &RecordingDesk::stopped);
    connect(&m_opener, &RecordingOpener::failed, this, &RecordingDesk::reportUnreadable);
    connect(&m_recent, &RecentFiles::chosen, this, &RecordingDesk::open);
}

void RecordingDesk::askWhatToOpen()
{
    QFileDialog* dialog = createDialog(tr("Open a Recording"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &RecordingDesk::open);
    dialog->open();
}

void RecordingDesk::open(const QString& path)
{
    m_opener.open(path);
}

void RecordingDesk::save()
{
    if (m_document.path().isEmpty())
        askWhereToSave();
    else
        saveTo(m_document.path());
}

void RecordingDesk::askWhereToSave()
{
    QFileDialog* dialog = createDialog(tr("Save the Recording"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(m_document.path().isEmpty() ? proposedName()
                                                   : QFileInfo(m_document.path()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, &RecordingDesk::saveTo);
    dialog->open();
}

void RecordingDesk::saveTo(const QString& path)
{
    if (const auto ok = m_document.saveTo(path); !ok) {
        Q_EMIT failed(QString::fromStdString(ok.error().message));
        return;
    }
    m_recent.add(path);
    Q_EMIT saved(path);
}

void RecordingDesk::show(const QString& path, const std::shared_ptr<OpenedRecording>& recording)
{
    m_recent.add(path);
    m_document.showFile(path, std::move(recording->comparison));
    Q_EMIT opened(path, QString::fromStdString(recording->warning));
}

void RecordingDesk::reportUnreadable(const QString& path, const QString& message)
{
    m_recent.remove(path);
    Q_EMIT failed(tr("This could not be opened. %1").arg(message));
}

QFileDialog* RecordingDesk::createDialog(const QString& title)
{
    auto* dialog = new QFileDialog(m_window, title, folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({tr("Recordings (*.%1)").arg(suffix), tr("All files (*)")});
    return dialog;
}

QString RecordingDesk::folder() const
{
    const QStringList recent = m_recent.paths();
    if (!recent.isEmpty() && QFileInfo(QFileInfo(recent.front()).path()).isDir())
        return QFileInfo(recent.front()).path();
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

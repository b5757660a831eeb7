#include "app/filecommands.h"

#include "app/lab/recordingdocument.h"
#include "app/shell/commandset.h"
#include "app/shell/themekeeper.h"
#include "app/study/studyview.h"
#include "app/timeline/comparisonview.h"
#include "core/analysis/study.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QPixmap>

FileCommands::FileCommands(const CommandSet& commands, const Subjects& subjects, QWidget* window)
    : QObject(window),
      m_commands(commands),
      m_subjects(subjects),
      m_recordings(subjects.document, subjects.recent, window),
      m_pictures(window),
      m_studies(window),
      m_exports(window),
      m_perfetto(window)
{
    connectDesks();
    connectExports();
    connectCommands();
    connectExportCommands();
}

void FileCommands::open(const QString& path)
{
    m_recordings.open(path);
}

void FileCommands::stop()
{
    m_recordings.stopOpening();
    m_exports.stop();
    m_perfetto.stop();
}

void FileCommands::update(bool isRunning) const
{
    const Comparison* comparison = m_subjects.document.comparison();
    const bool hasRuns = comparison && !comparison->runs.empty();
    for (const Command command : {Command::Save, Command::SaveAs})
        m_commands.setEnabled(command, hasRuns && !isRunning);
    for (const Command command : {Command::ExportPicture, Command::CopyPicture})
        m_commands.setEnabled(command, isStudyShown() ? m_subjects.study.hasPoints() : hasRuns);
    m_commands.setEnabled(Command::ExportTable,
                          isStudyShown() && m_subjects.study.hasPoints() && !isRunning);
    m_commands.setEnabled(Command::ExportSight, hasRuns && !isStudyShown());
    for (const Command command : {Command::ExportCsv, Command::ExportChromeTrace,
                                  Command::ExportFxt, Command::OpenInPerfetto})
        m_commands.setEnabled(command, hasRuns && !isRunning);
}

void FileCommands::connectDesks()
{
    connect(&m_recordings, &RecordingDesk::opening, this, &FileCommands::opening);
    connect(&m_recordings, &RecordingDesk::opened, this, &FileCommands::opened);
    connect(&m_recordings, &RecordingDesk::failed, this, &FileCommands::failed);
    connect(&m_recordings, &RecordingDesk::stopped, this, &FileCommands::done);
    connect(&m_recordings, &RecordingDesk::saved, this, [this](const QString& path) {
        Q_EMIT done(tr("Saved as %1.").arg(QDir::toNativeSeparators(path)));
    });
    connect(&m_pictures, &PictureDesk::failed, this, &FileCommands::failed);
    connect(&m_studies, &StudyDesk::failed, this, &FileCommands::failed);
    connect(&m_studies, &StudyDesk::written, this, [this](const QString& path) {
        Q_EMIT done(tr("Exported to %1.").arg(QDir::toNativeSeparators(path)));
    });
    connect(&m_pictures, &PictureDesk::drawn, this, [this](const QString& path) {
        Q_EMIT done(tr("Drawn into %1.").arg(QDir::toNativeSeparators(path)));
    });
}

void FileCommands::connectExports()
{
    connect(&m_exports, &ExportDesk::started, this, &FileCommands::exporting);
    connect(&m_exports, &ExportDesk::failed, this, &FileCommands::failed);
    connect(&m_exports, &ExportDesk::written, this, [this](const QString& path) {
        Q_EMIT done(tr("Exported to %1.").arg(QDir::toNativeSeparators(path)));
    });
    connect(&m_exports, &ExportDesk::stopped, this, [this](const QString& path) {
        Q_EMIT done(tr("Stopped: %1 was not written.").arg(QDir::toNativeSeparators(path)));
    });
    connect(&m_perfetto, &PerfettoDesk::started, this, &FileCommands::exporting);
    connect(&m_perfetto, &PerfettoDesk::news, this, &FileCommands::done);
    connect(&m_perfetto, &PerfettoDesk::failed, this, &FileCommands::failed);
    connect(&m_perfetto, &PerfettoDesk::noBrowser, this, &FileCommands::addressOffered);
}

void FileCommands::connectCommands()
{
    auto* window = static_cast<QWidget*>(parent());
    m_commands.on(Command::Open, &m_recordings, &RecordingDesk::askWhatToOpen);
    m_commands.on(Command::Save, &m_recordings, &RecordingDesk::save);
    m_commands.on(Command::SaveAs, &m_recordings, &RecordingDesk::askWhereToSave);
    m_commands.on(Command::ExportPicture, this, &FileCommands::askWhereToDraw);
    m_commands.on(Command::CopyPicture, this, &FileCommands::copyPicture);
    m_commands.on(Command::ExportTable, this, &FileCommands::askWhereToWrite);
    m_commands.on(Command::Quit, window, &QWidget::close);
}

void FileCommands::connectExportCommands()
{
    m_commands.on(Command::ExportSight, this, &FileCommands::askWhereToDrawSight);
    m_commands.on(Command::OpenInPerfetto, this, &FileCommands::openInPerfetto);
    for (const auto& [command, format] :
         {std::pair(Command::ExportCsv, ExportFormat::Csv),
          std::pair(Command::ExportChromeTrace, ExportFormat::ChromeJson),
          std::pair(Command::ExportFxt, ExportFormat::Fxt)})
        m_commands.on(command, this, [this, format = format] { askWhereToExport(format); });
}

void FileCommands::askWhereToDraw()
{
    if (isStudyShown())
        m_studies.askWhereToDraw(shownPicture());
    else if (const Comparison* comparison = m_subjects.document.comparison()) {
        ComparisonSight whole = wholeOf(*comparison);
        whole.bookmarks = m_subjects.view.bookmarks();
        m_pictures.askWhereToDraw({*comparison, whole, m_subjects.theme.theme()});
    }
}

void FileCommands::askWhereToDrawSight()
{
    const ComparisonView& view = m_subjects.view;
    if (const Comparison* comparison = m_subjects.document.comparison())
        m_pictures.askWhereToDraw(
            {*comparison, view.sight(), m_subjects.theme.theme(), view.size()});
}

void FileCommands::askWhereToExport(ExportFormat format)
{
    if (const Comparison* comparison = m_subjects.document.comparison())
        m_exports.askWhereToWrite(*comparison, format, nameOfDocument());
}

void FileCommands::openInPerfetto()
{
    if (const Comparison* comparison = m_subjects.document.comparison())
        m_perfetto.open(std::make_shared<const Comparison>(*comparison), nameOfDocument());
}

QString FileCommands::nameOfDocument() const
{
    const QString name = QFileInfo(m_subjects.document.path()).completeBaseName();
    return name.isEmpty() ? tr("Recording") : name;
}

void FileCommands::copyPicture()
{
    QApplication::clipboard()->setPixmap(shownPicture());
    Q_EMIT done(tr("The picture is on the clipboard."));
}

void FileCommands::askWhereToWrite()
{
    m_studies.askWhereToWrite(m_subjects.study.study());
}

bool FileCommands::isStudyShown() const
{
    return m_subjects.study.isVisible();
}

QPixmap FileCommands::shownPicture() const
{
    return isStudyShown() ? m_subjects.study.picture() : m_subjects.view.grab();
}

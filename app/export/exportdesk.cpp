#include "app/export/exportdesk.h"

#include <QFileDialog>
#include <QStandardPaths>

namespace {

QString filterOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::ChromeJson:
        return ExportDesk::tr("Chrome trace (*.json)");
    case ExportFormat::Fxt:
        return ExportDesk::tr("Fuchsia trace (*.fxt)");
    case ExportFormat::Csv:
        return ExportDesk::tr("Table of intervals (*.csv)");
    }
    return {};
}

QString titleOf(ExportFormat format)
{
    return format == ExportFormat::Csv ? ExportDesk::tr("Export the Intervals")
                                       : ExportDesk::tr("Export a Trace");
}

}  // namespace

ExportDesk::ExportDesk(QWidget* window) : QObject(window), m_window(window)
{
    connect(&m_job, &ExportJob::started, this, &ExportDesk::started);
    connect(&m_job, &ExportJob::written, this, &ExportDesk::written);
    connect(&m_job, &ExportJob::stopped, this, &ExportDesk::stopped);
    connect(&m_job, &ExportJob::failed, this, &ExportDesk::failed);
}

void ExportDesk::askWhereToWrite(const Comparison& comparison, ExportFormat format,
                                 const QString& name)
{
    auto* dialog =
        new QFileDialog(m_window, titleOf(format),
                        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({filterOf(format), tr("All files (*)")});
    dialog->setDefaultSuffix(endingOf(format));
    dialog->selectFile(name + u'.' + endingOf(format));
    const auto copy = std::make_shared<const Comparison>(comparison);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, copy, format](const QString& path) { m_job.write(copy, path, format); });
    dialog->open();
}

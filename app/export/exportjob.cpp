#include "app/export/exportjob.h"

#include "app/shell/runafter.h"

#include <QMetaObject>

#include <utility>

ExportJob::ExportJob(QObject* parent) : QObject(parent) {}

ExportJob::~ExportJob() = default;

void ExportJob::write(std::shared_ptr<const Comparison> comparison, const QString& path,
                      ExportFormat format)
{
    Q_EMIT started(path);
    if (m_stop.stop_requested())
        m_stop = std::stop_source();
    runAfter(m_thread,
             [this, comparison = std::move(comparison), path, format, stop = m_stop.get_token()] {
                 const Result<void> result = exportFile(path, *comparison, format, stop);
                 QMetaObject::invokeMethod(
                     this, [=, this] { deliver(path, result, stop); }, Qt::QueuedConnection);
             });
}

void ExportJob::deliver(const QString& path, const Result<void>& result,
                        const std::stop_token& stop)
{
    if (result)
        Q_EMIT written(path);
    else if (stop.stop_requested())
        Q_EMIT stopped(path);
    else
        Q_EMIT failed(QString::fromStdString(result.error().message));
}

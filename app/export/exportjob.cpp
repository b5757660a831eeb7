#include "app/export/exportjob.h"

#include <QMetaObject>

#include <utility>

ExportJob::ExportJob(QObject* parent) : QObject(parent) {}

ExportJob::~ExportJob() = default;

void ExportJob::write(std::shared_ptr<const Comparison> comparison, const QString& path,
                      ExportFormat format)
{
    Q_EMIT started(path);
    m_thread = std::jthread([this, comparison = std::move(comparison), path, format] {
        const Result<void> result = exportFile(path, *comparison, format);
        QMetaObject::invokeMethod(
            this, [=, this] { deliver(path, result); }, Qt::QueuedConnection);
    });
}

void ExportJob::deliver(const QString& path, const Result<void>& result)
{
    if (result)
        Q_EMIT written(path);
    else
        Q_EMIT failed(QString::fromStdString(result.error().message));
}

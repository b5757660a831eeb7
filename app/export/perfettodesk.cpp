#include "app/export/perfettodesk.h"

#include <QDesktopServices>
#include <QRegularExpression>

namespace {

/// `name` as it can stand in any address.
QString plainName(const QString& name)
{
    static const QRegularExpression others(QStringLiteral("[^A-Za-z0-9._-]+"));
    const QString plain = QString(name).replace(others, QStringLiteral("-")).left(60);
    return (plain.isEmpty() ? QStringLiteral("recording") : plain) + u'.' +
           endingOf(ExportFormat::Fxt);
}

}  // namespace

QUrl perfettoAddress(const QUrl& trace)
{
    return QUrl(QLatin1String(perfettoOrigin) + QStringLiteral("/#!/?url=") +
                trace.toString(QUrl::FullyEncoded));
}

PerfettoDesk::PerfettoDesk(QObject* parent)
    : QObject(parent),
      m_openAddress(&QDesktopServices::openUrl)
{
    connect(&m_job, &ExportJob::started, this, &PerfettoDesk::started);
    connect(&m_job, &ExportJob::written, this, &PerfettoDesk::offer);
    connect(&m_job, &ExportJob::stopped, this,
            [this] { Q_EMIT news(tr("Stopped: nothing is offered to Perfetto.")); });
    connect(&m_job, &ExportJob::failed, this, &PerfettoDesk::failed);
    connect(&m_server, &TraceServer::fetched, this,
            [this] { Q_EMIT news(tr("Perfetto has read the trace.")); });
    connect(&m_server, &TraceServer::expired, this, [this] {
        Q_EMIT news(tr("Perfetto has not read the trace; it is offered no longer."));
    });
}

void PerfettoDesk::open(std::shared_ptr<const Comparison> comparison, const QString& name)
{
    m_server.stop();
    m_name = plainName(name);
    m_job.write(std::move(comparison), m_folder.filePath(QStringLiteral("trace.fxt")),
                ExportFormat::Fxt);
}

void PerfettoDesk::offer(const QString& path)
{
    const auto trace = m_server.serve(path, m_name, m_port);
    if (!trace) {
        Q_EMIT failed(tr("Perfetto cannot be shown: %1. Its page reads from that port alone. Close "
                         "what uses it, or export a Fuchsia trace and open the file in Perfetto.")
                          .arg(QString::fromStdString(trace.error().message)));
        return;
    }
    const QUrl address = perfettoAddress(*trace);
    Q_EMIT news(tr("Perfetto may read the trace for a minute, from %1.").arg(trace->toString()));
    if (!m_openAddress(address))
        Q_EMIT noBrowser(tr("No browser could be opened. Open this address in one within a "
                            "minute: %1")
                             .arg(address.toString(QUrl::FullyEncoded)),
                         address.toString(QUrl::FullyEncoded));
}

#include "app/shell/recordingopener.h"

#include "app/shell/runafter.h"

#include <QDir>
#include <QMetaObject>

RecordingOpener::RecordingOpener(QObject* parent) : QObject(parent) {}

RecordingOpener::~RecordingOpener()
{
    m_stop.request_stop();
}

void RecordingOpener::open(const QString& path)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_isOpening = true;
    m_path = path;
    const quint32 request = ++m_request;
    Q_EMIT started(path);
    runAfter(m_thread, [this, request, path, stop = m_stop.get_token()] {
        auto result = std::make_shared<Result<OpenedRecording>>(readRecording(path, stop));
        QMetaObject::invokeMethod(
            this, [=, this] { deliver(request, path, result); }, Qt::QueuedConnection);
    });
}

void RecordingOpener::stop()
{
    if (!m_isOpening)
        return;
    m_stop.request_stop();
    ++m_request;
    m_isOpening = false;
    Q_EMIT stopped(tr("Stopped: %1 was not opened.").arg(QDir::toNativeSeparators(m_path)));
}

void RecordingOpener::deliver(quint32 request, const QString& path, const Opened& result)
{
    if (request != m_request)
        return;
    m_isOpening = false;
    if (*result)
        Q_EMIT opened(path, std::make_shared<OpenedRecording>(std::move(**result)));
    else
        Q_EMIT failed(path, QString::fromStdString(result->error().message));
}

#include "app/shell/recordingopener.h"

#include <QMetaObject>

RecordingOpener::RecordingOpener(QObject* parent) : QObject(parent) {}

RecordingOpener::~RecordingOpener() = default;

void RecordingOpener::open(const QString& path)
{
    m_isOpening = true;
    const quint32 request = ++m_request;
    Q_EMIT started(path);
    m_thread = std::jthread([this, request, path] {
        auto result = std::make_shared<Result<OpenedRecording>>(readRecording(path));
        QMetaObject::invokeMethod(
            this, [=, this] { deliver(request, path, result); }, Qt::QueuedConnection);
    });
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

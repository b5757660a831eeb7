#include "app/lessons/pagejob.h"

#include "app/lessons/htmlfile.h"
#include "app/theme/applytheme.h"

#include <QGuiApplication>
#include <QMetaObject>

PageJob::PageJob(QObject* parent) : QObject(parent) {}

PageJob::~PageJob()
{
    if (m_thread)
        m_thread->wait();
}

void PageJob::write(const QString& html, const QString& title, const QString& path)
{
    if (m_thread)
        m_thread->wait();
    const QFont font = preferredFont(QGuiApplication::font());
    m_thread.reset(QThread::create([this, html, title, path, font] {
        const Result<void> result = writePage(html, title, path, font);
        QMetaObject::invokeMethod(
            this, [this, path, result] { deliver(path, result); }, Qt::QueuedConnection);
    }));
    m_thread->start();
}

void PageJob::deliver(const QString& path, const Result<void>& result)
{
    if (result)
        Q_EMIT written(path);
    else
        Q_EMIT failed(QString::fromStdString(result.error().message));
}

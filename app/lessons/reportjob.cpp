#include "app/lessons/reportjob.h"

#include "app/lessons/htmlfile.h"
#include "app/theme/applytheme.h"

#include <QGuiApplication>
#include <QMetaObject>

#include <utility>

ReportJob::ReportJob(QObject* parent) : QObject(parent) {}

ReportJob::~ReportJob()
{
    if (m_thread)
        m_thread->wait();
}

void ReportJob::start(ReportOrder order)
{
    Q_ASSERT(!m_isBusy && !order.lessons.empty());
    m_order = std::move(order);
    m_parts.clear();
    m_next = 0;
    m_isBusy = true;
    m_isStopping = false;
    QMetaObject::invokeMethod(this, &ReportJob::drawNext, Qt::QueuedConnection);
}

void ReportJob::stop()
{
    m_isStopping = m_isBusy;
}

void ReportJob::drawNext()
{
    if (m_isStopping) {
        m_isBusy = false;
        Q_EMIT stopped();
        return;
    }
    if (m_next == m_order.lessons.size()) {
        write();
        return;
    }
    m_parts += reportOf(m_order.lessons[m_next++], m_order.equipment);
    Q_EMIT progressed(static_cast<int>(m_next), static_cast<int>(m_order.lessons.size()));
    QMetaObject::invokeMethod(this, &ReportJob::drawNext, Qt::QueuedConnection);
}

void ReportJob::write()
{
    const std::size_t count = m_order.lessons.size();
    const QString html = reportPage(m_parts, count, m_order.equipment, m_order.date);
    const QFont font = preferredFont(QGuiApplication::font());
    if (m_thread)
        m_thread->wait();  // it has delivered, and is about to end
    m_thread.reset(
        QThread::create([this, html, font, title = reportTitle(count), path = m_order.path] {
            const Result<void> result = writePage(html, title, path, font);
            QMetaObject::invokeMethod(
                this, [this, result] { deliver(result); }, Qt::QueuedConnection);
        }));
    m_thread->start();
}

void ReportJob::deliver(const Result<void>& result)
{
    m_isBusy = false;
    if (result)
        Q_EMIT written(m_order.path);
    else
        Q_EMIT failed(QString::fromStdString(result.error().message));
}

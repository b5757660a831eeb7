#include "app/lessons/reportjob.h"

#include <QMetaObject>

#include <utility>

ReportJob::ReportJob(QObject* parent) : QObject(parent)
{
    connect(&m_page, &PageJob::written, this, [this](const QString& path) {
        m_isBusy = false;
        Q_EMIT written(path);
    });
    connect(&m_page, &PageJob::failed, this, [this](const QString& message) {
        m_isBusy = false;
        Q_EMIT failed(message);
    });
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
    m_page.write(reportPage(m_parts, count, m_order.equipment, m_order.date), reportTitle(count),
                 m_order.path);
}

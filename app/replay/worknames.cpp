#include "app/replay/worknames.h"

#include "app/replay/replaywords.h"
#include "app/timeline/rowsource.h"

#include <QLocale>

namespace {

QString numberOf(const WorkAt& work, bool isSplit)
{
    const QLocale locale;
    const QString task = locale.toString(number(work.task));
    return isSplit ? QStringLiteral("%1.%2").arg(task, locale.toString(number(work.part) + 1))
                   : task;
}

}  // namespace

WorkNames::WorkNames(const Recording& run) : m_run(&run)
{
    if (run.start.isObserved())
        m_order = orderOf(run.workers);
}

QString WorkNames::nameOf(const WorkAt& work) const
{
    if (work.task != TaskId::None)
        return ReplayWords::tr("Task %1").arg(numberOf(work, m_run->start.plan.split > 1));
    const Worker* worker = workerOf(work);
    if (worker && m_run->start.isObserved())
        return nameOfThread(*worker);
    return ReplayWords::tr("Worker %1").arg(QLocale().toString(number(work.worker)));
}

QString WorkNames::shortNameOf(const WorkAt& work) const
{
    if (work.task != TaskId::None)
        return numberOf(work, m_run->start.plan.split > 1);
    const Worker* worker = workerOf(work);
    if (worker && m_run->start.isObserved() && worker->tid > 0)
        return QString::number(worker->tid);
    return ReplayWords::tr("W%1", "short for: worker").arg(QLocale().toString(number(work.worker)));
}

TaskId WorkNames::hueOf(const WorkAt& work) const
{
    const std::size_t worker = number(work.worker);
    if (worker >= 1 && worker <= m_order.processes.size())
        return static_cast<TaskId>(m_order.processes[worker - 1]);
    return work.task;
}

QString WorkNames::longestName() const
{
    const auto last = static_cast<TaskId>(m_run ? m_run->tasks.size() : 0);
    const int parts = m_run ? m_run->start.plan.split : 1;
    if (last == TaskId::None)
        return ReplayWords::tr("Worker %1").arg(QLocale().toString(10));
    return nameOf({last, static_cast<PartId>(parts - 1), WorkerId::None});
}

const Worker* WorkNames::workerOf(const WorkAt& work) const
{
    const std::size_t worker = number(work.worker);
    return m_run && worker >= 1 && worker <= m_run->workers.size() ? &m_run->workers[worker - 1]
                                                                   : nullptr;
}

#include "app/lessons/overviewdesk.h"

#include "app/lessons/lessonplan.h"
#include "app/lessons/lessonwords.h"
#include "app/lessons/newsline.h"
#include "app/lessons/pagejob.h"
#include "app/lessons/progressstore.h"
#include "app/lessons/reportjob.h"

#include <utility>

OverviewDesk::OverviewDesk(ProgressStore& store, NewsLine& news, QWidget* window)
    : QObject(window),
      m_store(store),
      m_news(news),
      m_planJob(new PageJob(this)),
      m_reportJob(new ReportJob(this))
{
    connectJobs();
}

void OverviewDesk::savePlan(const Lessons& lessons, const lesson::Equipment& equipment,
                            bool withAnswers, const QString& path)
{
    m_planJob->write(planPage(lessons, equipment, withAnswers), planTitle(lessons.size()), path);
}

void OverviewDesk::saveReport(const Lessons& lessons, const lesson::Equipment& equipment,
                              const QString& path)
{
    if (lessons.empty() || m_reportJob->isBusy())
        return;
    ReportOrder order{{}, equipment, QDateTime::currentDateTime(), path};
    for (const lesson::Lesson* const lesson : lessons)
        order.lessons.push_back({*lesson, m_store.progressOf(*lesson)});
    m_reportJob->start(std::move(order));
}

bool OverviewDesk::canReport(const Lessons& lessons)
{
    if (m_reportJob->isBusy())
        return false;
    if (lessons.empty())
        m_news.say(NewsLine::Tone::News,
                   tr("No lesson was begun on this computer, so there is nothing to report."));
    return !lessons.empty();
}

void OverviewDesk::reset(const lesson::Lesson& lesson)
{
    const std::string name = lesson.name;
    const QString title = lineOf(lesson.title);
    if (const auto reset = m_store.reset(name); !reset)
        tellProblem(textOf(reset.error().message));
    else
        m_news.offer(tr("“%1” begins anew.").arg(title), tr("Undo"),
                     [this, name] { putBack(name); });
}

void OverviewDesk::connectJobs()
{
    const auto tellSaved = [this](const QString& path) {
        m_news.say(NewsLine::Tone::News, tr("Saved as %1").arg(path));
    };
    connect(m_planJob, &PageJob::written, this, tellSaved);
    connect(m_planJob, &PageJob::failed, this, &OverviewDesk::tellProblem);
    connect(m_reportJob, &ReportJob::written, this, tellSaved);
    connect(m_reportJob, &ReportJob::failed, this, &OverviewDesk::tellProblem);
    connect(m_reportJob, &ReportJob::stopped, this, [this] {
        m_news.say(NewsLine::Tone::News, tr("The report was stopped. Nothing was saved."));
    });
    connect(m_reportJob, &ReportJob::progressed, this, [this](int done, int all) {
        m_news.showProgress(tr("Drawing the timelines…"), done, all,
                            [this] { m_reportJob->stop(); });
    });
}

void OverviewDesk::putBack(const std::string& name)
{
    if (const auto undone = m_store.undoReset(name); !undone)
        tellProblem(textOf(undone.error().message));
}

void OverviewDesk::tellProblem(const QString& message)
{
    m_news.say(NewsLine::Tone::Problem, message);
}

#pragma once

#include "app/lessons/lessonreport.h"

#include <QObject>

#include <string>

class NewsLine;
class PageJob;
class ProgressStore;
class QWidget;
class ReportJob;

/// Saves plans and reports, and resets progress; what came of it is told on a line of news.
class OverviewDesk : public QObject {
    Q_OBJECT

public:
    using Lessons = std::vector<const lesson::Lesson*>;

    /// All are borrowed; `window` is what dialogs belong to, and owns the desk.
    OverviewDesk(ProgressStore& store, NewsLine& news, QWidget* window);

    void savePlan(const Lessons& lessons, const lesson::Equipment& equipment, bool withAnswers,
                  const QString& path);

    /// Nothing happens while one is being written.
    void saveReport(const Lessons& lessons, const lesson::Equipment& equipment,
                    const QString& path);

    /// Says so where there is nothing to report.
    [[nodiscard]] bool canReport(const Lessons& lessons);

    /// The lesson begins anew, which the news offer to undo.
    void reset(const lesson::Lesson& lesson);

private:
    void connectJobs();
    void putBack(const std::string& name);
    void tellProblem(const QString& message);

    ProgressStore& m_store;
    NewsLine& m_news;
    PageJob* m_planJob;
    ReportJob* m_reportJob;
};

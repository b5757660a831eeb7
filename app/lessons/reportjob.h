#pragma once

#include "app/lessons/lessonreport.h"
#include "app/lessons/pagejob.h"

#include <QObject>

/// What a report is to tell, and where it goes.
struct ReportOrder {
    std::vector<TakenLesson> lessons;  ///< at least one
    lesson::Equipment equipment;
    QDateTime date;
    QString path;  ///< ends in .html or .pdf
};

/// Writes reports, one at a time: a lesson in every turn of the event loop, and the file on a
/// thread of its own, so that the window stays in use meanwhile.
class ReportJob : public QObject {
    Q_OBJECT

public:
    explicit ReportJob(QObject* parent = nullptr);

    /// Ends in `written`, `failed` or `stopped`. Requires that none is being written.
    void start(ReportOrder order);

    /// Ends before the next lesson. What is at the path stays as it is.
    void stop();

    [[nodiscard]] bool isBusy() const noexcept { return m_isBusy; }

Q_SIGNALS:
    void progressed(int lessons, int all);
    void written(const QString& path);
    void failed(const QString& message);
    void stopped();

private:
    void drawNext();
    void write();

    ReportOrder m_order;
    QString m_parts;
    std::size_t m_next = 0;
    bool m_isBusy = false;
    bool m_isStopping = false;
    PageJob m_page;
};

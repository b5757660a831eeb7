#pragma once

#include "core/lesson/measurement.h"

#include <QTextBrowser>

#include <vector>

/// Plans of lessons, to be read in the window's colours.
class PlanView : public QTextBrowser {
    Q_OBJECT

public:
    explicit PlanView(QWidget* parent = nullptr);

    /// Shows the first thirty; a file has them all.
    void showPlans(const std::vector<const lesson::Lesson*>& lessons,
                   const lesson::Equipment& equipment, bool withAnswers);

    /// Says why there is none.
    void showNone(const QString& why);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showPage(const QString& html);

    QString m_html;
};

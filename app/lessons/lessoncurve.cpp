#include "app/lessons/lessoncurve.h"

#include "app/lessons/lessoncourse.h"
#include "app/lessons/lessontheme.h"
#include "app/study/studychart.h"
#include "app/study/studylegend.h"
#include "core/analysis/study.h"

#include <QChart>
#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace {

StudyFigure figureFor(const lesson::Experiment& experiment)
{
    return efficiencyPer(experiment.work) == EfficiencyPer::Core ? StudyFigure::Speedup
                                                                 : StudyFigure::Time;
}

/// Short, for a card.
QString titleOf(StudyFigure figure)
{
    return figure == StudyFigure::Speedup ? LessonCurve::tr("Speedup")
                                          : LessonCurve::tr("Time, in ms");
}

/// Work that waits is shared as whole tasks: what limits it is not what Amdahl's law is about.
void forgetLaw(Study& study)
{
    for (StudyCurve& curve : study.curves) {
        curve.serial.reset();
        for (StudyPoint& point : curve.points)
            point.fitted.reset();
    }
}

std::vector<WorkerKind> kindsIn(const Study& study)
{
    std::vector<WorkerKind> kinds;
    std::ranges::transform(study.curves, std::back_inserter(kinds), &StudyCurve::with);
    return kinds;
}

}  // namespace

LessonCurve::LessonCurve(const lesson::Experiment& experiment, const LessonCourse& course,
                         const LessonTheme& theme, QWidget* parent)
    : QWidget(parent),
      m_experiment(experiment),
      m_course(course),
      m_theme(theme)
{
    setObjectName(QStringLiteral("lessonCurve"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    connect(&course, &LessonCourse::measured, this, [this] {
        m_isStale = true;
        refresh();
    });
    connect(&theme, &LessonTheme::changed, this, &LessonCurve::takeTheme);
    refresh();
}

void LessonCurve::refresh()
{
    const bool isMeasured = m_course.isMeasured(m_experiment.name);
    setVisible(isMeasured);
    if (!isMeasured || !m_isStale)
        return;
    m_isStale = false;
    if (!m_chart)
        createParts();
    showStudy();
}

void LessonCurve::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitLetters();
}

void LessonCurve::createParts()
{
    m_chart = new StudyChart(figureFor(m_experiment));
    m_chart->chart()->setTitle(titleOf(figureFor(m_experiment)));
    m_legend = new StudyLegend;
    layout()->addWidget(m_chart);
    layout()->addWidget(m_legend);
    takeTheme();
    fitLetters();
}

void LessonCurve::showStudy()
{
    Study study = studyOf(m_course.measurements().find(m_experiment.name)->second);
    const bool isOfComputing = figureFor(m_experiment) == StudyFigure::Speedup;
    if (!isOfComputing)
        forgetLaw(study);
    m_chart->setStudy(study);
    const bool isFitted = std::ranges::any_of(
        study.curves, [](const StudyCurve& curve) { return curve.serial.has_value(); });
    using Law = StudyLegend::Law;
    using Ideal = StudyLegend::Ideal;
    m_legend->setKinds(kindsIn(study), isFitted ? Law::Fitted : Law::NotFitted,
                       isOfComputing ? Ideal::Drawn : Ideal::NotDrawn);
    m_legend->setVisible(isOfComputing || study.curves.size() > 1);
}

void LessonCurve::takeTheme()
{
    if (!m_chart)
        return;
    m_chart->setTheme(m_theme.theme());
    m_legend->setTheme(m_theme.theme());
}

void LessonCurve::fitLetters()
{
    if (!m_chart)
        return;
    m_chart->setLetters(fontInfo().pixelSize());
    m_legend->setLetters(fontInfo().pixelSize());
}

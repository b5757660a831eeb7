#include "app/lessons/drawingfield.h"

#include "app/lessons/answergrading.h"
#include "app/lessons/drawingbar.h"
#include "app/lessons/lessoncourse.h"
#include "app/lessons/runwords.h"
#include "app/timeline/timetext.h"
#include "core/lesson/grading.h"

#include <QVBoxLayout>

#include <cmath>

namespace {

Nanoseconds asTime(double nanoseconds)
{
    return Nanoseconds(std::llround(nanoseconds));
}

}  // namespace

DrawingField::DrawingField(const Question& question, LessonCourse& course, QWidget* parent)
    : AnswerField(parent),
      m_question(question),
      m_course(course)
{
    const lesson::DrawingAnswer& asked = *question.drawing;
    const QString known = asked.scale.empty() ? tr("All tasks one after another")
                                              : nameOfRun(course.lesson(), asked.scale);
    m_bar = new DrawingBar(known, tr("You expect: %1").arg(nameOfRun(course.lesson(), asked.of)));
    m_bar->setObjectName(QStringLiteral("drawing"));
    connect(m_bar, &DrawingBar::drawnTo, this, &DrawingField::give);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_bar);
    refresh();
}

void DrawingField::refresh()
{
    const auto drawn = m_course.answerTo(m_question.name).drawn;
    const auto scale =
        static_cast<double>(lesson::scaleOf(*m_question.drawing, m_course.lesson()).count());
    m_bar->setDrawn(drawn ? std::optional(static_cast<double>(drawn->count()) / scale)
                          : std::nullopt);
    m_bar->setFixed(isFixed());
    showMeasured();
}

QString DrawingField::grade() const
{
    const Answer& answer = m_course.answerTo(m_question.name);
    if (!answer.drawn)
        return {};
    const Grade grade = gradeOf(answer, m_question, m_course.known());
    if (!grade.isRight)
        return tr("Could not be measured this time: %1").arg(grade.doubt);
    const QString figures = tr("You drew %1; it took %2.").arg(grade.given, grade.measured);
    return *grade.isRight ? tr("%1 You were right.").arg(figures) : figures;
}

void DrawingField::give(double length)
{
    const auto scale =
        static_cast<double>(lesson::scaleOf(*m_question.drawing, m_course.lesson()).count());
    Answer answer = m_course.answerTo(m_question.name);
    answer.drawn = asTime(length * scale);
    Q_EMIT given(answer);
}

void DrawingField::showMeasured()
{
    const lesson::DrawingAnswer& asked = *m_question.drawing;
    const Nanoseconds unit = lesson::scaleOf(asked, m_course.lesson());
    const auto known = lesson::drawnLength(asked, unit, m_course.lesson(), m_course.measurements(),
                                           m_course.equipment());
    const auto length = lesson::measuredLength(asked, m_course.lesson(), m_course.measurements(),
                                               m_course.equipment());
    const bool isShown =
        isFixed() && known.doubt.empty() && length.doubt.empty() && known.estimate.value > 0;
    m_bar->setMeasured(isShown ? std::optional(length.estimate.value / known.estimate.value)
                               : std::nullopt,
                       isShown ? durationText(asTime(length.estimate.value)) : QString());
}

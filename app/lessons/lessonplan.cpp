#include "app/lessons/lessonplan.h"

#include "app/lessons/htmltext.h"
#include "app/lessons/lessonprogress.h"
#include "app/lessons/lessonwords.h"
#include "app/timeline/timetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

struct LessonPlan {
    Q_DECLARE_TR_FUNCTIONS(LessonPlan)
};

QString item(const QString& text)
{
    return htmlParagraph(u"• "_s + text, "item");
}

/// "2 cores, Python"
QString needsText(const lesson::Needs& needs)
{
    QStringList all;
    if (needs.cores > 1)
        all << LessonPlan::tr("%1 cores").arg(QLocale().toString(needs.cores));
    if (needs.binding)
        all << LessonPlan::tr("binding of workers to cores");
    if (needs.exactEvidence)
        all << LessonPlan::tr("the kernel's scheduling record");
    if (needs.interpreterLock)
        all << (*needs.interpreterLock ? LessonPlan::tr("a Python with the interpreter lock")
                                       : LessonPlan::tr("a free-threaded Python"));
    else if (needs.python)
        all << LessonPlan::tr("Python");
    return all.join(u", "_s);
}

QString machinePart(const lesson::Lesson& lesson, const lesson::Equipment& equipment)
{
    const QString needs = needsText(lesson.needs);
    const QString lack = textOf(lackOf(lesson.needs, equipment));
    QString html;
    if (needs.isEmpty())
        html = htmlParagraph(LessonPlan::tr("Needs nothing but a computer."));
    else if (lack.isEmpty())
        html = htmlParagraph(LessonPlan::tr("Needs %1, which this machine has.").arg(needs));
    else
        html = htmlParagraph(
            LessonPlan::tr("Needs %1. This machine cannot show it: %2").arg(needs, lack));
    forEach<lesson::Check>(lesson, [&](const lesson::Check& check) {
        const QString missing = textOf(lackOf(check.needs, equipment));
        if (!missing.isEmpty())
            html += htmlParagraph(LessonPlan::tr("One claim is left out here (%1): %2")
                                      .arg(textOf(check.claim), missing));
    });
    return html;
}

QString stepsPart(const lesson::Lesson& lesson)
{
    QStringList titles;
    for (const lesson::Step& step : lesson.steps)
        titles << textOf(step.title);
    return htmlParagraph(LessonPlan::tr("Steps: %1").arg(titles.join(u" · "_s)), "muted");
}

QString optionLine(const lesson::Option& option, const lesson::Lesson& lesson)
{
    const lesson::Check* const check = checkNamed(lesson, option.rightIf);
    if (!check && !option.isRight)
        return item(textOf(option.text));
    const QString when =
        check ? LessonPlan::tr("right where this holds: %1").arg(textOf(check->claim))
              : LessonPlan::tr("right");
    return u"<p class=\"item\">• <b>%1</b> — %2</p>\n"_s.arg(escaped(option.text), escaped(when));
}

QString answerPart(const Question& question, const lesson::Lesson& lesson)
{
    QString html;
    if (question.options) {
        for (const lesson::Option& option : *question.options)
            html += optionLine(option, lesson);
    } else if (question.number) {
        html = item(LessonPlan::tr("A number in %1: right within %2 of what is measured")
                        .arg(question.number->unit.empty() ? LessonPlan::tr("no unit")
                                                           : textOf(question.number->unit),
                             percentText(question.number->tolerance)));
    } else if (question.drawing) {
        html =
            item(LessonPlan::tr("A bar to draw: right within %1 of the length of “%2”")
                     .arg(percentText(question.drawing->tolerance), textOf(question.drawing->of)));
    }
    return html + htmlOfMarkdown(question.explanation);
}

QString answersPart(const lesson::Lesson& lesson)
{
    QString questions;
    for (const Question& question : questionsOf(lesson))
        questions +=
            u"<p><b>%1</b></p>\n"_s.arg(escaped(question.text)) + answerPart(question, lesson);
    QString claims;
    forEach<lesson::Check>(lesson, [&](const lesson::Check& check) {
        claims +=
            u"<p><b>%1</b></p>\n"_s.arg(escaped(check.claim)) + htmlOfMarkdown(check.explanation);
    });
    return (questions.isEmpty() ? QString()
                                : htmlHeading(LessonPlan::tr("Questions")) + questions) +
           (claims.isEmpty() ? QString() : htmlHeading(LessonPlan::tr("Claims")) + claims);
}

}  // namespace

QString planOf(const lesson::Lesson& lesson, const lesson::Equipment& equipment, bool withAnswers)
{
    QString html = u"<h2>%1</h2>\n"_s.arg(escaped(lesson.title));
    html += htmlParagraph(minutesText(lesson.minutes), "muted");
    if (!lesson.misconception.empty())
        html += htmlParagraph(
            LessonPlan::tr("The wrong idea that it meets: “%1”").arg(textOf(lesson.misconception)));
    if (!lesson.outcomes.empty())
        html += htmlParagraph(LessonPlan::tr("Afterwards a learner can:"));
    for (const std::string& outcome : lesson.outcomes)
        html += item(textOf(outcome));
    html += machinePart(lesson, equipment) + stepsPart(lesson);
    return withAnswers ? html + answersPart(lesson) : html;
}

QString planPage(const std::vector<const lesson::Lesson*>& lessons,
                 const lesson::Equipment& equipment, bool withAnswers)
{
    const QString title = planTitle(lessons.size());
    QString body = u"<h1>%1</h1>\n"_s.arg(escaped(title)) +
                   htmlParagraph(LessonPlan::tr("Together %1").arg(totalTime(lessons)), "muted");
    for (const lesson::Lesson* const lesson : lessons)
        body += planOf(*lesson, equipment, withAnswers);
    return htmlPage(title, body);
}

QString planTitle(std::size_t lessons)
{
    return lessons == 1 ? LessonPlan::tr("Plan of a lesson")
                        : LessonPlan::tr("Plan of %1 lessons")
                              .arg(QLocale().toString(static_cast<qulonglong>(lessons)));
}

QString totalTime(const std::vector<const lesson::Lesson*>& lessons)
{
    int minutes = 0;
    for (const lesson::Lesson* const lesson : lessons)
        minutes += lesson->minutes;
    return minutesText(minutes);
}

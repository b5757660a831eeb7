#include "app/lessons/lessonreport.h"

#include "app/lessons/answergrading.h"
#include "app/lessons/answerwords.h"
#include "app/lessons/htmltext.h"
#include "app/lessons/lessonwords.h"
#include "app/lessons/reporttimeline.h"
#include "app/timeline/comparisonscene.h"
#include "core/storage/recordingfile.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

struct LessonReport {
    Q_DECLARE_TR_FUNCTIONS(LessonReport)
};

QString dateText(const QDateTime& time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

QString whenText(const TakenLesson& taken)
{
    const LessonProgress& progress = taken.progress;
    if (!progress.isBegun())
        return LessonReport::tr("Not begun.");
    const QString begun = LessonReport::tr("Begun %1").arg(dateText(progress.begun));
    if (progress.isFinished())
        return LessonReport::tr("%1, finished %2.").arg(begun, dateText(progress.finished));
    return LessonReport::tr("%1; now at %2, %3.")
        .arg(begun, stateText(progress, taken.lesson), dateText(progress.changed));
}

/// "Answer: “Waits overlap.” (sure). right"
QString answerLine(const Answer& answer, const Question& question, const Known& known)
{
    const Grade grade = gradeOf(answer, question, known);
    QString said = LessonReport::tr("Answer: %1").arg(answerText(answer, question, grade.given));
    if (answer.confidence)
        said = LessonReport::tr("%1 (%2)").arg(said, confidenceText(*answer.confidence));
    QString line = escaped(said);
    if (isGraded(question))
        line += u" — <b>%1</b>"_s.arg(escaped(rightnessText(grade.isRight)));
    if (!grade.measured.isEmpty())
        line += u"; "_s + escaped(LessonReport::tr("measured: %1").arg(grade.measured));
    return u"<p>%1</p>\n"_s.arg(line);
}

QString questionPart(const Question& question, const Known& known)
{
    QString html = u"<p><b>%1</b></p>\n"_s.arg(escaped(question.text));
    const auto answer = known.progress.answers.find(question.name);
    const bool isAnswered = answer != known.progress.answers.end();
    if (isAnswered && answer->second.isGiven())
        html += answerLine(answer->second, question, known);
    else
        html += htmlParagraph(LessonReport::tr("Not answered."), "muted");
    const QString votes = isAnswered ? votesText(answer->second, question) : QString();
    if (!votes.isEmpty())
        html += htmlParagraph(LessonReport::tr("Votes: %1").arg(votes));
    return u"<div class=\"entry\">"_s + html + u"</div>\n"_s;
}

QString checkPart(const lesson::Check& check, const LessonProgress& progress)
{
    QString html = u"<p><b>%1</b> — "_s.arg(escaped(check.claim));
    const auto result = progress.results.find(check.name);
    if (result == progress.results.end()) {
        html += escaped(LessonReport::tr("not measured yet")) + u"</p>\n"_s;
    } else {
        html += u"<b>"_s + escaped(outcomeText(result->second.outcome)) + u"</b></p>\n"_s;
        if (!result->second.measured.empty())
            html +=
                htmlParagraph(LessonReport::tr("Measured: %1")
                                  .arg(textOf(result->second.measured).replace(u'\n', u"; "_s)));
        if (!result->second.why.empty())
            html += htmlParagraph(textOf(result->second.why), "muted");
    }
    return u"<div class=\"entry\">"_s + html + u"</div>\n"_s;
}

/// What of the kept recordings can be read, and for the rest why not.
struct KeptRecordings {
    lesson::Measurements measurements;
    QString problems;  ///< HTML
};

KeptRecordings recordingsOf(const LessonProgress& progress)
{
    KeptRecordings kept;
    for (const auto& [experiment, path] : progress.recordings) {
        auto read = readRecording(path);
        if (!read) {
            kept.problems += htmlParagraph(textOf(read.error().message));
            continue;
        }
        if (!read->warning.empty())
            kept.problems += htmlParagraph(textOf(read->warning));
        kept.measurements.emplace(experiment, std::move(read->comparison));
    }
    return kept;
}

QString timelinesPart(const TakenLesson& taken, const KeptRecordings& kept)
{
    QString html = kept.problems;
    forEach<lesson::Experiment>(taken.lesson, [&](const lesson::Experiment& experiment) {
        const auto recorded = kept.measurements.find(experiment.name);
        if (recorded == kept.measurements.end())
            return;
        const QString title = textOf(experiment.title.empty() ? experiment.name : experiment.title);
        const QString image = timelineImage(
            recorded->second, telling(recorded->second, experiment),
            LessonReport::tr("Timelines of the experiment “%1”").arg(lineOf(title.toStdString())));
        if (!image.isEmpty())
            html += htmlParagraph(title) + image;
    });
    return html.isEmpty() ? QString() : htmlHeading(LessonReport::tr("Own timelines")) + html;
}

}  // namespace

QString reportOf(const TakenLesson& taken, const lesson::Equipment& equipment)
{
    const KeptRecordings kept = recordingsOf(taken.progress);
    const Known known{taken.lesson, taken.progress, kept.measurements, equipment};
    QString html = u"<h2>%1</h2>\n"_s.arg(escaped(taken.lesson.title));
    html += htmlParagraph(whenText(taken), "muted");
    QString questions;
    for (const Question& question : questionsOf(taken.lesson))
        questions += questionPart(question, known);
    if (!questions.isEmpty())
        html += htmlHeading(LessonReport::tr("Questions")) + questions;
    QString checks;
    forEach<lesson::Check>(taken.lesson, [&](const lesson::Check& check) {
        checks += checkPart(check, taken.progress);
    });
    if (!checks.isEmpty())
        html += htmlHeading(LessonReport::tr("What was measured")) + checks;
    return html + timelinesPart(taken, kept);
}

QString reportPage(const QString& parts, std::size_t lessons, const lesson::Equipment& equipment,
                   const QDateTime& date)
{
    const QString title = reportTitle(lessons);
    QString body = u"<h1>%1</h1>\n"_s.arg(escaped(title));
    body += htmlParagraph(
        LessonReport::tr("%1 · measured on %2 · Coreogram %3")
            .arg(dateText(date), machineText(equipment.machine), QLatin1String(COREOGRAM_VERSION)),
        "muted");
    return htmlPage(title, body + parts);
}

QString reportTitle(std::size_t lessons)
{
    return lessons == 1 ? LessonReport::tr("Report on a lesson")
                        : LessonReport::tr("Report on %1 lessons")
                              .arg(QLocale().toString(qulonglong(lessons)));
}

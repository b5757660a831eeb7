#include "app/lessons/lessonwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace {

struct LessonWords {
    Q_DECLARE_TR_FUNCTIONS(LessonWords)
};

constexpr qsizetype longestLine = 200;
constexpr int mostNumber = 999;  ///< greater places in the list are for sorting only

}  // namespace

QString lineOf(std::string_view text)
{
    // simplified() of all of a very long text would be for nothing.
    const QString line = textOf(text.substr(0, 4 * longestLine)).simplified();
    return line.size() <= longestLine ? line : line.left(longestLine - 1) + u'…';
}

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString numberOf(const lesson::Lesson& lesson)
{
    const bool isNumbered = 0 < lesson.order && lesson.order <= mostNumber;
    return isNumbered ? QLocale().toString(lesson.order) : QString();
}

QString minutesText(int minutes)
{
    const QLocale locale;
    if (minutes < 60)
        return LessonWords::tr("%1 min").arg(locale.toString(minutes));
    if (minutes % 60 == 0)
        return LessonWords::tr("%1 h").arg(locale.toString(minutes / 60));
    return LessonWords::tr("%1 h %2 min")
        .arg(locale.toString(minutes / 60), locale.toString(minutes % 60));
}

QString stateText(const LessonProgress& progress, const lesson::Lesson& lesson)
{
    if (progress.isFinished())
        return LessonWords::tr("finished");
    if (!progress.isBegun())
        return LessonWords::tr("not begun");
    const QLocale locale;
    return LessonWords::tr("step %1 of %2")
        .arg(locale.toString(progress.step + 1),
             locale.toString(static_cast<int>(lesson.steps.size())));
}

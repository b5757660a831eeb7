#include "app/lessons/figurewords.h"

#include "app/lessons/runwords.h"
#include "app/timeline/paneltext.h"
#include "app/timeline/timetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

struct FigureWords {
    Q_DECLARE_TR_FUNCTIONS(FigureWords)
};

/// What a figure is counted in.
enum class Unit { Time, OfTheTime, OfTheWork, OfOneCore, Factor, Mean, Count, Bytes };

struct Words {
    const char* phrase;  ///< %1: the run, in quotation marks
    Unit unit;
};

/// In the order of lesson::Quantity.
constexpr std::array allWords{
    Words{QT_TRANSLATE_NOOP("FigureWords", "time of %1"), Unit::Time},
    Words{QT_TRANSLATE_NOOP("FigureWords", "CPU time of %1 in its own code"), Unit::Time},
    Words{QT_TRANSLATE_NOOP("FigureWords", "CPU time of %1 in the kernel"), Unit::Time},
    Words{QT_TRANSLATE_NOOP("FigureWords", "CPU time of %1"), Unit::Time},
    Words{QT_TRANSLATE_NOOP("FigureWords", "CPU use of %1"), Unit::OfOneCore},
    Words{QT_TRANSLATE_NOOP("FigureWords", "speedup of %1"), Unit::Factor},
    Words{QT_TRANSLATE_NOOP("FigureWords", "two or more tasks in progress in %1"), Unit::OfTheTime},
    Words{QT_TRANSLATE_NOOP("FigureWords", "two or more workers running in %1"), Unit::OfTheTime},
    Words{QT_TRANSLATE_NOOP("FigureWords", "tasks in progress in %1, on average"), Unit::Mean},
    Words{QT_TRANSLATE_NOOP("FigureWords", "workers running in %1, on average"), Unit::Mean},
    Words{QT_TRANSLATE_NOOP("FigureWords", "most tasks in progress at once in %1"), Unit::Count},
    Words{QT_TRANSLATE_NOOP("FigureWords", "most workers running at once in %1"), Unit::Count},
    Words{QT_TRANSLATE_NOOP("FigureWords", "usual length of a slice in %1"), Unit::Time},
    Words{QT_TRANSLATE_NOOP("FigureWords", "longest task of %1"), Unit::Time},
    Words{QT_TRANSLATE_NOOP("FigureWords", "all tasks of %1 added up"), Unit::Time},
    Words{QT_TRANSLATE_NOOP("FigureWords", "tasks of %1"), Unit::Count},
    Words{QT_TRANSLATE_NOOP("FigureWords", "tasks that are done in %1"), Unit::Count},
    Words{QT_TRANSLATE_NOOP("FigureWords", "tasks that failed in %1"), Unit::Count},
    Words{QT_TRANSLATE_NOOP("FigureWords", "workers that had a task in %1"), Unit::Count},
    Words{QT_TRANSLATE_NOOP("FigureWords", "time to create all workers of %1"), Unit::Time},
    Words{QT_TRANSLATE_NOOP("FigureWords", "shared counter of %1"), Unit::Count},
    Words{QT_TRANSLATE_NOOP("FigureWords", "what the counter of %1 should be"), Unit::Count},
    Words{QT_TRANSLATE_NOOP("FigureWords", "items in all workers of %1"), Unit::Count},
    Words{QT_TRANSLATE_NOOP("FigureWords", "items that the parent sees in %1"), Unit::Count},
    Words{QT_TRANSLATE_NOOP("FigureWords", "pictures that landed in %1"), Unit::Count},
    Words{QT_TRANSLATE_NOOP("FigureWords", "deadlocks in %1"), Unit::Count},
    Words{QT_TRANSLATE_NOOP("FigureWords", "time to hand the lock over in %1"), Unit::Time},
    Words{QT_TRANSLATE_NOOP("FigureWords", "time to create one worker of %1"), Unit::Time},
    Words{QT_TRANSLATE_NOOP("FigureWords", "memory of %1"), Unit::Bytes},
    Words{QT_TRANSLATE_NOOP("FigureWords", "serial part of %1"), Unit::OfTheWork},
    Words{QT_TRANSLATE_NOOP("FigureWords", "workers from which more bring nothing in %1"),
          Unit::Count},
    Words{QT_TRANSLATE_NOOP("FigureWords", "cores of this machine"), Unit::Count}};
static_assert(allWords.size() == static_cast<std::size_t>(lesson::Quantity::Cores) + 1);

/// With a decimal where it is below ten.
QString shareText(double share)
{
    const double percent = share * 100;
    const int decimals = std::abs(percent) < 9.95 && percent != std::round(percent) ? 1 : 0;
    return FigureWords::tr("%1 %").arg(QLocale().toString(percent, 'f', decimals));
}

QString valueText(double value, Unit unit)
{
    switch (unit) {
    case Unit::Time:
        return durationText(Nanoseconds(std::llround(value)));
    case Unit::OfTheTime:
    case Unit::OfTheWork:
    case Unit::OfOneCore:
        return shareText(value);
    case Unit::Factor:
        return factorText(value);
    case Unit::Mean:
        return QLocale().toString(value, 'f', 1);
    case Unit::Count:  // the median of an even number may lie between two
        return QLocale().toString(value, 'f', value == std::round(value) ? 0 : 1);
    case Unit::Bytes:
        break;
    }
    return QLocale().formattedDataSize(std::llround(value), 1);
}

/// "%1 of one core", for what is a share of something.
QString withWhole(const QString& share, Unit unit)
{
    switch (unit) {
    case Unit::OfTheTime:
        return FigureWords::tr("%1 of the time").arg(share);
    case Unit::OfTheWork:
        return FigureWords::tr("%1 of the work").arg(share);
    case Unit::OfOneCore:
        return FigureWords::tr("%1 of one core").arg(share);
    default:
        return share;
    }
}

/// The interval is left out where it reads as the value does.
QString estimateText(const Estimate& estimate, Unit unit)
{
    const QString text = valueText(estimate.value, unit);
    const QString low = valueText(estimate.low, unit);
    const QString high = valueText(estimate.high, unit);
    const bool isExact = low == text && high == text;
    const QString whole = withWhole(text, unit);
    return isExact ? whole : FigureWords::tr("%1 (%2 to %3)").arg(whole, low, high);
}

QString verdictsText(const lesson::VerdictCounts& counts)
{
    const auto runs = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
    QStringList all;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const QString verdict = verdictText(static_cast<Verdict>(i));
        if (counts[i] == runs && runs > 0)
            return FigureWords::tr("%1, in all %2 runs")
                .arg(verdict, QLocale().toString(qulonglong(runs)));
        if (counts[i] > 0)
            all << FigureWords::tr("%1 × %2", "%1: how often, %2: a verdict")
                       .arg(QLocale().toString(qulonglong(counts[i])), verdict);
    }
    return all.join(u", "_s);
}

/// "speedup of “4 workers”, at the lowest"
QString subjectText(const lesson::Measure& measure, const QString& phrase,
                    const lesson::Lesson& lesson)
{
    const QString quoted = u"“"_s + nameOfRun(lesson, measure.of) + u"”"_s;
    const QString text = phrase.contains(u"%1"_s) ? phrase.arg(quoted) : phrase;
    switch (measure.statistic) {
    case lesson::Statistic::Lowest:
        return FigureWords::tr("%1, at the lowest").arg(text);
    case lesson::Statistic::Highest:
        return FigureWords::tr("%1, at the highest").arg(text);
    case lesson::Statistic::Median:
        break;
    }
    return text;
}

/// Calls the runs that `sentence` speaks of as their panels are called.
QString withNames(QString sentence, const lesson::Check& check, const lesson::Lesson& lesson)
{
    for (const lesson::Reference& reference : lesson::referencesOf(check.holdsIf)) {
        const QString of = QString::fromStdString(reference.of);
        if (of.isEmpty())
            continue;
        const QRegularExpression name(u"(?:(?<=\\bof )|(?<=\\brun )|(?<=^))%1(?![\\w.-])"_s.arg(
            QRegularExpression::escape(of)));
        sentence.replace(name, u"“"_s + nameOfRun(lesson, reference.of) + u"”"_s);
    }
    return sentence;
}

QString capitalised(QString sentence)
{
    if (!sentence.isEmpty())
        sentence[0] = sentence[0].toUpper();
    return sentence;
}

}  // namespace

QString figureText(const lesson::Figure& figure, const lesson::Lesson& lesson)
{
    if (const auto* const counts = std::get_if<lesson::VerdictCounts>(&figure.value))
        return FigureWords::tr("%1: %2", "what was measured: its value")
            .arg(subjectText(figure.measure, FigureWords::tr("verdict on %1"), lesson),
                 verdictsText(*counts));
    const Words& words = allWords[static_cast<std::size_t>(figure.measure.quantity)];
    return FigureWords::tr("%1: %2", "what was measured: its value")
        .arg(subjectText(figure.measure, FigureWords::tr(words.phrase), lesson),
             estimateText(std::get<Estimate>(figure.value), words.unit));
}

lesson::Judged inWords(const lesson::Examined& examined, const lesson::Check& check,
                       const lesson::Lesson& lesson)
{
    QStringList lines;
    for (const lesson::Figure& figure : examined.figures)
        lines << capitalised(figureText(figure, lesson));
    const QString why = withNames(QString::fromStdString(examined.judged.why), check, lesson);
    return {examined.judged.outcome, lines.join(u'\n').toStdString(), why.toStdString()};
}

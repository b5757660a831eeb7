#include "app/lessons/figurewords.h"

#include "app/lessons/quantitywords.h"
#include "app/lessons/runwords.h"
#include "app/timeline/paneltext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <numeric>

using namespace Qt::StringLiterals;

namespace {

struct FigureWords {
    Q_DECLARE_TR_FUNCTIONS(FigureWords)
};

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
    return FigureWords::tr("%1: %2", "what was measured: its value")
        .arg(subjectText(figure.measure, phraseOf(figure.measure.quantity), lesson),
             valueText(figure.measure.quantity, std::get<Estimate>(figure.value)));
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

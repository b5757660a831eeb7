#include "app/lessons/quantitywords.h"

#include "app/timeline/timetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

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

const Words& wordsOf(lesson::Quantity quantity)
{
    return allWords[static_cast<std::size_t>(quantity)];
}

}  // namespace

QString phraseOf(lesson::Quantity quantity)
{
    return FigureWords::tr(wordsOf(quantity).phrase);
}

QString valueText(lesson::Quantity quantity, const Estimate& estimate)
{
    const Unit unit = wordsOf(quantity).unit;
    const QString text = valueText(estimate.value, unit);
    const QString low = valueText(estimate.low, unit);
    const QString high = valueText(estimate.high, unit);
    const QString whole = withWhole(text, unit);
    const bool isExact = low == text && high == text;
    return isExact ? whole : FigureWords::tr("%1 (%2 to %3)").arg(whole, low, high);
}

#include "app/timeline/findingtext.h"

#include "app/timeline/timelinewords.h"
#include "app/timeline/timetext.h"
#include "core/model/findings.h"
#include "core/model/recording.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace {

const Finding* find(const Recording& run, std::string_view name)
{
    const auto found = std::ranges::find(run.summary.findings, name, &Finding::name);
    return found == run.summary.findings.end() ? nullptr : &*found;
}

std::int64_t valueOf(const Recording& run, std::string_view name)
{
    const Finding* const found = find(run, name);
    return found ? found->value : 0;
}

QString numberText(std::int64_t value)
{
    return QLocale().toString(static_cast<qlonglong>(value));
}

QString countText(const Recording& run)
{
    const Finding* const count = find(run, finding::count);
    if (!count)
        return {};
    const std::int64_t expected = count->expected.value_or(count->value);
    if (count->value == expected)
        return TimelineWords::tr("every addition counted: %1").arg(numberText(expected));
    const QString words = count->value < expected
                              ? TimelineWords::tr("counted %1 of %2: %3 additions were lost")
                              : TimelineWords::tr("counted %1 of %2: %3 too many");
    return words.arg(
        numberText(count->value), numberText(expected),
        numberText(std::max(expected, count->value) - std::min(expected, count->value)));
}

QString itemText(const Recording& run)
{
    const Finding* const appended = find(run, finding::itemsInWorkers);
    const Finding* const inParent = find(run, finding::itemsInParent);
    if (!appended || !inParent)
        return {};
    if (appended->value == 0)
        return TimelineWords::tr("no item appended");
    const QString all = numberText(appended->value);
    const QString size = bytesText(valueOf(run, finding::bytesInParent));
    if (inParent->value == 0)
        return TimelineWords::tr("%1 items appended: none of them in the parent's memory").arg(all);
    if (inParent->value == appended->value)
        return TimelineWords::tr("%1 items appended: all of them in the parent's memory (%2)")
            .arg(all, size);
    return TimelineWords::tr("%1 items appended: %2 in the parent's memory (%3)")
        .arg(all, numberText(inParent->value), size);
}

QString pictureText(const Recording& run)
{
    const Finding* const pictures = find(run, finding::pictures);
    if (!pictures)
        return {};
    const QString size = bytesText(valueOf(run, finding::pictureBytes));
    if (pictures->expected && *pictures->expected != pictures->value)
        return TimelineWords::tr("%1 of %2 pictures, %3", "%3: 3.2 MB")
            .arg(numberText(pictures->value), numberText(*pictures->expected), size);
    return pictures->value == 1 ? TimelineWords::tr("1 picture, %1", "%1: 3.2 MB").arg(size)
                                : TimelineWords::tr("%1 pictures, %2", "%2: 3.2 MB")
                                      .arg(numberText(pictures->value), size);
}

QString memoryText(const Recording& run)
{
    const Finding* const streamed = find(run, finding::bytesStreamed);
    const double seconds = std::chrono::duration<double>(run.wall()).count();
    if (!streamed || streamed->value == 0 || seconds <= 0)
        return {};
    const auto rate = static_cast<std::int64_t>(static_cast<double>(streamed->value) / seconds);
    return TimelineWords::tr("moved %1/s through memory", "%1: 12.3 GB").arg(bytesText(rate));
}

QString deadlockText(const Recording& run)
{
    const Finding* const deadlocks = find(run, finding::deadlocks);
    if (!deadlocks)
        return {};
    return deadlocks->value == 1
               ? TimelineWords::tr("1 deadlock")
               : TimelineWords::tr("%1 deadlocks").arg(numberText(deadlocks->value));
}

QString serverText(const Recording& run)
{
    const Finding* const server = find(run, finding::serverCpu);
    return server ? TimelineWords::tr("the image server took %1 of CPU time, apart from the "
                                      "workers")
                        .arg(durationText(Nanoseconds(server->value)))
                  : QString();
}

QString handOverText(const Recording& run)
{
    const Finding* const handOver = find(run, finding::handOver);
    return handOver ? TimelineWords::tr("the lock was handed over on request after %1 (median)")
                          .arg(durationText(Nanoseconds(handOver->value)))
                    : QString();
}

QString startText(const Recording& run)
{
    const Finding* const start = find(run, finding::workerStart);
    if (!start)
        return {};
    return (run.workers.size() > 1 ? TimelineWords::tr("%1 to start a worker (median)")
                                   : TimelineWords::tr("%1 to start a worker"))
        .arg(durationText(Nanoseconds(start->value)));
}

QString residentText(const Recording& run)
{
    const Finding* const resident = find(run, finding::residentBytes);
    return resident
               ? TimelineWords::tr("%1 of memory in use at the end").arg(bytesText(resident->value))
               : QString();
}

bool isKnown(const std::string& name)
{
    constexpr std::array<std::string_view, 12> known{
        finding::count,     finding::itemsInWorkers, finding::itemsInParent, finding::bytesInParent,
        finding::pictures,  finding::pictureBytes,   finding::bytesStreamed, finding::deadlocks,
        finding::serverCpu, finding::handOver,       finding::residentBytes, finding::workerStart};
    return std::ranges::find(known, name) != known.end();
}

QString shortCountText(const Recording& run)
{
    const Finding* const count = find(run, finding::count);
    if (!count || count->value > count->expected.value_or(count->value))
        return countText(run);
    const std::int64_t lost = count->expected.value_or(count->value) - count->value;
    return lost == 0 ? TimelineWords::tr("no addition lost")
                     : TimelineWords::tr("%1 additions lost").arg(numberText(lost));
}

QString shortItemText(const Recording& run)
{
    const Finding* const appended = find(run, finding::itemsInWorkers);
    const Finding* const inParent = find(run, finding::itemsInParent);
    if (!appended || !inParent)
        return {};
    if (appended->value == 0)
        return TimelineWords::tr("no item appended");
    if (inParent->value == 0)
        return TimelineWords::tr("no item in the parent's memory");
    return inParent->value == appended->value
               ? TimelineWords::tr("all items in the parent's memory")
               : TimelineWords::tr("%1 items in the parent's memory")
                     .arg(numberText(inParent->value));
}

QStringList withoutEmpty(QStringList texts)
{
    texts.removeAll(QString());
    return texts;
}

}  // namespace

QStringList findingTexts(const Recording& run)
{
    constexpr std::size_t longestName = 60;
    QStringList texts = withoutEmpty({deadlockText(run), countText(run), itemText(run),
                                      pictureText(run), memoryText(run), handOverText(run),
                                      serverText(run), startText(run), residentText(run)});
    for (const Finding& each : run.summary.findings) {
        if (!isKnown(each.name))
            texts << TimelineWords::tr("%1: %2", "a name, a number")
                         .arg(QString::fromStdString(each.name.substr(0, longestName)).simplified(),
                              numberText(each.value));
    }
    return texts;
}

QString headlineFinding(const Recording& run)
{
    return withoutEmpty({deadlockText(run), shortCountText(run), shortItemText(run),
                         pictureText(run), memoryText(run)})
        .value(0);
}

QString bytesText(std::int64_t bytes)
{
    const std::array<QString, 5> units{TimelineWords::tr("%1 bytes"), TimelineWords::tr("%1 kB"),
                                       TimelineWords::tr("%1 MB"), TimelineWords::tr("%1 GB"),
                                       TimelineWords::tr("%1 TB")};
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; value >= 999.5 && unit + 1 < units.size(); ++unit)
        value /= 1000;
    return units[unit].arg(QLocale().toString(value, 'f', unit > 0 && value < 99.95 ? 1 : 0));
}

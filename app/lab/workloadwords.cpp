#include "app/lab/workloadwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("WorkloadWords", text);
}

/// Table texts are literals, and so end with a null.
QString tr(std::string_view text)
{
    return tr(text.data());
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString nameOf(Sharing sharing)
{
    switch (sharing) {
    case Sharing::Static:
        return tr("In shares");
    case Sharing::Shared:
        return tr("One queue");
    case Sharing::Stealing:
        return tr("Stealing");
    }
    return {};
}

QString nameOf(Protection protection)
{
    switch (protection) {
    case Protection::None:
        return tr("Nothing");
    case Protection::OwnLocks:
        return tr("A lock each");
    case Protection::SharedLock:
        return tr("One lock");
    case Protection::Atomic:
        return tr("Atomic");
    }
    return {};
}

QString nameOf(LockOrder order)
{
    return order == LockOrder::Opposite ? tr("Opposite") : tr("The same");
}

}  // namespace

QString titleOf(const WorkloadTraits& workload)
{
    return capitalised(tr(workload.name));
}

QString summaryOf(const WorkloadTraits& workload)
{
    return tr(workload.summary);
}

QString titleOf(Setting setting)
{
    switch (setting) {
    case Setting::Items:
        return tr("Items");
    case Setting::Serial:
        return tr("Serial part");
    case Setting::Sharing:
        return tr("Sharing");
    case Setting::Delay:
        return tr("Delay");
    case Setting::Bandwidth:
        return tr("Bandwidth");
    case Setting::Port:
        return tr("Port");
    case Setting::Timeout:
        return tr("Time-out");
    case Setting::Protection:
        return tr("Protection");
    case Setting::Order:
        return tr("Order");
    case Setting::Rounds:
        return tr("Rounds");
    case Setting::Memory:
        return tr("Memory");
    }
    return {};
}

QString sentenceOf(Setting setting)
{
    const SettingTraits& traits = traitsOf(setting);
    const QString sentence = tr(traits.summary);
    if (!traits.choices.empty())
        return sentence;
    const QLocale locale;
    return tr("%1 From %2 to %3%4.")
        .arg(sentence, locale.toString(traits.low), locale.toString(traits.high), unitOf(setting));
}

QString unitOf(Setting setting)
{
    const SettingTraits& traits = traitsOf(setting);
    return traits.unit.empty() ? QString() : u' ' + tr(traits.unit);
}

QString choiceText(Setting setting, std::int64_t value)
{
    switch (setting) {
    case Setting::Sharing:
        return nameOf(static_cast<Sharing>(value));
    case Setting::Protection:
        return nameOf(static_cast<Protection>(value));
    case Setting::Order:
        return nameOf(static_cast<LockOrder>(value));
    default:
        return QString::fromStdString(textOf(setting, value));
    }
}

QString titleOf(WorkerKind kind)
{
    switch (kind) {
    case WorkerKind::Threads:
        return tr("Threads");
    case WorkerKind::Processes:
        return tr("Processes");
    case WorkerKind::GlobalLock:
        return tr("Global lock");
    case WorkerKind::EventLoop:
        return tr("Event loop");
    }
    return {};
}

QString sentenceOf(WorkerKind kind)
{
    switch (kind) {
    case WorkerKind::Threads:
        return tr("Workers share the memory of one process.");
    case WorkerKind::Processes:
        return tr("Each worker has memory of its own.");
    case WorkerKind::GlobalLock:
        return tr("Threads that hold one lock to compute: a model of CPython's.");
    case WorkerKind::EventLoop:
        return tr("One thread goes on with another task where one waits.");
    }
    return {};
}

QString workersSentence(const WorkloadTraits& workload)
{
    if (!workload.isQueued)
        return tr("W: into how many parts the modes split a task, and how many cores they use.");
    if (workload.canSplit)
        return tr("W: how many tasks the modes have in progress at once if you set it, into how "
                  "many parts they split a task, and how many cores they use.");
    return tr("W: how many tasks the modes have in progress at once, and how many cores they use.");
}

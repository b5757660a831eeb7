#include "expectation.h"

#include <QRegularExpression>

#include <algorithm>

namespace {

/// The numbers in the first place that matches; empty if there is none.
std::vector<double> numbersIn(const QString& text, const QString& pattern)
{
    const QRegularExpressionMatch match = QRegularExpression(pattern).match(text);
    std::vector<double> numbers;
    for (int i = 1; i <= match.lastCapturedIndex(); ++i)
        numbers.push_back(match.captured(i).toDouble());
    return numbers;
}

/// The tasks in the order in which the program said that they were done.
std::vector<int> tasksIn(const QString& output)
{
    static const QRegularExpression done(QStringLiteral("(?:task |/)(\\d+): "));
    std::vector<int> tasks;
    for (auto match = done.globalMatch(output); match.hasNext();)
        tasks.push_back(match.next().captured(1).toInt());
    return tasks;
}

bool isOneToFour(std::vector<int> tasks, const Plan& plan)
{
    if (plan.inProgress > 1)
        std::ranges::sort(tasks);
    return tasks == std::vector{1, 2, 3, 4};
}

bool hasSeveralProcesses(const Plan& plan)
{
    return plan.with == WorkerKind::Processes && plan.workers() > 1;
}

/// The nodes of all trees, whose depth the program says; a cut tree lacks the nodes above the cuts.
bool countsTheNodes(const Trial& trial)
{
    const QString text = QString::fromStdString(trial.variant.text);
    const auto depth = numbersIn(text, QStringLiteral("(?:DEPTH|int depth) = (\\d+)"));
    const auto counted = numbersIn(trial.output, QStringLiteral("4 tasks done, (\\d+) nodes"));
    if (depth.empty() || counted.empty())
        return false;
    const auto nodes = [](auto& self, int of) -> double {
        return of < 2 ? 1 : 1 + self(self, of - 1) + self(self, of - 2);
    };
    double expected = 0;
    for (int task = 1; task <= 4; ++task)
        expected += nodes(nodes, static_cast<int>(depth[0]) - task * 5 % 8);
    const bool isCut = trial.variant.text.find("subtrees_of") != std::string::npos;
    return counted[0] <= expected && counted[0] >= expected - (isCut ? 4 * 64 : 0);
}

bool countsTheAdditions(const Trial& trial)
{
    const auto protection =
        trial.variant.experiment.settings.choice<Protection>(Setting::Protection);
    const bool isExact = protection == Protection::SharedLock || protection == Protection::Atomic ||
                         trial.variant.plan.workers() == 1;
    const auto counted =
        numbersIn(trial.output, QStringLiteral("4 tasks done, counted (\\d+) of 8000 additions"));
    return !counted.empty() && counted[0] <= 8000 && counted[0] > 0 &&
           (!isExact || counted[0] == 8000);
}

bool isPi(const QString& output)
{
    const auto pi = numbersIn(output, QStringLiteral("4 tasks done, pi is about (\\d\\.\\d+)"));
    return !pi.empty() && pi[0] > 3.08 && pi[0] < 3.2;
}

/// The line that every program of the workload ends with, where it is known to the letter.
QString lineOf(const Variant& variant)
{
    const QString workload = QString::fromStdString(variant.experiment.workload);
    if (workload == QStringLiteral("append"))
        return QStringLiteral("4 tasks done, 8000 numbers appended\n%1 numbers are in the memory")
            .arg(hasSeveralProcesses(variant.plan) ? 0 : 8000);
    if (workload == QStringLiteral("sleep"))
        return QStringLiteral("4 tasks done, %1 naps").arg(4 * variant.plan.split);
    if (workload == QStringLiteral("memory"))
        return QStringLiteral("4 tasks done, 160 MB copied");
    if (workload == QStringLiteral("philosophers"))
        return QStringLiteral("4 tasks done, 12 of 12 meals eaten");
    if (workload == QStringLiteral("download") || workload == QStringLiteral("mixed"))
        return QStringLiteral("4 of 4 downloads done, %1 bytes")
            .arg(variant.experiment.urls.empty() ? 4 * 96'015 : 4 * 3);
    return {};
}

bool isResultRight(const Trial& trial)
{
    const std::string& workload = trial.variant.experiment.workload;
    if (workload == "compute")
        return isPi(trial.output);
    if (workload == "tree")
        return countsTheNodes(trial);
    if (workload == "increment")
        return countsTheAdditions(trial);
    return trial.output.contains(lineOf(trial.variant));
}

/// Whether it stopped since all waited for each other, which it may where the order allows that.
bool isDeadlock(const Trial& trial)
{
    const Experiment& experiment = trial.variant.experiment;
    return experiment.workload == "philosophers" &&
           experiment.settings.choice<LockOrder>(Setting::Order) == LockOrder::Opposite &&
           trial.variant.plan.inProgress > 1 && trial.exitCode == 1 &&
           trial.output.contains(QStringLiteral("deadlock: "));
}

}  // namespace

QString flawOf(const Trial& trial)
{
    const QString said = QStringLiteral("\n") + trial.output + trial.messages;
    if (!trial.isCompiled)
        return QStringLiteral("does not compile:") + said;
    if (isDeadlock(trial))
        return {};
    if (trial.exitCode != 0 || !trial.messages.isEmpty())
        return QStringLiteral("ended with %1:").arg(trial.exitCode) + said;
    if (!isOneToFour(tasksIn(trial.output), trial.variant.plan))
        return QStringLiteral("each task was to be done once, and in order if in turn:") + said;
    return isResultRight(trial) ? QString() : QStringLiteral("the result is wrong:") + said;
}

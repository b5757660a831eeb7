#include "core/observe/cores.h"
#include "core/observe/workerlog.h"
#include "core/runner/commands.h"
#include "core/runner/options.h"
#include "core/runner/report.h"
#include "core/workload/workload.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cstdio>

namespace {

QJsonObject infoJson(const Machine& machine)
{
    QJsonArray names;
    for (const Workload& workload : workloads())
        names.append(QString::fromStdString(std::string(workload.name)));
    return {
        {QStringLiteral("format"), QStringLiteral("coreogram-info/1")},
        {QStringLiteral("version"), QStringLiteral(COREOGRAM_VERSION)},
        {QStringLiteral("machine"),
         QJsonObject{{QStringLiteral("cores"), machine.cores},
                     {QStringLiteral("physical_cores"), machine.physicalCores},
                     {QStringLiteral("model"), QString::fromStdString(machine.model)}}},
        {QStringLiteral("can_bind"), machine.canBind},
        {QStringLiteral("evidence"),
         QString::fromStdString(std::string(nameOf(Evidence::Inferred)))},
        {QStringLiteral("smallest_gap_ns"), static_cast<qint64>(WorkerLog::gapThreshold.count())},
        {QStringLiteral("workloads"), names}};
}

void printInfo(const Machine& machine)
{
    std::printf("coreogram-run %s\n\n", COREOGRAM_VERSION);
    std::printf("Processor    %s\n", machine.model.empty() ? "not known" : machine.model.c_str());
    std::printf("Cores        %d (%d physical)\n", machine.cores, machine.physicalCores);
    std::printf("Binding      %s\n", machine.canBind
                                         ? "workers can be bound to chosen cores"
                                         : "not possible here: workers may use every core");
    std::printf("Evidence     inferred: each worker notices when it was off its core for over "
                "%lld µs\n",
                static_cast<long long>(WorkerLog::gapThreshold.count() / 1000));
    std::printf("Workloads    %s\n", workloadNames().c_str());
    std::printf("Limits       %d tasks, %d workers\n", limits::maxTasks, limits::maxWorkers);
}

}  // namespace

int infoCommand(const QStringList& arguments)
{
    const auto asJson = parseInfo(arguments);
    if (!asJson)
        return complain(statusUsage, asJson.error().message);
    const auto cores = Cores::detect();
    if (!cores)
        return complain(statusFailed, cores.error().message);
    if (*asJson)
        printJson(infoJson(cores->machine()));
    else
        printInfo(cores->machine());
    return statusDone;
}

#include "core/model/workloadtraits.h"
#include "core/observe/cores.h"
#include "core/observe/schedulingrecord.h"
#include "core/observe/workerlog.h"
#include "core/runner/commands.h"
#include "core/runner/options.h"
#include "core/runner/report.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cstdio>

namespace {

/// What runs can rest on here.
struct EvidenceHere {
    Evidence evidence = Evidence::Exact;
    std::string note;  ///< why it is not exact; empty otherwise
};

EvidenceHere evidenceHere()
{
    const auto record = SchedulingRecord::open();
    return record ? EvidenceHere() : EvidenceHere{Evidence::Inferred, record.error().message};
}

QJsonObject infoJson(const Machine& machine, const EvidenceHere& here)
{
    QJsonArray names;
    for (const WorkloadTraits& workload : workloadTraits())
        names.append(QString::fromStdString(std::string(workload.name)));
    return {
        {QStringLiteral("format"), QStringLiteral("coreogram-info/1")},
        {QStringLiteral("version"), QStringLiteral(COREOGRAM_VERSION)},
        {QStringLiteral("machine"),
         QJsonObject{{QStringLiteral("cores"), machine.cores},
                     {QStringLiteral("physical_cores"), machine.physicalCores},
                     {QStringLiteral("model"), QString::fromStdString(machine.model)}}},
        {QStringLiteral("can_bind"), machine.canBind},
        {QStringLiteral("evidence"), QString::fromStdString(std::string(nameOf(here.evidence)))},
        {QStringLiteral("evidence_note"), QString::fromStdString(here.note)},
        {QStringLiteral("smallest_gap_ns"), static_cast<qint64>(WorkerLog::gapThreshold.count())},
        {QStringLiteral("workloads"), names}};
}

void printEvidence(const EvidenceHere& here)
{
    if (here.evidence == Evidence::Exact) {
        std::printf("Evidence     exact: the kernel's scheduling record\n");
        return;
    }
    std::printf("Evidence     inferred: each worker notices when it was off its core for over "
                "%lld µs,\n"
                "             and a program that is observed is sampled from the process table;\n"
                "             %s\n",
                static_cast<long long>(WorkerLog::gapThreshold.count() / 1000), here.note.c_str());
}

void printInfo(const Machine& machine, const EvidenceHere& here)
{
    std::printf("coreogram-run %s\n\n", COREOGRAM_VERSION);
    std::printf("Processor    %s\n", machine.model.empty() ? "not known" : machine.model.c_str());
    std::printf("Cores        %d (%d physical)\n", machine.cores, machine.physicalCores);
    std::printf("Binding      %s\n", machine.canBind
                                         ? "workers can be bound to chosen cores"
                                         : "not possible here: workers may use every core");
    printEvidence(here);
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
        printJson(infoJson(cores->machine(), evidenceHere()));
    else
        printInfo(cores->machine(), evidenceHere());
    return statusDone;
}

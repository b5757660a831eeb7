#include "core/workload/workload.h"

#include "core/workload/append.h"
#include "core/workload/compute.h"
#include "core/workload/download.h"
#include "core/workload/increment.h"
#include "core/workload/memory.h"
#include "core/workload/philosophers.h"
#include "core/workload/sleeping.h"
#include "core/workload/tree.h"

#include <algorithm>

const std::vector<Workload>& workloads()
{
    static const std::vector<Workload> all{
        compute::workload,  append::workload,    download::workload,
        sleeping::workload, mixed::workload,     memory::workload,
        tree::workload,     increment::workload, philosophers::workload};
    return all;
}

const Workload* workloadNamed(std::string_view name)
{
    const auto found = std::ranges::find(workloads(), name, &Workload::name);
    return found == workloads().end() ? nullptr : &*found;
}

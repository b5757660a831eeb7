#include "core/workload/workload.h"

#include "core/workload/compute.h"

#include <algorithm>

const std::vector<Workload>& workloads()
{
    static const std::vector<Workload> all{compute::workload};
    return all;
}

const Workload* workloadNamed(std::string_view name)
{
    const auto found = std::ranges::find(workloads(), name, &Workload::name);
    return found == workloads().end() ? nullptr : &*found;
}

#include "core/program/program.h"

#include "core/program/cppprogram.h"
#include "core/program/pythonprogram.h"
#include "core/program/shape.h"

std::string programFor(const Experiment& experiment, const Plan& plan, Language language)
{
    Filling filling = shapeOf(experiment, plan, language);
    filling.word("run", commandFor(experiment, language));
    return language == Language::Python ? pythonProgram(filling) : cppProgram(filling);
}

std::string fileNameFor(const Experiment& experiment, Language language)
{
    return experiment.workload + (language == Language::Python ? ".py" : ".cpp");
}

std::string commandFor(const Experiment& experiment, Language language)
{
    const std::string file = fileNameFor(experiment, language);
    if (language == Language::Python)
        return "python3 " + file;
    const bool downloads = experiment.workload == "download" || experiment.workload == "mixed";
    const std::string& name = experiment.workload;
    return "c++ -std=c++20 -O2 -pthread " + file + " -o " + name + (downloads ? " -lcurl" : "") +
           " && ./" + name;
}

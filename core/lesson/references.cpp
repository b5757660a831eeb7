#include "core/lesson/references.h"

#include "core/lesson/fields.h"
#include "core/lesson/timelinelink.h"

#include <algorithm>
#include <set>

namespace lesson {

namespace {

/// A study's number of workers may depend on the machine: any of them may be spoken of.
constexpr int mostCoresAnywhere = ::limits::maxInProgress / 2;

std::vector<std::string_view> viewsOf(const std::vector<std::string>& names)
{
    return {names.begin(), names.end()};
}

class ReferenceCheck {
public:
    ReferenceCheck(const Lesson& lesson, Problems& problems)
        : m_lesson(lesson),
          m_problems(problems)
    {
        collectNames<Experiment>(m_experiments);
        collectNames<Check>(m_checks);
    }

    template <typename Named>
    void checkNames()
    {
        std::set<std::string> names;
        forEach<Named>(m_lesson, [&](const Named& block) {
            if (!block.name.empty() && !names.insert(block.name).second)
                m_problems.push_back({block.place, "the name " + inQuotes(block.name) + " again",
                                      "a name that no other block of this kind has"});
        });
    }

    void run(std::string_view of, Place place)
    {
        const RunReference named = resolve(m_lesson, of);
        if (!named.experiment)
            return unknownExperiment(of, place);
        const std::vector<std::string> names = runNames(*named.experiment, mostCoresAnywhere);
        if (std::ranges::find(names, named.run) != names.end())
            return;
        if (std::holds_alternative<StudyOf>(named.experiment->how))
            m_problems.push_back({place, "the run " + inQuotes(of) + " of a study",
                                  "a kind and a number of workers, such as " +
                                      named.experiment->name + "." + names.front()});
        else
            m_problems.push_back(
                {place,
                 named.run.empty() ? inQuotes(of) + ", which has several runs"
                                   : "the run " + inQuotes(of),
                 named.experiment->name + ". and " + expectedInstead(named.run, viewsOf(names))});
    }

    void measure(const Reference& reference)
    {
        if (!reference.quantity)
            return run(reference.of, reference.place);
        switch (traitsOf(*reference.quantity).subject) {
        case Subject::Machine:
            return;
        case Subject::Study:
            return study(reference);
        case Subject::Run:
            run(reference.of, reference.place);
            if (*reference.quantity == Quantity::Speedup)
                speedup(reference);
        }
    }

    void check(std::string_view name, Place place)
    {
        if (!name.empty() && !checkNamed(m_lesson, name))
            m_problems.push_back({place, "the check " + inQuotes(name),
                                  m_checks.empty() ? "a {check} of that name"
                                                   : expectedInstead(name, viewsOf(m_checks))});
    }

    void options(const std::vector<Option>& options, Place place)
    {
        for (const Option& option : options)
            check(option.rightIf, place);
    }

private:
    /// A block whose name is wrong has none.
    template <typename Named>
    void collectNames(std::vector<std::string>& names)
    {
        forEach<Named>(m_lesson, [&](const Named& block) {
            if (!block.name.empty())
                names.push_back(block.name);
        });
    }

    void unknownExperiment(std::string_view of, Place place)
    {
        const std::string_view name = of.substr(0, of.find('.'));
        m_problems.push_back({place, "the experiment " + inQuotes(name),
                              m_experiments.empty()
                                  ? "an {experiment} of that name"
                                  : expectedInstead(name, viewsOf(m_experiments))});
    }

    void study(const Reference& reference)
    {
        const Experiment* const experiment = experimentNamed(m_lesson, reference.of);
        if (!experiment)
            unknownExperiment(reference.of, reference.place);
        else if (!std::holds_alternative<StudyOf>(experiment->how))
            m_problems.push_back(
                {reference.place,
                 std::string(traitsOf(*reference.quantity).name) + " of " + inQuotes(reference.of),
                 "an experiment with a study"});
    }

    void speedup(const Reference& reference)
    {
        const RunReference named = resolve(m_lesson, reference.of);
        const auto* const runs =
            named.experiment ? std::get_if<std::vector<Run>>(&named.experiment->how) : nullptr;
        const auto isSequential = [](const Run& run) { return run.mode == Mode::Sequential; };
        if (runs && std::ranges::none_of(*runs, isSequential))
            m_problems.push_back({reference.place, "the speedup of " + inQuotes(reference.of),
                                  "an experiment that has a sequential run too"});
    }

    const Lesson& m_lesson;
    Problems& m_problems;
    std::vector<std::string> m_experiments;
    std::vector<std::string> m_checks;
};

/// Every run, experiment or machine that the lesson's blocks speak of.
std::vector<Reference> referencesOf(const Lesson& lesson)
{
    std::vector<Reference> found;
    const auto add = [&](const std::vector<Reference>& more) {
        found.insert(found.end(), more.begin(), more.end());
    };
    const auto addRun = [&](const std::string& of, Place place) {
        if (!of.empty())
            found.push_back({of, {}, place});
    };
    forEach<Prediction>(lesson, [&](const Prediction& prediction) {
        if (const auto* const number = std::get_if<NumberAnswer>(&prediction.answer))
            add(referencesOf(number->measured));
        if (const auto* const drawing = std::get_if<DrawingAnswer>(&prediction.answer)) {
            addRun(drawing->of, prediction.place);
            addRun(drawing->scale, prediction.place);
        }
    });
    forEach<Check>(lesson, [&](const Check& check) { add(referencesOf(check.holdsIf)); });
    forEach<Program>(lesson, [&](const Program& program) { addRun(program.of, program.place); });
    return found;
}

/// Where the texts of the lesson lead into the timeline.
std::vector<std::string> timelineTargetsIn(const Lesson& lesson)
{
    std::vector<std::string> targets;
    const auto look = [&](const std::string& markdown) {
        Problems known;  // told when the lesson was read
        for (const Part& part : partsOf(markdown, known)) {
            for (const Link& link : part.links) {
                if (link.target.starts_with(timelineScheme))
                    targets.push_back(link.target);
            }
        }
    };
    forEach<Text>(lesson, [&](const Text& text) { look(text.markdown); });
    forEach<Prediction>(lesson, [&](const Prediction& each) { look(each.explanation); });
    forEach<Observation>(lesson, [&](const Observation& each) { look(each.explanation); });
    forEach<Check>(lesson, [&](const Check& each) { look(each.explanation); });
    return targets;
}

/// A message that has both in it, cut in two.
Problem problemOf(Place place, const std::string& message)
{
    static constexpr std::string_view between = "; expected ";
    const auto at = std::min(message.find(between), message.size());
    return {place, message.substr(0, at),
            message.substr(std::min(at + between.size(), message.size()))};
}

bool hasScheme(std::string_view target)
{
    return target.find(':') < target.find_first_of("/?#");
}

}  // namespace

void checkReferences(const Lesson& lesson, Problems& problems)
{
    ReferenceCheck references(lesson, problems);
    references.checkNames<Experiment>();
    references.checkNames<Prediction>();
    references.checkNames<Observation>();
    references.checkNames<Check>();
    forEach<Prediction>(lesson, [&](const Prediction& prediction) {
        if (const auto* const options = std::get_if<std::vector<Option>>(&prediction.answer))
            references.options(*options, prediction.place);
    });
    forEach<Observation>(lesson, [&](const Observation& observation) {
        references.options(observation.options, observation.place);
    });
    for (const Reference& reference : referencesOf(lesson))
        references.measure(reference);
}

std::set<std::string> runsSpokenOf(const Lesson& lesson, const Experiment& experiment)
{
    std::set<std::string> runs;
    const auto add = [&](std::string_view of) {
        RunReference named = resolve(lesson, of);
        if (named.experiment == &experiment && !named.run.empty())
            runs.insert(std::move(named.run));
    };
    for (const Reference& reference : referencesOf(lesson))
        add(reference.of);
    for (const std::string& target : timelineTargetsIn(lesson)) {
        if (const auto link = parseTimelineLink(target))
            add(link->run);
    }
    return runs;
}

void checkLinks(const Lesson& lesson, const std::vector<Link>& links, Problems& problems)
{
    ReferenceCheck references(lesson, problems);
    for (const Link& link : links) {
        if (link.target.starts_with(timelineScheme)) {
            const auto parsed = parseTimelineLink(link.target);
            if (!parsed)
                problems.push_back(problemOf(link.place, parsed.error().message));
            else if (isName(parsed->run.substr(0, 1)))
                references.run(parsed->run, link.place);
        } else if (!hasScheme(link.target) && !link.target.starts_with('#') &&
                   !staysInside(link.target)) {
            problems.push_back({link.place, "a link to " + inQuotes(link.target),
                                "a file in the lesson's folder, without “..”"});
        }
    }
}

}  // namespace lesson

#include "core/lesson/flow.h"

#include <algorithm>

namespace lesson {

namespace {

/// Gathers experiments, each once.
class Gathering {
public:
    explicit Gathering(const Lesson& lesson) : m_lesson(lesson) {}

    void operator()(const Text&) {}
    void operator()(const Picture&) {}
    void operator()(const Program&) {}  // is read, not run
    void operator()(const Experiment& experiment) { add(&experiment); }
    void operator()(const Check& check) { addAll(referencesOf(check.holdsIf)); }
    void operator()(const Observation& observation) { addOptions(observation.options); }
    void operator()(const Prediction& prediction)
    {
        if (const auto* const options = std::get_if<std::vector<Option>>(&prediction.answer))
            addOptions(*options);
        else if (const auto* const number = std::get_if<NumberAnswer>(&prediction.answer))
            addAll(referencesOf(number->measured));
        else
            addDrawing(std::get<DrawingAnswer>(prediction.answer));
    }

    [[nodiscard]] const std::vector<const Experiment*>& found() const noexcept { return m_found; }

private:
    void add(const Experiment* experiment)
    {
        if (experiment && std::ranges::find(m_found, experiment) == m_found.end())
            m_found.push_back(experiment);
    }
    void addAll(const std::vector<Reference>& references)
    {
        for (const Reference& reference : references)
            add(resolve(m_lesson, reference.of).experiment);
    }
    void addOptions(const std::vector<Option>& options)
    {
        for (const Option& option : options) {
            if (const Check* const check = checkNamed(m_lesson, option.rightIf))
                addAll(referencesOf(check->holdsIf));
        }
    }
    void addDrawing(const DrawingAnswer& drawing)
    {
        add(resolve(m_lesson, drawing.of).experiment);
        add(resolve(m_lesson, drawing.scale).experiment);
    }

    const Lesson& m_lesson;
    std::vector<const Experiment*> m_found;
};

bool contains(const std::vector<const Experiment*>& experiments, const Experiment& wanted)
{
    return std::ranges::find(experiments, &wanted) != experiments.end();
}

}  // namespace

std::vector<Page> pagesOf(const Lesson& lesson)
{
    std::vector<Page> pages;
    if (!lesson.introduction.empty())
        pages.push_back({lesson.title, &lesson.introduction});
    for (const Step& step : lesson.steps)
        pages.push_back({step.title, &step.blocks});
    return pages;
}

std::vector<const Experiment*> experimentsOf(const Lesson& lesson, const Block& block)
{
    Gathering gathering(lesson);
    std::visit(gathering, block);
    return gathering.found();
}

std::vector<const Experiment*> experimentsOn(const Lesson& lesson, const Page& page)
{
    Gathering gathering(lesson);
    for (const Block& block : *page.blocks)
        std::visit(gathering, block);
    std::vector<const Experiment*> inOrder;
    forEach<Experiment>(lesson, [&](const Experiment& each) {
        if (contains(gathering.found(), each))
            inOrder.push_back(&each);
    });
    return inOrder;
}

std::vector<const Prediction*> locksOf(const Lesson& lesson, const Experiment& experiment)
{
    std::vector<const Prediction*> locks;
    for (const Page& page : pagesOf(lesson)) {
        for (const Block& block : *page.blocks) {
            const auto* const prediction = std::get_if<Prediction>(&block);
            if (!prediction || !prediction->locksRun)
                continue;
            const auto asked = experimentsOf(lesson, block);
            if (contains(asked.empty() ? experimentsOn(lesson, page) : asked, experiment))
                locks.push_back(prediction);
        }
    }
    return locks;
}

}  // namespace lesson

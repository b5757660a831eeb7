#include "core/lesson/questionreader.h"

#include "core/lesson/experimentreader.h"

#include <algorithm>
#include <array>

namespace lesson {

namespace {

constexpr double farthest = 1e12;  ///< of a number that can be asked for

/// "a text", "{text: …, right-if: CHECK}" or "{text: …, right: yes}"
Option readOption(const YamlValue& value, Problems& problems)
{
    if (value.kind == YamlValue::Kind::Text && !value.text.empty())
        return {.text = value.text};
    Fields fields(value, "an option", problems);
    Option option;
    option.text = fields.text("text", Need::Required);
    option.rightIf = fields.name("right-if");
    option.isRight = fields.flag("right", false);
    if (fields.value("right") && !option.rightIf.empty())
        fields.problem(fields.place(), "right and right-if", "one of them");
    fields.finish();
    return option;
}

std::vector<Option> readOptions(Fields& fields)
{
    const YamlValue* const given = fields.value("options", Need::Required);
    if (!given)
        return {};
    const std::size_t count = given->items.size();
    if (given->kind != YamlValue::Kind::List || count < 2 || count > limits::maxOptions) {
        fields.problem(given->place,
                       given->kind == YamlValue::Kind::List ? std::to_string(count) + " options"
                                                            : "options: " + wordsOf(*given),
                       "a list of 2 to " + std::to_string(limits::maxOptions) + " options");
        return {};
    }
    std::vector<Option> options;
    for (const YamlValue& item : given->items)
        options.push_back(readOption(item, fields.problems()));
    return options;
}

double readTolerance(Fields& fields)
{
    return fields.number("tolerance-percent", {0, 100}).value_or(10) / 100;
}

NumberAnswer readNumber(const YamlValue& value, Problems& problems)
{
    static constexpr std::array<std::string_view, 5> units{"ns", "us", "ms", "s", "min"};
    Fields fields(value, "number", problems);
    NumberAnswer answer;
    answer.unit = fields.text("unit");
    answer.low = fields.number("from", {-farthest, farthest}, Need::Required).value_or(0);
    answer.high = fields.number("to", {answer.low, farthest}, Need::Required).value_or(0);
    answer.tolerance = readTolerance(fields);
    const std::string measured = fields.text("measured", Need::Required);
    const YamlValue* const given = fields.value("measured");
    if (!measured.empty()) {
        if (auto amount = parseAmount(measured, given->place, problems, answer.isTime))
            answer.measured = std::move(*amount);
    }
    if (answer.isTime && std::ranges::find(units, answer.unit) == units.end())
        fields.problem(fields.place(), "the unit " + inQuotes(answer.unit) + " of a time",
                       anyOf(units));
    fields.finish();
    return answer;
}

DrawingAnswer readDrawing(const YamlValue& value, Problems& problems)
{
    Fields fields(value, "drawing", problems);
    DrawingAnswer answer;
    answer.of = fields.text("of", Need::Required);
    answer.scale = fields.text("scale");
    answer.tolerance = readTolerance(fields);
    fields.finish();
    return answer;
}

std::optional<Condition> readCondition(const YamlValue& value, Problems& problems);

Condition joined(const YamlValue& list, Condition::Join join, Problems& problems)
{
    Condition condition{join, {}};
    if (list.kind != YamlValue::Kind::List || list.items.empty())
        problems.push_back({list.place, wordsOf(list), "a list of comparisons"});
    for (const YamlValue& item : list.items) {
        if (auto part = readCondition(item, problems))
            condition.parts.push_back(std::move(*part));
    }
    return condition;
}

/// One comparison, a list of which all must hold, or {all: …} or {any: …}.
std::optional<Condition> readCondition(const YamlValue& value, Problems& problems)
{
    if (value.kind == YamlValue::Kind::Text)
        return parseCondition(value.text, value.place, problems);
    if (value.kind == YamlValue::Kind::List)
        return joined(value, Condition::Join::All, problems);
    Fields fields(value, "a condition", problems);
    const YamlValue* const all = fields.value("all");
    const YamlValue* const any = fields.value("any");
    fields.finish();
    if (!all == !any) {
        problems.push_back({value.place, all ? "both all and any" : "neither all nor any",
                            "one of them, or a comparison"});
        return std::nullopt;
    }
    return all ? joined(*all, Condition::Join::All, problems)
               : joined(*any, Condition::Join::Any, problems);
}

void expectOne(Fields& fields, std::span<const YamlValue* const> given, std::string expected)
{
    const auto count = std::ranges::count_if(given, [](const YamlValue* value) { return value; });
    if (count != 1)
        fields.problem(fields.place(), std::to_string(count) + " of them", std::move(expected));
}

}  // namespace

Prediction readPrediction(Fields& fields)
{
    Prediction prediction;
    prediction.place = fields.place();
    prediction.name = fields.name("name", Need::Required);
    prediction.question = fields.text("question", Need::Required);
    prediction.explanation = fields.text("explanation");
    prediction.asksConfidence = fields.flag("confidence", true);
    prediction.locksRun = fields.flag("lock", true);
    const std::array answers{fields.value("options"), fields.value("number"),
                             fields.value("drawing")};
    if (answers[1])
        prediction.answer = readNumber(*answers[1], fields.problems());
    else if (answers[2])
        prediction.answer = readDrawing(*answers[2], fields.problems());
    else if (answers[0])
        prediction.answer = readOptions(fields);
    expectOne(fields, answers, "one of options, number or drawing");
    fields.finish();
    return prediction;
}

Observation readObservation(Fields& fields)
{
    Observation observation;
    observation.place = fields.place();
    observation.name = fields.name("name", Need::Required);
    observation.question = fields.text("question", Need::Required);
    observation.explanation = fields.text("explanation");
    observation.options = readOptions(fields);
    observation.isMultiple = fields.flag("several", false);
    fields.finish();
    return observation;
}

Check readCheck(Fields& fields)
{
    Check check;
    check.place = fields.place();
    check.name = fields.name("name", Need::Required);
    check.claim = fields.text("claim", Need::Required);
    if (const YamlValue* const condition = fields.value("holds-if", Need::Required)) {
        if (auto holdsIf = readCondition(*condition, fields.problems()))
            check.holdsIf = std::move(*holdsIf);
    }
    check.explanation = fields.text("explanation");
    check.needs = readNeeds(fields.value("needs"), fields.problems());
    fields.finish();
    return check;
}

Program readProgram(Fields& fields)
{
    Program program;
    program.place = fields.place();
    program.title = fields.text("title");
    const std::array given{fields.value("of"), fields.value("code"), fields.value("file")};
    program.of = fields.text("of");
    program.python = fields.text("code");
    program.pythonFile = fields.path("file");
    program.cpp = fields.text("cpp");
    program.cppFile = fields.path("cpp-file");
    expectOne(fields, given, "one of of, code or file");
    if (!program.cpp.empty() && !program.cppFile.empty())
        fields.problem(fields.place(), "cpp and cpp-file", "one of them");
    fields.finish();
    return program;
}

Picture readPicture(Fields& fields)
{
    Picture picture;
    picture.place = fields.place();
    picture.file = fields.path("file", Need::Required);
    picture.alternative = fields.text("alt", Need::Required);
    picture.caption = fields.text("caption");
    fields.finish();
    return picture;
}

}  // namespace lesson

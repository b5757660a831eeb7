#include "core/lesson/condition.h"

#include "core/lesson/amountparser.h"

#include <array>

namespace lesson {

namespace {

constexpr std::array verdicts{Verdict::Neither, Verdict::Concurrent, Verdict::Parallel,
                              Verdict::Both};

struct RelationName {
    std::string_view name;
    Relation relation;
};
constexpr std::array relations{
    RelationName{"=", Relation::Equal}, RelationName{"!=", Relation::NotEqual},
    RelationName{"<", Relation::Less},  RelationName{"<=", Relation::AtMost},
    RelationName{">", Relation::More},  RelationName{">=", Relation::AtLeast}};

std::optional<Relation> takeRelation(AmountParser& parser)
{
    for (const RelationName& known : relations) {
        if (parser.takeIf(known.name))
            return known.relation;
    }
    return parser.problem("=, !=, <, <=, > or >=");
}

std::optional<Condition> verdictIs(AmountParser& parser)
{
    VerdictIs said;
    said.place = parser.placeOf(parser.token());
    parser.take();
    auto of = parser.reference();
    if (!of)
        return std::nullopt;
    said.of = std::move(*of);
    said.isNegated = parser.token().is("!=");
    if (!parser.takeIf("=") && !parser.takeIf("!="))
        return parser.problem("= or !=, and a verdict");
    std::vector<std::string_view> names;
    for (const Verdict verdict : verdicts) {
        names.push_back(nameOf(verdict));
        if (!parser.takeIf(nameOf(verdict)))
            continue;
        said.verdict = verdict;
        return parser.isAtEnd() ? std::optional(Condition{said, {}}) : std::nullopt;
    }
    return parser.problem(expectedInstead(parser.token().text, names));
}

/// What follows ±; false where that is a problem.
bool readTolerance(AmountParser& parser, Tolerance& tolerance, int dimension)
{
    if (parser.token().kind != Token::Kind::Number) {
        parser.problem("a tolerance, such as 3 %");
        return false;
    }
    const Token number = parser.token();
    const bool isShare = parser.tokenAfter().is("%");
    const Operand given = parser.known();
    const double value = given.amount.value;
    if (isShare ? value > 1 : given.dimension != dimension) {
        parser.problem(number, inQuotes(number.text),
                       isShare ? "a tolerance from 0 to 100 %"
                               : "a tolerance in % or in the unit of both sides");
        return false;
    }
    (isShare ? tolerance.share : tolerance.amount) = value;
    return true;
}

std::optional<Condition> compared(AmountParser& parser, Operand left, Relation relation,
                                  Operand right)
{
    const Token after = parser.token();
    if (left.dimension != right.dimension)
        return parser.problem(after, "a time compared with what is no time",
                              "two times, or two numbers");
    Comparing comparing{std::move(left.amount), relation, std::move(right.amount), {}};
    const bool isEquality = relation == Relation::Equal || relation == Relation::NotEqual;
    if (parser.token().is("±")) {
        if (!isEquality)
            return parser.problem("a tolerance after = and != only");
        parser.take();
        if (!readTolerance(parser, comparing.tolerance, right.dimension))
            return std::nullopt;
    } else if (isEquality && !(left.isExact && right.isExact)) {
        return parser.problem("± and a tolerance, such as ± 3 %, since what is measured varies");
    }
    return parser.isAtEnd() ? std::optional(Condition{std::move(comparing), {}}) : std::nullopt;
}

void collect(const Amount& amount, std::vector<Reference>& references)
{
    if (amount.kind == Amount::Kind::Measured)
        references.push_back({amount.measure.of, amount.measure.quantity, amount.measure.place});
    for (const Amount& part : amount.parts)
        collect(part, references);
}

void collect(const Condition& condition, std::vector<Reference>& references)
{
    if (const auto* const comparing = std::get_if<Comparing>(&condition.kind)) {
        collect(comparing->left, references);
        collect(comparing->right, references);
    } else if (const auto* const verdict = std::get_if<VerdictIs>(&condition.kind)) {
        references.push_back({verdict->of, std::nullopt, verdict->place});
    }
    for (const Condition& part : condition.parts)
        collect(part, references);
}

}  // namespace

std::optional<Condition> parseCondition(std::string_view text, Place place, Problems& problems)
{
    AmountParser parser(text, place, problems);
    if (parser.isTooLong())
        return std::nullopt;
    if (parser.token().is("verdict"))
        return verdictIs(parser);
    auto left = parser.sum();
    if (!left)
        return std::nullopt;
    const auto relation = takeRelation(parser);
    if (!relation)
        return std::nullopt;
    auto right = parser.sum();
    if (!right)
        return std::nullopt;
    return compared(parser, std::move(*left), *relation, std::move(*right));
}

std::optional<Amount> parseAmount(std::string_view text, Place place, Problems& problems,
                                  bool& isTime)
{
    AmountParser parser(text, place, problems);
    if (parser.isTooLong())
        return std::nullopt;
    auto operand = parser.sum();
    if (!operand || !parser.isAtEnd())
        return std::nullopt;
    isTime = operand->dimension == 1;
    return std::move(operand->amount);
}

std::vector<Reference> referencesOf(const Condition& condition)
{
    std::vector<Reference> references;
    collect(condition, references);
    return references;
}

std::vector<Reference> referencesOf(const Amount& amount)
{
    std::vector<Reference> references;
    collect(amount, references);
    return references;
}

}  // namespace lesson

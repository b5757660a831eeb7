#include "core/lesson/amountparser.h"

#include <algorithm>
#include <array>

namespace lesson {

namespace {

constexpr int deepest = 32;            ///< parentheses within parentheses
constexpr std::size_t longest = 1000;  ///< bytes, which bounds how deep the tree of amounts can be

struct Unit {
    std::string_view name;
    double nanoseconds;
};
constexpr std::array units{Unit{"ns", 1},   Unit{"us", 1e3}, Unit{"µs", 1e3},
                           Unit{"ms", 1e6}, Unit{"s", 1e9},  Unit{"min", 60e9}};

constexpr std::string_view expectedAmount =
    "a number, such as 5, 20 % or 30 ms, or a quantity of a run, such as wall(name.run)";

Operand joined(Amount::Kind kind, Operand& left, Operand& right, int dimension)
{
    Operand whole;
    whole.dimension = dimension;
    whole.isExact = left.isExact && right.isExact;
    whole.amount.kind = kind;
    whole.amount.parts.push_back(std::move(left.amount));
    whole.amount.parts.push_back(std::move(right.amount));
    return whole;
}

}  // namespace

AmountParser::AmountParser(std::string_view text, Place place, Problems& problems)
    : m_length(text.size()),
      m_tokens(tokensOf(text.substr(0, longest))),
      m_place(place),
      m_problems(problems)
{}

const Token& AmountParser::tokenAfter() const
{
    return m_tokens[std::min(m_next + 1, m_tokens.size() - 1)];
}

Place AmountParser::placeOf(const Token& at) const
{
    return {m_place.line, m_place.column + static_cast<int>(at.offset)};
}

Token AmountParser::take()
{
    const Token taken = token();
    if (m_next + 1 < m_tokens.size())
        ++m_next;
    return taken;
}

bool AmountParser::takeIf(std::string_view sign)
{
    if (!token().is(sign))
        return false;
    take();
    return true;
}

std::nullopt_t AmountParser::problem(std::string expected)
{
    const bool isEnd = token().kind == Token::Kind::End;
    return problem(token(), isEnd ? "the end of the expression" : inQuotes(token().text),
                   std::move(expected));
}

std::nullopt_t AmountParser::problem(const Token& at, std::string found, std::string expected)
{
    m_problems.push_back({placeOf(at), std::move(found), std::move(expected)});
    return std::nullopt;
}

bool AmountParser::isTooLong()
{
    if (m_length > longest)
        problem(m_tokens.front(), "an expression of " + std::to_string(m_length) + " bytes",
                std::to_string(longest) + " at most");
    return m_length > longest;
}

bool AmountParser::isAtEnd()
{
    if (token().kind != Token::Kind::End)
        problem("the end of the expression");
    return token().kind == Token::Kind::End;
}

std::optional<Operand> AmountParser::sum(int depth)
{
    auto left = product(depth);
    while (left && (token().is("+") || token().is("-"))) {
        const Token sign = take();
        auto right = product(depth);
        if (!right)
            return std::nullopt;
        if (left->dimension != right->dimension)
            return problem(sign, "a time and what is no time in one sum",
                           "two times, or two numbers");
        left = joined(sign.is("+") ? Amount::Kind::Sum : Amount::Kind::Difference, *left, *right,
                      left->dimension);
    }
    return left;
}

std::optional<Operand> AmountParser::product(int depth)
{
    auto left = factor(depth);
    while (left && (token().is("*") || token().is("/"))) {
        const bool isProduct = take().is("*");
        auto right = factor(depth);
        if (!right)
            return std::nullopt;
        const int dimension =
            isProduct ? left->dimension + right->dimension : left->dimension - right->dimension;
        left = joined(isProduct ? Amount::Kind::Product : Amount::Kind::Quotient, *left, *right,
                      dimension);
    }
    return left;
}

std::optional<Operand> AmountParser::factor(int depth)
{
    if (token().kind == Token::Kind::Number)
        return known();
    if (token().kind == Token::Kind::Word)
        return measured();
    if (!token().is("(") || depth == deepest)
        return problem(std::string(expectedAmount));
    take();
    auto inner = sum(depth + 1);
    if (inner && !takeIf(")"))
        return problem("a closing parenthesis");
    return inner;
}

Operand AmountParser::known()
{
    Operand operand;
    operand.amount.value = take().value;
    if (takeIf("%")) {
        operand.amount.value /= 100;
        return operand;
    }
    for (const Unit& unit : units) {
        if (!takeIf(unit.name))
            continue;
        operand.amount.value *= unit.nanoseconds;
        operand.dimension = 1;
        return operand;
    }
    return operand;
}

std::optional<Operand> AmountParser::measured()
{
    Operand operand;
    operand.amount.kind = Amount::Kind::Measured;
    Measure& measure = operand.amount.measure;
    measure.place = placeOf(token());
    measure.statistic = statistic();
    const auto quantity = quantityNamed(token().text);
    if (!quantity)
        return problem(expectedInstead(token().text, quantityNames()));
    take();
    const QuantityTraits& traits = traitsOf(*quantity);
    measure.quantity = *quantity;
    operand.dimension = traits.isTime ? 1 : 0;
    operand.isExact = traits.isExact;
    if (traits.subject == Subject::Machine)
        return operand;
    auto of = reference();
    if (!of)
        return std::nullopt;
    measure.of = std::move(*of);
    return operand;
}

Statistic AmountParser::statistic()
{
    if (takeIf("lowest"))
        return Statistic::Lowest;
    if (takeIf("highest"))
        return Statistic::Highest;
    takeIf("median");
    return Statistic::Median;
}

std::optional<std::string> AmountParser::reference()
{
    if (!takeIf("("))
        return problem("a run in parentheses, such as (name.sequential)");
    if (token().kind != Token::Kind::Word)
        return problem("the name of an experiment");
    std::string of(take().text);
    if (takeIf(".")) {
        if (token().kind != Token::Kind::Word)
            return problem("the name of a run");
        of += "." + std::string(take().text);
    }
    if (!takeIf(")"))
        return problem("a closing parenthesis");
    return of;
}

}  // namespace lesson

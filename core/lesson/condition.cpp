#include "core/lesson/condition.h"

#include "core/lesson/tokens.h"

#include <array>
#include <cstdlib>

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

constexpr std::string_view expectedAmount =
    "a number, such as 5, 20 % or 30 ms, or a quantity of a run, such as wall(name.run)";

/// An amount while it is read. Times have dimension 1, what is no time 0.
struct Operand {
    Amount amount;
    int dimension = 0;
    bool isExact = true;
};

/// Recursive descent. After the first problem it gives up: the rest would be guesses.
class Parser {
public:
    Parser(std::string_view text, Place place, Problems& problems)
        : m_length(text.size()),
          m_tokens(tokensOf(text.substr(0, longest))),
          m_place(place),
          m_problems(problems)
    {}

    std::optional<Condition> condition()
    {
        if (isTooLong())
            return std::nullopt;
        if (token().is("verdict"))
            return verdictIs();
        auto left = sum(0);
        if (!left)
            return std::nullopt;
        const auto relation = takeRelation();
        if (!relation)
            return std::nullopt;
        auto right = sum(0);
        if (!right)
            return std::nullopt;
        return compared(std::move(*left), *relation, std::move(*right));
    }

    std::optional<Operand> amount()
    {
        if (isTooLong())
            return std::nullopt;
        auto operand = sum(0);
        if (!operand || !isAtEnd())
            return std::nullopt;
        return operand;
    }

private:
    [[nodiscard]] const Token& token() const { return m_tokens[m_next]; }
    [[nodiscard]] Place placeOf(const Token& at) const
    {
        return {m_place.line, m_place.column + static_cast<int>(at.offset)};
    }

    Token take()
    {
        const Token taken = token();
        if (m_next + 1 < m_tokens.size())
            ++m_next;
        return taken;
    }

    bool takeIf(std::string_view sign)
    {
        if (!token().is(sign))
            return false;
        take();
        return true;
    }

    std::nullopt_t problem(std::string expected)
    {
        const bool isEnd = token().kind == Token::Kind::End;
        return problem(token(), isEnd ? "the end of the expression" : inQuotes(token().text),
                       std::move(expected));
    }

    std::nullopt_t problem(const Token& at, std::string found, std::string expected)
    {
        m_problems.push_back({placeOf(at), std::move(found), std::move(expected)});
        return std::nullopt;
    }

    bool isTooLong()
    {
        if (m_length > longest)
            problem(m_tokens.front(), "an expression of " + std::to_string(m_length) + " bytes",
                    std::to_string(longest) + " at most");
        return m_length > longest;
    }

    bool isAtEnd()
    {
        if (token().kind != Token::Kind::End)
            problem("the end of the expression");
        return token().kind == Token::Kind::End;
    }

    std::optional<Relation> takeRelation()
    {
        for (const RelationName& known : relations) {
            if (takeIf(known.name))
                return known.relation;
        }
        return problem("=, !=, <, <=, > or >=");
    }

    std::optional<Condition> verdictIs()
    {
        VerdictIs said;
        said.place = placeOf(token());
        take();
        auto of = reference();
        if (!of)
            return std::nullopt;
        said.of = std::move(*of);
        said.isNegated = token().is("!=");
        if (!takeIf("=") && !takeIf("!="))
            return problem("= or !=, and a verdict");
        std::vector<std::string_view> names;
        for (const Verdict verdict : verdicts) {
            names.push_back(nameOf(verdict));
            if (!takeIf(nameOf(verdict)))
                continue;
            said.verdict = verdict;
            return isAtEnd() ? std::optional(Condition{said, {}}) : std::nullopt;
        }
        return problem(expectedInstead(token().text, names));
    }

    std::optional<Condition> compared(Operand left, Relation relation, Operand right)
    {
        const Token after = token();
        if (left.dimension != right.dimension)
            return problem(after, "a time compared with what is no time",
                           "two times, or two numbers");
        Comparing comparing{std::move(left.amount), relation, std::move(right.amount), {}};
        const bool isEquality = relation == Relation::Equal || relation == Relation::NotEqual;
        if (token().is("±")) {
            if (!isEquality)
                return problem("a tolerance after = and != only");
            take();
            if (!tolerance(comparing.tolerance, right.dimension))
                return std::nullopt;
        } else if (isEquality && !(left.isExact && right.isExact)) {
            return problem("± and a tolerance, such as ± 3 %, since what is measured varies");
        }
        return isAtEnd() ? std::optional(Condition{std::move(comparing), {}}) : std::nullopt;
    }

    bool tolerance(Tolerance& tolerance, int dimension)
    {
        if (token().kind != Token::Kind::Number) {
            problem("a tolerance, such as 3 %");
            return false;
        }
        const Token number = token();
        const bool isShare = m_tokens[m_next + 1].is("%");
        const auto given = known();
        const double value = given->amount.value;
        if (isShare ? value > 1 : given->dimension != dimension) {
            problem(number, inQuotes(number.text),
                    isShare ? "a tolerance from 0 to 100 %"
                            : "a tolerance in % or in the unit of both sides");
            return false;
        }
        (isShare ? tolerance.share : tolerance.amount) = value;
        return true;
    }

    std::optional<Operand> sum(int depth)
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
            left = joined(sign.is("+") ? Amount::Kind::Sum : Amount::Kind::Difference, *left,
                          *right, left->dimension);
        }
        return left;
    }

    std::optional<Operand> product(int depth)
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

    static Operand joined(Amount::Kind kind, Operand& left, Operand& right, int dimension)
    {
        Operand whole;
        whole.dimension = dimension;
        whole.isExact = left.isExact && right.isExact;
        whole.amount.kind = kind;
        whole.amount.parts.push_back(std::move(left.amount));
        whole.amount.parts.push_back(std::move(right.amount));
        return whole;
    }

    std::optional<Operand> factor(int depth)
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

    std::optional<Operand> known()
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

    std::optional<Operand> measured()
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

    Statistic statistic()
    {
        if (takeIf("lowest"))
            return Statistic::Lowest;
        if (takeIf("highest"))
            return Statistic::Highest;
        takeIf("median");
        return Statistic::Median;
    }

    /// "(experiment.run)"
    std::optional<std::string> reference()
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

    std::size_t m_length;
    std::vector<Token> m_tokens;
    std::size_t m_next = 0;
    Place m_place;
    Problems& m_problems;
};

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
    return Parser(text, place, problems).condition();
}

std::optional<Amount> parseAmount(std::string_view text, Place place, Problems& problems,
                                  bool& isTime)
{
    auto operand = Parser(text, place, problems).amount();
    if (!operand)
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

#pragma once

#include "core/lesson/condition.h"
#include "core/lesson/tokens.h"

#include <optional>
#include <string>
#include <vector>

namespace lesson {

/// An amount while it is read. Times have dimension 1, what is no time 0.
struct Operand {
    Amount amount;
    int dimension = 0;
    bool isExact = true;
};

/// Reads amounts by recursive descent, from left to right. After the first problem it gives up:
/// what it would say of the rest would be guesses.
class AmountParser {
public:
    /// `text` begins at `place` of the file, where problems are told.
    AmountParser(std::string_view text, Place place, Problems& problems);

    /// Whether the text is longer than an expression may be, which is a problem.
    [[nodiscard]] bool isTooLong();

    /// Whether nothing follows; else that is a problem.
    [[nodiscard]] bool isAtEnd();

    [[nodiscard]] std::optional<Operand> sum(int depth = 0);

    /// A number with its unit. Requires a number.
    [[nodiscard]] Operand known();

    /// "(experiment.run)"
    [[nodiscard]] std::optional<std::string> reference();

    [[nodiscard]] const Token& token() const { return m_tokens[m_next]; }
    [[nodiscard]] const Token& tokenAfter() const;
    [[nodiscard]] Place placeOf(const Token& at) const;
    Token take();
    bool takeIf(std::string_view sign);

    /// Something else than the next token was expected.
    std::nullopt_t problem(std::string expected);
    std::nullopt_t problem(const Token& at, std::string found, std::string expected);

private:
    [[nodiscard]] std::optional<Operand> product(int depth);
    [[nodiscard]] std::optional<Operand> factor(int depth);
    [[nodiscard]] std::optional<Operand> measured();
    [[nodiscard]] Statistic statistic();

    std::size_t m_length;
    std::vector<Token> m_tokens;
    std::size_t m_next = 0;
    Place m_place;
    Problems& m_problems;
};

}  // namespace lesson

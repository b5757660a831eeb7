#pragma once

#include <string_view>
#include <vector>

namespace lesson {

/// A piece of a claim's expression.
struct Token {
    enum class Kind { Word, Number, Sign, Unknown, End };
    Kind kind = Kind::End;
    std::string_view text;   ///< of signs in one spelling: * / + - <= >= != = < > ± ( ) . %
    std::size_t offset = 0;  ///< in bytes, from the start of the expression
    double value = 0;        ///< of a number

    [[nodiscard]] bool is(std::string_view wanted) const noexcept { return text == wanted; }
};

/// Cuts `text` into tokens, the last of which is the end. A word goes on over - and digits, so a
/// minus has blanks around it.
[[nodiscard]] std::vector<Token> tokensOf(std::string_view text);

}  // namespace lesson

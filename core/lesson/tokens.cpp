#include "core/lesson/tokens.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace lesson {

namespace {

struct Spelling {
    std::string_view written;
    std::string_view meant;
};

/// The longer ones first.
constexpr std::array signs{
    Spelling{"+/-", "±"}, Spelling{"<=", "<="}, Spelling{">=", ">="}, Spelling{"!=", "!="},
    Spelling{"==", "="},  Spelling{"+-", "±"},  Spelling{"≤", "<="},  Spelling{"≥", ">="},
    Spelling{"≠", "!="},  Spelling{"±", "±"},   Spelling{"×", "*"},   Spelling{"÷", "/"},
    Spelling{"·", "*"},   Spelling{"−", "-"},   Spelling{"*", "*"},   Spelling{"/", "/"},
    Spelling{"+", "+"},   Spelling{"-", "-"},   Spelling{"<", "<"},   Spelling{">", ">"},
    Spelling{"=", "="},   Spelling{"(", "("},   Spelling{")", ")"},   Spelling{".", "."},
    Spelling{"%", "%"}};

constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
constexpr std::string_view digits = "0123456789";

bool startsWord(std::string_view text) noexcept
{
    return letters.find(text.front()) != std::string_view::npos || text.starts_with("µ");
}

std::size_t wordLength(std::string_view text) noexcept
{
    std::size_t length = 0;
    while (length < text.size()) {
        const bool isPlain = letters.find(text[length]) != std::string_view::npos ||
                             digits.find(text[length]) != std::string_view::npos ||
                             text[length] == '-';
        const bool isMicro = text.substr(length).starts_with("µ");
        if (!isPlain && !isMicro)
            break;
        length += isMicro ? std::string_view("µ").size() : 1;
    }
    return length;
}

Token numberAt(std::string_view text)
{
    Token token{Token::Kind::Number, {}, 0, 0};
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), token.value,
                                        std::chars_format::fixed);
    if (parsed.ec != std::errc{})
        return {Token::Kind::Unknown, text.substr(0, 1), 0, 0};
    token.text = text.substr(0, static_cast<std::size_t>(parsed.ptr - text.data()));
    return token;
}

/// The token at the start of `text`, and how long it is written.
std::pair<Token, std::size_t> tokenAt(std::string_view text)
{
    if (startsWord(text)) {
        const std::size_t length = wordLength(text);
        return {{Token::Kind::Word, text.substr(0, length), 0, 0}, length};
    }
    if (digits.find(text.front()) != std::string_view::npos) {
        const Token token = numberAt(text);
        return {token, token.text.size()};
    }
    const auto sign = std::ranges::find_if(
        signs, [&](const Spelling& spelling) { return text.starts_with(spelling.written); });
    if (sign != signs.end())
        return {{Token::Kind::Sign, sign->meant, 0, 0}, sign->written.size()};
    return {{Token::Kind::Unknown, text.substr(0, 1), 0, 0}, 1};
}

}  // namespace

std::vector<Token> tokensOf(std::string_view text)
{
    std::vector<Token> tokens;
    std::size_t at = 0;
    while (true) {
        at = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
        if (at == text.size())
            break;
        auto [token, length] = tokenAt(text.substr(at));
        token.offset = at;
        tokens.push_back(token);
        at += length;
    }
    tokens.push_back({Token::Kind::End, {}, text.size(), 0});
    return tokens;
}

}  // namespace lesson

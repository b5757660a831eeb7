#include "core/lesson/markdownparts.h"

#include <algorithm>
#include <optional>

namespace lesson {

namespace {

constexpr std::string_view blanks = " \t\r";

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// The line that opens or closes a fence: at least three ` or ~ after at most three blanks.
struct Fence {
    char character = '`';
    std::size_t length = 0;
    std::string_view info;
};

std::optional<Fence> fenceIn(std::string_view line)
{
    const auto start = std::min(line.find_first_not_of(' '), line.size());
    if (start > 3 || start == line.size() || (line[start] != '`' && line[start] != '~'))
        return std::nullopt;
    const auto end = std::min(line.find_first_not_of(line[start], start), line.size());
    if (end - start < 3)
        return std::nullopt;
    return Fence{line[start], end - start, trimmed(line.substr(end))};
}

bool closes(const Fence& fence, const Fence& opened) noexcept
{
    return fence.character == opened.character && fence.length >= opened.length &&
           fence.info.empty();
}

/// The name in braces; empty where the fence is one of Markdown's own.
std::string_view blockName(std::string_view info)
{
    if (info.size() < 3 || info.front() != '{' || info.back() != '}')
        return {};
    const std::string_view name = trimmed(info.substr(1, info.size() - 2));
    const bool isWord = std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    });
    return isWord ? name : std::string_view();
}

/// The targets of [text](target), of pictures too.
void collectLinks(std::string_view line, int number, std::vector<Link>& links)
{
    for (auto at = line.find("]("); at != std::string_view::npos; at = line.find("](", at)) {
        at += 2;
        const auto end = line.find_first_of(") \t", at);
        if (end == std::string_view::npos)
            return;
        links.push_back(
            {std::string(line.substr(at, end - at)), {number, static_cast<int>(at) + 1}});
    }
}

class Cutter {
public:
    Cutter(std::string_view file, Problems& problems) : m_rest(file), m_problems(problems) {}

    std::vector<Part> cut()
    {
        cutFrontMatter();
        while (const auto line = next())
            take(*line);
        flush();
        return std::move(m_parts);
    }

private:
    /// The next line without its end; m_number is its number.
    std::optional<std::string_view> next()
    {
        if (m_rest.empty())
            return std::nullopt;
        const auto end = m_rest.find('\n');
        std::string_view line = m_rest.substr(0, end);
        m_rest.remove_prefix(end == std::string_view::npos ? m_rest.size() : end + 1);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        ++m_number;
        return line;
    }

    void cutFrontMatter()
    {
        const std::string_view whole = m_rest;
        if (const auto first = next(); !first || trimmed(*first) != "---") {
            m_problems.push_back({{1, 1},
                                  "no front matter",
                                  "--- as the first line, then name, "
                                  "title and so on, then --- again"});
            m_rest = whole;
            m_number = 0;
            return;
        }
        Part part{Part::Kind::FrontMatter, {}, {}, {1, 1}, {}};
        while (const auto line = next()) {
            if (trimmed(*line) == "---") {
                m_parts.push_back(std::move(part));
                return;
            }
            part.text.append(*line).append("\n");
        }
        m_problems.push_back({{1, 1}, "front matter without an end", "--- on a line of its own"});
    }

    void take(std::string_view line)
    {
        const auto fence = fenceIn(line);
        if (fence && !blockName(fence->info).empty()) {
            cutBlock(*fence, m_number);
        } else if (fence) {
            append(line);
            skipCode(*fence, m_number);
        } else if (line.starts_with("## ") || line == "##") {
            flush();
            m_parts.push_back(
                {Part::Kind::Heading, std::string(trimmed(line.substr(2))), {}, {m_number, 1}, {}});
        } else {
            collectLinks(line, m_number, m_links);
            append(line);
        }
    }

    void cutBlock(const Fence& opened, int firstLine)
    {
        flush();
        Part part{Part::Kind::Fenced, {}, std::string(blockName(opened.info)), {firstLine, 1}, {}};
        while (const auto line = next()) {
            if (const auto fence = fenceIn(*line); fence && closes(*fence, opened)) {
                m_parts.push_back(std::move(part));
                return;
            }
            part.text.append(*line).append("\n");
        }
        notClosed(opened, firstLine);
    }

    /// Code within Markdown, which stays as it is.
    void skipCode(const Fence& opened, int firstLine)
    {
        while (const auto line = next()) {
            append(*line);
            if (const auto fence = fenceIn(*line); fence && closes(*fence, opened))
                return;
        }
        notClosed(opened, firstLine);
    }

    void notClosed(const Fence& opened, int firstLine)
    {
        m_problems.push_back(
            {{firstLine, 1},
             "a fence that is not closed",
             std::string(opened.length, opened.character) + " on a line of its own after it"});
    }

    void append(std::string_view line)
    {
        if (m_text.empty())
            m_textLine = m_number;
        m_text.append(line).append("\n");
    }

    void flush()
    {
        if (m_text.find_first_not_of(" \t\r\n") != std::string::npos)
            m_parts.push_back({Part::Kind::Markdown, m_text, {}, {m_textLine, 1}, m_links});
        m_text.clear();
        m_links.clear();
    }

    std::string_view m_rest;
    Problems& m_problems;
    int m_number = 0;
    std::string m_text;
    int m_textLine = 1;
    std::vector<Link> m_links;
    std::vector<Part> m_parts;
};

}  // namespace

std::vector<Part> partsOf(std::string_view file, Problems& problems)
{
    return Cutter(file, problems).cut();
}

}  // namespace lesson

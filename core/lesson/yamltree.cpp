#include "core/lesson/yamltree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

namespace lesson {

namespace {

/// Ends the reading of a block in which nothing further can be told.
struct Refused {};

/// Builds the tree of one document from what the parser reports, so that nothing is ever resolved.
class TreeBuilder : public YAML::EventHandler {
public:
    TreeBuilder(int firstLine, Problems& problems) : m_firstLine(firstLine), m_problems(problems)
    {
        m_open.emplace_back();
        m_open.back().kind = YamlValue::Kind::List;
    }

    /// The document's value.
    YamlValue take()
    {
        auto& items = m_open.front().items;
        return items.empty() ? YamlValue() : std::move(items.front());
    }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        refuseName(mark, anchor);
        add({YamlValue::Kind::Nothing, placeOf(mark), {}, {}, {}});
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override
    {
        refuse(mark, "an alias (*)", "the value itself: lessons have no names for values");
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override
    {
        refuseName(mark, anchor);
        refuseType(mark, tag);
        add({YamlValue::Kind::Text, placeOf(mark), value, {}, {}});
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override
    {
        open(mark, tag, anchor, YamlValue::Kind::List);
    }
    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override
    {
        open(mark, tag, anchor, YamlValue::Kind::Map);
    }
    void OnMapEnd() override { close(); }

    [[nodiscard]] Place placeOf(const YAML::Mark& mark) const
    {
        if (mark.is_null())
            return {m_firstLine, 1};
        return {m_firstLine + mark.line, mark.column + 1};
    }

private:
    [[noreturn]] void refuse(const YAML::Mark& mark, std::string found, std::string expected)
    {
        m_problems.push_back({placeOf(mark), std::move(found), std::move(expected)});
        throw Refused();
    }

    void refuseName(const YAML::Mark& mark, YAML::anchor_t anchor)
    {
        if (anchor != YAML::NullAnchor)
            refuse(mark, "an anchor (&)", "the value alone: lessons have no names for values");
    }

    void refuseType(const YAML::Mark& mark, const std::string& tag)
    {
        if (!tag.empty() && tag != "?" && tag != "!")
            refuse(mark, "the type " + inQuotes(tag), "a value without a type");
    }

    void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
              YamlValue::Kind kind)
    {
        refuseName(mark, anchor);
        refuseType(mark, tag);
        if (m_open.size() > limits::maxYamlDepth)
            refuse(mark, "lists within lists",
                   std::to_string(limits::maxYamlDepth) +
                       " lists or maps within one another at most");
        m_open.push_back({kind, placeOf(mark), {}, {}, {}});
        m_isKeyOpen.push_back(false);
    }

    void close()
    {
        YamlValue whole = std::move(m_open.back());
        m_open.pop_back();
        m_isKeyOpen.pop_back();
        add(std::move(whole));
    }

    void add(YamlValue value)
    {
        YamlValue& parent = m_open.back();
        if (parent.kind == YamlValue::Kind::List) {
            parent.items.push_back(std::move(value));
        } else if (m_isKeyOpen.back()) {
            parent.entries.back().value = std::move(value);
            m_isKeyOpen.back() = false;
        } else {
            addKey(parent, value);
        }
    }

    void addKey(YamlValue& parent, YamlValue& key)
    {
        if (key.kind != YamlValue::Kind::Text) {
            m_problems.push_back({key.place, wordsOf(key) + " as a key", "a word"});
            throw Refused();
        }
        if (std::ranges::find(parent.entries, key.text, &YamlEntry::key) != parent.entries.end())
            m_problems.push_back(
                {key.place, "the key " + inQuotes(key.text) + " again", "each key once"});
        parent.entries.push_back({std::move(key.text), key.place, {}});
        m_isKeyOpen.back() = true;
    }

    int m_firstLine;
    Problems& m_problems;
    std::vector<YamlValue> m_open;         ///< the document, and the lists and maps not yet closed
    std::vector<bool> m_isKeyOpen{false};  ///< of each: whether a key waits for its value
};

}  // namespace

std::string wordsOf(const YamlValue& value)
{
    switch (value.kind) {
    case YamlValue::Kind::Nothing:
        return "nothing";
    case YamlValue::Kind::Text:
        return inQuotes(value.text);
    case YamlValue::Kind::List:
        return "a list";
    case YamlValue::Kind::Map:
        return "keys with values";
    }
    return {};
}

std::optional<YamlValue> parseYaml(const std::string& text, int firstLine, Problems& problems)
{
    if (text.size() > limits::maxYamlBytes) {
        problems.push_back({{firstLine, 1},
                            "a block of " + std::to_string(text.size()) + " bytes",
                            std::to_string(limits::maxYamlBytes) + " at most"});
        return std::nullopt;
    }
    TreeBuilder builder(firstLine, problems);
    try {
        std::istringstream stream(text);
        YAML::Parser parser(stream);
        parser.HandleNextDocument(builder);
        return builder.take();
    } catch (const Refused&) {
        // The problem has been added.
    } catch (const YAML::Exception& exception) {
        problems.push_back({builder.placeOf(exception.mark), "what is not YAML",
                            "YAML (its reader says: " + exception.msg + ")"});
    }
    return std::nullopt;
}

}  // namespace lesson

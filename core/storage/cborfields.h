#pragma once

#include "core/model/time.h"

#include <QByteArray>
#include <QCborMap>
#include <QCborValue>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Reads the fields of one CBOR map. The first that is missing or wrong becomes the error, which
/// says what was found and what was expected; what is read from then on has no meaning.
class CborFields {
public:
    /// `what` names the map in errors. `error` is borrowed, so that inner maps can share it.
    CborFields(QCborMap map, std::string what, std::string& error);

    [[nodiscard]] std::int64_t integer(const char* key, std::int64_t low, std::int64_t high);
    [[nodiscard]] std::string text(const char* key);
    [[nodiscard]] bool boolean(const char* key);
    [[nodiscard]] QByteArray bytes(const char* key, qsizetype unit);
    [[nodiscard]] CborFields map(const char* key);

    /// From one to `most` texts.
    [[nodiscard]] std::vector<std::string> texts(const char* key, std::size_t most);

    /// At most `most` maps.
    [[nodiscard]] std::vector<CborFields> maps(const char* key, std::size_t most);

    /// A length of time in nanoseconds, from 0.
    [[nodiscard]] Nanoseconds duration(const char* key);

    /// A number that identifies something: as many bits as the id has.
    template <typename Id>
    [[nodiscard]] Id id(const char* key)
    {
        return static_cast<Id>(integer(key, 0, UINT32_MAX));
    }

    [[nodiscard]] int count(const char* key, int low)
    {
        return static_cast<int>(integer(key, low, INT32_MAX));
    }

    /// One of several names, each of which `fromName` knows; `expected` lists them.
    template <typename Value>
    [[nodiscard]] Value named(const char* key, std::optional<Value> (*fromName)(std::string_view),
                              const char* expected)
    {
        const QCborValue found = value(key);
        const std::string name = found.toString().toStdString();
        const auto known = found.isString() ? fromName(name) : std::nullopt;
        if (!known)
            wrong(key, expected);
        return known.value_or(Value{});
    }

    [[nodiscard]] bool has(const char* key) const { return !value(key).isUndefined(); }
    [[nodiscard]] bool isNull(const char* key) const { return value(key).isNull(); }

    /// Makes it an error that the field is not `expected`.
    void wrong(const char* key, const std::string& expected);

private:
    [[nodiscard]] QCborValue value(const char* key) const;

    QCborMap m_map;
    std::string m_what;
    std::string* m_error;
};

/// A value for a message, in a few words: `the number 5`, `text "abc"`, `a map`, `nothing`.
[[nodiscard]] std::string describe(const QCborValue& value);

/// The first bytes of something, for a message: as text where they are, as numbers otherwise.
[[nodiscard]] std::string describe(QByteArrayView bytes);

#include "core/storage/cborfields.h"

#include "core/storage/frameformat.h"

#include <QCborArray>

#include <algorithm>

namespace {

constexpr qsizetype mostCharactersShown = 32;
constexpr qsizetype mostBytesShown = 16;

/// What comes from outside must not reach a terminal as control characters.
QString shown(const QString& text)
{
    QString printable = text.left(mostCharactersShown);
    std::ranges::replace_if(
        printable, [](QChar c) { return !c.isPrint(); }, QChar(u'.'));
    return text.size() > mostCharactersShown ? printable + QChar(u'…') : printable;
}

bool isPrintable(char c) noexcept
{
    return c >= ' ' && c <= '~';
}

bool isText(char c) noexcept
{
    return isPrintable(c) || c == '\n' || c == '\r' || c == '\t';
}

}  // namespace

CborFields::CborFields(QCborMap map, std::string what, std::string& error)
    : m_map(std::move(map)),
      m_what(std::move(what)),
      m_error(&error)
{}

std::int64_t CborFields::integer(const char* key, std::int64_t low, std::int64_t high)
{
    const QCborValue found = value(key);
    if (found.isInteger() && found.toInteger() >= low && found.toInteger() <= high)
        return found.toInteger();
    wrong(key, "a whole number from " + std::to_string(low) + " to " + std::to_string(high));
    return low;
}

std::string CborFields::text(const char* key)
{
    const QCborValue found = value(key);
    if (!found.isString() || found.toString().size() > maxTextLength)
        wrong(key, "text of at most " + std::to_string(maxTextLength) + " characters");
    return found.toString().toStdString();
}

bool CborFields::boolean(const char* key)
{
    const QCborValue found = value(key);
    if (!found.isBool())
        wrong(key, "true or false");
    return found.toBool();
}

QByteArray CborFields::bytes(const char* key, qsizetype unit)
{
    const QCborValue found = value(key);
    if (!found.isByteArray() || found.toByteArray().size() % unit != 0)
        wrong(key, "a multiple of " + std::to_string(unit) + " bytes");
    return found.toByteArray();
}

CborFields CborFields::map(const char* key)
{
    const QCborValue found = value(key);
    if (!found.isMap())
        wrong(key, "a map");
    return {found.toMap(), "the \"" + std::string(key) + "\" of " + m_what, *m_error};
}

std::vector<std::string> CborFields::texts(const char* key, std::size_t most)
{
    const QCborArray found = value(key).toArray();
    const auto isText = [](const QCborValue& each) {
        return each.isString() && each.toString().size() <= maxTextLength;
    };
    if (found.isEmpty() || static_cast<std::size_t>(found.size()) > most ||
        !std::ranges::all_of(found, isText))
        wrong(key, "a list of 1 to " + std::to_string(most) + " texts");
    std::vector<std::string> texts;
    for (const QCborValue& each : found)
        texts.push_back(each.toString().toStdString());
    return texts;
}

std::vector<CborFields> CborFields::maps(const char* key, std::size_t most)
{
    const QCborValue found = value(key);
    const QCborArray array = found.toArray();
    const auto isMap = [](const QCborValue& each) { return each.isMap(); };
    if (!found.isArray() || static_cast<std::size_t>(array.size()) > most ||
        !std::ranges::all_of(array, isMap))
        wrong(key, "a list of at most " + std::to_string(most) + " maps");
    std::vector<CborFields> maps;
    for (const QCborValue& each : array)
        maps.emplace_back(each.toMap(), "one of the \"" + std::string(key) + "\" of " + m_what,
                          *m_error);
    return maps;
}

Nanoseconds CborFields::duration(const char* key)
{
    return Nanoseconds(integer(key, 0, maxDuration));
}

void CborFields::wrong(const char* key, const std::string& expected)
{
    if (m_error->empty())
        *m_error = "found " + describe(value(key)) + " as \"" + key + "\" of " + m_what +
                   "; expected " + expected;
}

QCborValue CborFields::value(const char* key) const
{
    return m_map.value(QLatin1String(key));
}

std::string describe(const QCborValue& value)
{
    if (value.isInteger())
        return "the number " + std::to_string(value.toInteger());
    if (value.isString())
        return "text \"" + shown(value.toString()).toStdString() + "\"";
    if (value.isByteArray())
        return std::to_string(value.toByteArray().size()) + " bytes";
    if (value.isBool())
        return value.toBool() ? "true" : "false";
    if (value.isNull())
        return "null";
    if (value.isMap())
        return "a map";
    if (value.isArray())
        return "a list";
    if (value.isUndefined())
        return "nothing";
    return "a value of another type";
}

std::string describe(QByteArrayView bytes)
{
    const QByteArray first = bytes.first(std::min(bytes.size(), mostBytesShown)).toByteArray();
    if (std::ranges::all_of(first, isText))
        return "text \"" + shown(QString::fromLatin1(first)).toStdString() + "\"";
    return "bytes " + first.toHex(' ').toStdString();
}

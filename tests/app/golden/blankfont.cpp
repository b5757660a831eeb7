#include "tests/app/golden/blankfont.h"

#include <QByteArray>
#include <QDataStream>
#include <QFontDatabase>
#include <QIODevice>

#include <initializer_list>
#include <map>

namespace {

// All lengths are in units of which the height of the letters has 1024, so that none is rounded.
constexpr quint16 unitsPerEm = 1024;
constexpr qint16 ascent = 768;
constexpr qint16 descent = -256;
constexpr qint16 capHeight = 704;
constexpr quint16 advance = 512;
constexpr quint32 firstLetter = 0x20;
constexpr quint32 lastLetter = 0x2fff;  // arrows and the like too

const QString family = QStringLiteral("Coreogram Blank");

/// The bytes of a table, from what is streamed into it in the order of the file.
class Table {
public:
    template <typename Value>
    Table& operator<<(Value value)
    {
        m_stream << value;
        return *this;
    }
    Table& zeros(int bytes)
    {
        for (int i = 0; i < bytes; ++i)
            m_stream << quint8(0);
        return *this;
    }
    [[nodiscard]] QByteArray bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
    QDataStream m_stream{&m_bytes, QIODevice::WriteOnly};
};

QByteArray headTable()
{
    Table table;
    table << quint32(0x10000) << quint32(0x10000) << quint32(0) << quint32(0x5f0f3cf5);
    table << quint16(0) << unitsPerEm << quint64(0) << quint64(0);
    table << qint16(0) << descent << qint16(advance) << ascent;
    table << quint16(0) << quint16(6) << qint16(2) << qint16(1) << qint16(0);
    return table.bytes();
}

QByteArray horizontalTable()
{
    Table table;
    table << quint32(0x10000) << ascent << descent << qint16(0) << advance;
    table.zeros(6) << qint16(1);
    return (table.zeros(14) << quint16(2)).bytes();
}

QByteArray advancesTable()
{
    return (Table() << advance << qint16(0) << advance << qint16(0)).bytes();
}

/// Letter 1 for all that can be written.
QByteArray lettersTable()
{
    Table table;
    table << quint16(0) << quint16(1) << quint16(3) << quint16(10) << quint32(12);
    table << quint16(13) << quint16(0) << quint32(28) << quint32(0) << quint32(1);
    return (table << firstLetter << lastLetter << quint32(1)).bytes();
}

/// Letter 0, for what cannot be written, is a box: a font needs one outline. Letter 1 has none.
QByteArray outlinesTable()
{
    Table table;
    table << qint16(1) << qint16(0) << qint16(0) << qint16(advance) << capHeight;
    table << quint16(3) << quint16(0);
    for (int corner = 0; corner < 4; ++corner)
        table << quint8(1);
    table << qint16(0) << qint16(0) << qint16(advance) << qint16(0);
    table << qint16(0) << capHeight << qint16(0) << qint16(-capHeight);
    return table.bytes();
}

QByteArray placesTable()
{
    const auto end = static_cast<quint32>(outlinesTable().size());
    return (Table() << quint32(0) << end << end).bytes();
}

QByteArray limitsTable()
{
    Table table;
    table << quint32(0x10000) << quint16(2) << quint16(4) << quint16(1);
    return (table.zeros(4) << quint16(1)).zeros(16).bytes();
}

QByteArray namesTable()
{
    Table text;
    for (const QChar letter : family)
        text << letter.unicode();
    const auto length = static_cast<quint16>(text.bytes().size());
    const std::initializer_list<quint16> names{1, 4, 6};
    Table table;
    table << quint16(0) << quint16(names.size()) << quint16(6 + 12 * names.size());
    for (const quint16 name : names)
        table << quint16(3) << quint16(1) << quint16(0x409) << name << length << quint16(0);
    return table.bytes() + text.bytes();
}

QByteArray metricsTable()
{
    Table table;
    table << quint16(4) << qint16(advance) << quint16(400) << quint16(5);
    table.zeros(2 + 20 + 2 + 10 + 16 + 4);
    table << quint16(0x40) << quint16(firstLetter) << quint16(lastLetter);
    table << ascent << descent << qint16(0) << quint16(ascent) << quint16(-descent);
    table.zeros(8) << qint16(512) << capHeight << quint16(0) << quint16(32) << quint16(0);
    return table.bytes();
}

QByteArray postScriptTable()
{
    return (Table() << quint32(0x30000)).zeros(28).bytes();
}

}  // namespace

QByteArray blankFontFile()
{
    const std::map<QByteArray, QByteArray> tables{
        {"OS/2", metricsTable()},   {"cmap", lettersTable()},    {"glyf", outlinesTable()},
        {"head", headTable()},      {"hhea", horizontalTable()}, {"hmtx", advancesTable()},
        {"loca", placesTable()},    {"maxp", limitsTable()},     {"name", namesTable()},
        {"post", postScriptTable()}};
    const auto count = static_cast<quint16>(tables.size());
    Table file;
    file << quint32(0x10000) << count << quint16(128) << quint16(3) << quint16(count * 16 - 128);
    auto at = static_cast<quint32>(12 + 16 * count);
    QByteArray rest;
    for (const auto& [name, bytes] : tables) {
        for (const char letter : name)
            file << static_cast<quint8>(letter);
        file << quint32(0) << at << static_cast<quint32>(bytes.size());
        const QByteArray padded = bytes + QByteArray((4 - bytes.size() % 4) % 4, '\0');
        at += static_cast<quint32>(padded.size());
        rest += padded;
    }
    return file.bytes() + rest;
}

QFont blankFont(int pixelSize)
{
    static const int id = QFontDatabase::addApplicationFontFromData(blankFontFile());
    const QStringList families = QFontDatabase::applicationFontFamilies(id);
    if (families != QStringList{family})
        qFatal("the blank font could not be registered; expected one family in it");
    QFont font(family);
    font.setPixelSize(pixelSize);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::NoFontMerging);
    return font;
}

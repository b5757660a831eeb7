#include "core/storage/fxtrecords.h"

#include <QString>
#include <QtEndian>

#include <array>

namespace fxt {

namespace {

constexpr qsizetype wordSize = 8;
constexpr int sizeAt = 4;
constexpr std::size_t longest = 1000;
constexpr std::size_t mostStrings = 0x7fff;  // numbers from 1, of 15 bits
constexpr std::uint64_t inlineBit = 0x8000;

QByteArray wordBytes(std::uint64_t word)
{
    std::array<char, wordSize> bytes{};
    qToLittleEndian(word, bytes.data());
    return {bytes.data(), wordSize};
}

}  // namespace

Record::Record(RecordType type, std::uint64_t header)
    : m_bytes(wordBytes(header | static_cast<std::uint64_t>(type)))
{}

Record& Record::add(std::uint64_t word)
{
    m_bytes.append(wordBytes(word));
    return *this;
}

Record& Record::addBytes(std::string_view bytes)
{
    m_bytes.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
    while (m_bytes.size() % wordSize != 0)
        m_bytes.append('\0');
    return *this;
}

QByteArray Record::bytes() const
{
    const auto words = static_cast<std::uint64_t>(m_bytes.size() / wordSize);
    const auto header = qFromLittleEndian<std::uint64_t>(m_bytes.constData());
    return QByteArray(m_bytes).replace(0, wordSize, wordBytes(header | field(words, sizeAt)));
}

StringRef Strings::refer(std::string_view text)
{
    if (const auto known = m_numbers.find(text); known != m_numbers.end())
        return {known->second};
    if (m_numbers.size() == mostStrings || text.size() > longest)
        return inlined(text);
    const std::uint64_t number = m_numbers.size() + 1;
    m_numbers.emplace(text, number);
    m_output.add(Record(RecordType::String, field(number, 16) | field(text.size(), 32))
                     .addBytes(text)
                     .bytes());
    return {number};
}

std::string limited(std::string_view text)
{
    QByteArray bytes = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toUtf8();
    qsizetype end = std::min(bytes.size(), static_cast<qsizetype>(longest));
    const auto continues = [&](qsizetype at) {
        return at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0xc0) == 0x80;
    };
    while (continues(end))  // no character is cut in two
        --end;
    return bytes.first(end).toStdString();
}

StringRef inlined(std::string_view text) noexcept
{
    return {text.empty() ? 0 : inlineBit | text.size(), text};
}

}  // namespace fxt

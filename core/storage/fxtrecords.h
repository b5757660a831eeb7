#pragma once

#include "core/storage/chunkedoutput.h"

#include <QByteArray>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

/// Records of the Fuchsia Trace Format: little-endian words of 64 bits, of which the first tells
/// type and size (fuchsia.dev/fuchsia-src/reference/tracing/trace-format).
namespace fxt {

enum class RecordType : std::uint64_t {
    Metadata = 0,
    Initialization = 1,
    String = 2,
    Event = 4,
    KernelObject = 7,
    Scheduling = 8,
};

/// `value` at the bit `at` of a word.
[[nodiscard]] constexpr std::uint64_t field(std::uint64_t value, int at) noexcept
{
    return value << at;
}

/// How a record names a string: by its number in the trace's table, or in the record itself.
struct StringRef {
    std::uint64_t field = 0;
    std::string_view inlined{};  ///< to be added to the record; empty if it is in the table
};

/// How many words the string takes in the record.
[[nodiscard]] constexpr std::uint64_t wordsOf(const StringRef& ref) noexcept
{
    return (ref.inlined.size() + 7) / 8;
}

/// One record in the making.
class Record {
public:
    /// `header` without type and size.
    Record(RecordType type, std::uint64_t header);

    Record& add(std::uint64_t word);
    /// Filled up to whole words.
    Record& addBytes(std::string_view bytes);

    /// Its bytes, with the size filled in.
    [[nodiscard]] QByteArray bytes() const;

private:
    QByteArray m_bytes;
};

/// The table of strings that a trace has told so far.
class Strings {
public:
    explicit Strings(ChunkedOutput& output) : m_output(output) {}

    /// Tells `text`, if it is new and the table has room. What is too long is cut.
    /// The reference holds until `text` goes.
    [[nodiscard]] StringRef refer(std::string_view text);

private:
    ChunkedOutput& m_output;
    std::map<std::string, std::uint64_t, std::less<>> m_numbers;
};

/// As a record holds it: valid UTF-8 of at most 1000 bytes.
[[nodiscard]] std::string limited(std::string_view text);

/// To name a string in the record itself; `text` must be limited.
[[nodiscard]] StringRef inlined(std::string_view text) noexcept;

}  // namespace fxt

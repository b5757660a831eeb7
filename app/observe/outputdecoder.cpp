#include "app/observe/outputdecoder.h"

namespace {

constexpr char16_t escape = 0x1B;
constexpr char16_t bell = 0x07;

/// What a view of text would take for something else than a character: separators of paragraphs,
/// changes of direction, and what Qt uses for its own ends.
bool isFormatting(char16_t code)
{
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
           code == 0x2028 || code == 0x2029 || code == 0xFFFC || (code >= 0xFDD0 && code <= 0xFDEF);
}

QChar harmless(QChar character)
{
    const char16_t code = character.unicode();
    if (code < 0x20 && code != '\t' && code != '\n')
        return QChar(0x2400 + code);  // ␀ and so on
    if (code == 0x7F)
        return QChar(u'␡');
    if ((code >= 0x80 && code < 0xA0) || isFormatting(code))
        return QChar::ReplacementCharacter;
    return character;
}

}  // namespace

QString OutputDecoder::decode(const QByteArray& bytes)
{
    const QString raw = m_utf8.decode(bytes);
    QString text;
    text.reserve(raw.size());
    for (const QChar character : raw)
        take(character, text);
    return text;
}

void OutputDecoder::reset()
{
    *this = OutputDecoder();
}

void OutputDecoder::take(QChar character, QString& text)
{
    if (m_state != State::Text) {
        skipEscape(character);
        return;
    }
    const bool hadReturn = std::exchange(m_hadReturn, false);
    if (hadReturn && character != u'\n' && character != u'\r')
        add(u'\n', text);
    takeText(character, text);
}

void OutputDecoder::takeText(QChar character, QString& text)
{
    if (character == QChar(escape))
        m_state = State::Escape;
    else if (character == u'\r')
        m_hadReturn = true;
    else
        add(harmless(character), text);
}

void OutputDecoder::skipEscape(QChar character)
{
    const char16_t code = character.unicode();
    switch (m_state) {
    case State::Escape:
        // Besides, ECMA-48 has sequences of one or two characters.
        m_state = code == u'['                   ? State::Sequence
                  : code == u']' || code == u'P' ? State::Command
                  : code >= 0x20 && code < 0x30  ? State::Escape
                                                 : State::Text;
        break;
    case State::Sequence:
        if (code >= 0x40 || code == u'\n')
            m_state = State::Text;
        break;
    case State::Command:
        if (code == bell || code == u'\n')
            m_state = State::Text;
        else if (code == escape)
            m_state = State::CommandEscape;
        break;
    case State::CommandEscape:
    case State::Text:
        m_state = State::Text;
        break;
    }
}

void OutputDecoder::add(QChar character, QString& text)
{
    if (character == u'\n')
        m_column = 0;
    // Not between the halves of one character.
    else if (++m_column > longestLine && !character.isLowSurrogate()) {
        text += u'\n';
        m_column = 1;
    }
    text += character;
}

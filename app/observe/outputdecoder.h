#pragma once

#include <QStringDecoder>

/// Turns what a program prints into text that is harmless to show: UTF-8 whose pieces may be cut
/// anywhere, with lines that end in \n only, without a terminal's escape sequences (colours, the
/// cursor), and with signs in place of control characters.
class OutputDecoder {
public:
    /// A line that is longer is broken, since a text view takes long for it.
    static constexpr int longestLine = 2000;

    [[nodiscard]] QString decode(const QByteArray& bytes);

    /// What comes next does not follow what came before.
    void reset();

private:
    enum class State { Text, Escape, Sequence, Command, CommandEscape };

    void take(QChar character, QString& text);
    void takeText(QChar character, QString& text);
    void skipEscape(QChar character);
    void add(QChar character, QString& text);

    QStringDecoder m_utf8{QStringDecoder::Utf8};
    State m_state = State::Text;
    bool m_hadReturn = false;  ///< a \r, which is half of a line's end or one by itself
    int m_column = 0;
};

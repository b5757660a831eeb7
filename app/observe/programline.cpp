#include "app/observe/programline.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ProgramLine", text);
}

/// Takes a line apart, one character after the other.
class WordSplitter {
public:
    explicit WordSplitter(const QString& line) : m_line(line) {}

    Result<QStringList> split()
    {
        for (m_at = 0; m_at < m_line.size(); ++m_at)
            take(m_line[m_at]);
        endWord();
        if (!m_quote.isNull())
            return failure(tr("A quotation mark %1 is not closed.").arg(m_quote).toStdString());
        if (m_words.isEmpty())
            return failure(tr("Name the program to observe.").toStdString());
        return m_words;
    }

private:
    void take(QChar character)
    {
        if (character == m_quote)
            m_quote = {};
        else if (m_quote.isNull() && (character == u'"' || character == u'\''))
            beginQuote(character);
        else if (character == u'\\' && escapesNext())
            add(m_line[++m_at]);
        else if (m_quote.isNull() && character.isSpace())
            endWord();
        else if (m_quote.isNull() && !m_isWord && m_line.mid(m_at, 2) == QStringLiteral("~/"))
            add(QDir::homePath());
        else
            add(character);
    }

    void beginQuote(QChar mark)
    {
        m_quote = mark;
        m_isWord = true;  // "" is a word too
    }

    /// Between double quotes a backslash keeps its usual meaning but before these.
    [[nodiscard]] bool escapesNext() const
    {
        if (m_at + 1 >= m_line.size() || m_quote == u'\'')
            return false;
        const QChar next = m_line[m_at + 1];
        return m_quote.isNull() || next == u'"' || next == u'\\';
    }

    void add(const QString& text)
    {
        m_word += text;
        m_isWord = true;
    }

    void endWord()
    {
        if (m_isWord)
            m_words << m_word;
        m_word.clear();
        m_isWord = false;
    }

    const QString& m_line;
    qsizetype m_at = 0;
    QChar m_quote;  ///< that is open; null for none
    QStringList m_words;
    QString m_word;
    bool m_isWord = false;
};

QString quoted(const QString& word)
{
    const auto needsNone = [](QChar character) {
        return !character.isSpace() && character != u'"' && character != u'\'' &&
               character != u'\\';
    };
    if (!word.isEmpty() && !word.startsWith(u'~') && std::ranges::all_of(word, needsNone))
        return word;
    QString inside = word;
    inside.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return u'"' + inside + u'"';
}

}  // namespace

Result<QStringList> wordsOf(const QString& line)
{
    return WordSplitter(line).split();
}

QString lineOf(const QStringList& words)
{
    QStringList parts;
    for (const QString& word : words)
        parts << quoted(word);
    return parts.join(u' ');
}

Result<QString> lineForFile(const QString& path)
{
    const QFileInfo file(path);
    const auto refuse = [&](const QString& why) { return failure(why.toStdString()); };
    if (!file.exists())
        return refuse(tr("There is no file %1.").arg(path));
    if (file.isDir())
        return refuse(tr("%1 is not a program: it is a folder.").arg(file.fileName()));
    if (file.suffix().compare(QStringLiteral("py"), Qt::CaseInsensitive) == 0)
        return lineOf({QStringLiteral("python3"), file.absoluteFilePath()});
    if (!file.isExecutable())
        return refuse(tr("%1 is not a program: it is not executable.").arg(file.fileName()));
    return lineOf({file.absoluteFilePath()});
}

#include "core/runner/optionreader.h"

#include <QCommandLineOption>

OptionReader::OptionReader(const QStringList& names, const QStringList& flags)
{
    for (const QString& name : names)
        m_parser.addOption(QCommandLineOption(name, QString(), name));
    for (const QString& flag : flags)
        m_parser.addOption(QCommandLineOption(flag));
    m_valued = names;
    m_allowed = names + flags;
}

Result<void> OptionReader::parse(const QStringList& arguments)
{
    if (!m_parser.parse(QStringList(QString()) + arguments))
        return failure(m_parser.errorText().toStdString() + " Expected: --" +
                       m_allowed.join(QStringLiteral(", --")).toStdString() + ".");
    return checkValues();
}

Result<void> OptionReader::expectNoPositional() const
{
    if (positional().isEmpty())
        return {};
    return failure("unexpected argument “" + positional().constFirst().toStdString() + "”");
}

Result<void> OptionReader::readNumber(const QString& name, int low, int high, int& number) const
{
    if (!isSet(name))
        return {};
    bool isNumber = false;
    const int given = value(name).toInt(&isNumber);
    if (!isNumber || given < low || given > high)
        return failure("--" + name.toStdString() + " is “" + value(name).toStdString() +
                       "”; expected a whole number from " + std::to_string(low) + " to " +
                       std::to_string(high));
    number = given;
    return {};
}

/// An option that is given twice or swallows the next one is a slip.
Result<void> OptionReader::checkValues() const
{
    for (const QString& name : m_valued) {
        const QStringList values = m_parser.values(name);
        if (values.size() > 1)
            return failure("--" + name.toStdString() + " is given " +
                           std::to_string(values.size()) + " times; expected once at most");
        if (!values.isEmpty() && values.constFirst().startsWith(QLatin1String("--")))
            return failure("--" + name.toStdString() + " is followed by “" +
                           values.constFirst().toStdString() + "”; expected its value");
    }
    return {};
}

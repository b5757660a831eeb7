#pragma once

#include "core/model/result.h"

#include <QCommandLineParser>
#include <QStringList>

/// Reads the options of one subcommand. Each error names the argument, what it was, and what is
/// allowed.
class OptionReader {
public:
    /// `names` take a value, `flags` do not.
    OptionReader(const QStringList& names, const QStringList& flags);

    [[nodiscard]] Result<void> parse(const QStringList& arguments);

    [[nodiscard]] QStringList positional() const { return m_parser.positionalArguments(); }
    [[nodiscard]] bool isSet(const QString& name) const { return m_parser.isSet(name); }
    [[nodiscard]] QString value(const QString& name) const { return m_parser.value(name); }

    [[nodiscard]] Result<void> expectNoPositional() const;

    /// Sets `number` to the option's value where it is given.
    [[nodiscard]] Result<void> readNumber(const QString& name, int low, int high,
                                          int& number) const;

private:
    [[nodiscard]] Result<void> checkValues() const;

    QCommandLineParser m_parser;
    QStringList m_valued;
    QStringList m_allowed;
};

#pragma once

#include "variants.h"

#include <QTemporaryDir>

#include <map>

/// What a program did when it was tried.
struct Trial {
    Variant variant;
    bool isCompiled = false;
    int exitCode = -1;
    QString output;    ///< what it printed
    QString messages;  ///< of the compiler and on standard error
};

/// Compiles and runs every variant of a language, two at a time.
class Trials {
public:
    /// Why nothing can be tried on this machine; empty if it can.
    [[nodiscard]] static QString obstacle(Language language);

    /// Returns when all have ended.
    void runAll(Language language);

    /// Tries a program that downloads from where nobody answers.
    [[nodiscard]] Trial tryRefused(Language language);

    [[nodiscard]] const std::map<QString, Trial>& all() const { return m_trials; }
    [[nodiscard]] const Trial& operator[](const QString& name) const { return m_trials.at(name); }

private:
    void writeUrls(const std::string& first);
    [[nodiscard]] Trial trialOf(const Variant& variant, Language language) const;
    void runPython(Trial& trial, const QString& file) const;
    void runCpp(Trial& trial, const QString& file) const;
    void compileHeaders() const;

    QTemporaryDir m_folder;
    std::map<QString, Trial> m_trials;
};

/// Adds a row for each.
void addRows(const Trials& trials);

#pragma once

#include <cstdio>
#include <memory>
#include <string>

/// Keeps what programs print out of sight, until somebody wants to know what they said last.
class ProgramWords {
public:
    ProgramWords() noexcept;

    /// To be written to; -1 where there is no room for a file, so that nothing is kept.
    [[nodiscard]] int descriptor() const noexcept;

    /// The last lines, each indented and with a line feed; empty where nothing was said. Bytes that
    /// a terminal would obey are shown as replacement characters.
    [[nodiscard]] std::string lastLines() const;

    /// Forgets what was said until now.
    void clear() noexcept;

private:
    struct Close {
        void operator()(std::FILE* file) const noexcept { std::fclose(file); }
    };
    std::unique_ptr<std::FILE, Close> m_file;  ///< without a name, so it goes with us
};

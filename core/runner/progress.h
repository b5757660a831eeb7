#pragma once

#include <cstddef>
#include <string_view>

/// One line on standard error that says what goes on, where standard error is a terminal.
class Progress {
public:
    explicit Progress(std::size_t runs);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// `run` counts from 0.
    void show(std::size_t run, std::string_view what) const;

private:
    std::size_t m_runs;
    bool m_isVisible;
};

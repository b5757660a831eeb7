#pragma once

#include "app/theme/theme.h"

#include <QObject>
#include <QPalette>

class QSettings;

/// The theme that the user chose, applied to the program and remembered.
class ThemeKeeper : public QObject {
    Q_OBJECT

public:
    /// `memory` is borrowed. `desktop` is the palette as it was before any theme.
    ThemeKeeper(QSettings& memory, const QPalette& desktop, QObject* parent = nullptr);

    void choose(ThemeChoice choice);

    [[nodiscard]] ThemeChoice choice() const noexcept { return m_choice; }
    [[nodiscard]] const Theme& theme() const noexcept { return m_theme; }

Q_SIGNALS:
    void themeChanged(const Theme& theme);

private:
    void apply();

    QSettings& m_memory;
    const QPalette m_desktop;
    ThemeChoice m_choice = ThemeChoice::FollowDesktop;
    Theme m_theme;
};

#include "app/theme/theme.h"

#include "app/theme/contrast.h"

#include <QPalette>

namespace {

/// The colours that look.md gives the states, alike in every theme; the outline that yellow and
/// sky blue need on white is their ink.
std::array<StateLook, workStateCount> stateLooks(const QColor& notStarted, const QColor& notKnown,
                                                 const QColor& unseen)
{
    const QColor ink(0x33, 0x33, 0x33);
    const QColor running(0x00, 0x72, 0xB2);
    std::array<StateLook, workStateCount> looks;
    const auto set = [&looks](WorkState state, const QColor& fill, const QColor& itsInk) {
        looks[static_cast<std::size_t>(state)] = {fill, itsInk};
    };
    set(WorkState::NotStarted, notStarted, notStarted);
    set(WorkState::NotKnown, notKnown, notStarted);
    set(WorkState::Running, running, running);
    set(WorkState::Ready, QColor(0xF0, 0xE4, 0x42), ink);
    set(WorkState::Io, QColor(0x56, 0xB4, 0xE9), ink);
    set(WorkState::Lock, QColor(0xD5, 0x5E, 0x00), ink);
    set(WorkState::Queue, QColor(0xE6, 0x9F, 0x00), ink);
    set(WorkState::Sleep, QColor(0xCC, 0x79, 0xA7), ink);
    set(WorkState::Join, QColor(0x2F, 0xC7, 0x95), ink);
    set(WorkState::Waiting, QColor(0xBB, 0xBB, 0xBB), ink);
    set(WorkState::Unseen, notKnown, unseen);  // nothing that a state could be taken for
    return looks;
}

/// The hues of Okabe and Ito on a dark ground: lighter, so that text and outlines keep apart.
std::array<QColor, 8> huesOnDark()
{
    return {QColor(0x56, 0xB4, 0xE9), QColor(0xE6, 0x9F, 0x00), QColor(0x2C, 0xC7, 0x95),
            QColor(0xF0, 0x9A, 0xC8), QColor(0xF0, 0xE4, 0x42), QColor(0xFF, 0x8C, 0x55),
            QColor(0x9D, 0xB4, 0xFF), QColor(0xD0, 0xD4, 0xDC)};
}

/// On white: those of Okabe and Ito that are too light for 3:1 are darkened.
std::array<QColor, 8> huesOnLight()
{
    return {QColor(0x00, 0x72, 0xB2), QColor(0xD5, 0x5E, 0x00), QColor(0x00, 0x96, 0x6D),
            QColor(0xBE, 0x65, 0x98), QColor(0xA8, 0x74, 0x00), QColor(0x2F, 0x8F, 0xC4),
            QColor(0x8C, 0x83, 0x00), QColor(0x4D, 0x4D, 0x4D)};
}

}  // namespace

QColor Theme::hueOf(TaskId task) const
{
    return task == TaskId::None ? neutral : taskHues[(number(task) - 1) % taskHues.size()];
}

QColor Theme::tintOf(TaskId task) const
{
    return mixed(card, hueOf(task), tintShare);
}

QColor Theme::pillOf(TaskId task) const
{
    return groundForText(hueOf(task), textContrast);
}

const StateLook& Theme::lookOf(WorkState state) const
{
    return states[static_cast<std::size_t>(state)];
}

Theme lightTheme()
{
    Theme theme;
    theme.ground = QColor(0xF4, 0xF6, 0xFB);
    theme.card = QColor(0xFF, 0xFF, 0xFF);
    theme.border = QColor(0xD8, 0xDE, 0xE9);
    theme.grid = QColor(0xE4, 0xE8, 0xEF);
    theme.text = QColor(0x14, 0x18, 0x20);
    theme.mutedText = QColor(0x5B, 0x62, 0x70);
    theme.accent = QColor(0x1F, 0x5F, 0xBF);
    theme.onAccent = QColor(0xFF, 0xFF, 0xFF);
    theme.danger = QColor(0xC0, 0x1C, 0x28);
    theme.neutral = QColor(0x6B, 0x72, 0x80);
    theme.track = QColor(0xEE, 0xF1, 0xF6);
    theme.taskHues = huesOnLight();
    // look.md's #BBBBBB has 1.9:1 on white, which nobody sees from the last row.
    theme.states = stateLooks(QColor(0x8C, 0x8C, 0x8C), theme.track, theme.neutral);
    return theme;
}

Theme darkTheme()
{
    Theme theme;
    theme.kind = Theme::Kind::Dark;
    theme.ground = QColor(0x0C, 0x0E, 0x12);
    theme.card = QColor(0x14, 0x17, 0x1C);
    theme.border = QColor(0x30, 0x36, 0x41);
    theme.grid = QColor(0x26, 0x2B, 0x34);
    theme.text = QColor(0xF1, 0xF4, 0xF9);
    theme.mutedText = QColor(0xA3, 0xAB, 0xB9);
    theme.accent = QColor(0x6E, 0xA8, 0xFF);
    theme.onAccent = QColor(0x0C, 0x12, 0x1E);
    theme.danger = QColor(0xFF, 0x7B, 0x72);
    theme.neutral = QColor(0x9A, 0xA3, 0xB2);
    theme.track = QColor(0x18, 0x1B, 0x21);
    theme.tintShare = 0.2;
    theme.taskHues = huesOnDark();
    theme.states = stateLooks(QColor(0xBB, 0xBB, 0xBB), theme.track, theme.neutral);
    return theme;
}

Theme highContrastTheme()
{
    Theme theme = darkTheme();
    theme.kind = Theme::Kind::HighContrast;
    theme.ground = QColor(Qt::black);
    theme.card = QColor(Qt::black);
    theme.border = QColor(Qt::white);
    theme.grid = QColor(0x5A, 0x5A, 0x5A);
    theme.text = QColor(Qt::white);
    theme.mutedText = QColor(Qt::white);
    theme.accent = QColor(0xFF, 0xD6, 0x0A);
    theme.onAccent = QColor(Qt::black);
    theme.danger = QColor(0xFF, 0x8A, 0x80);
    theme.neutral = QColor(0xD0, 0xD0, 0xD0);
    theme.track = QColor(Qt::black);
    theme.tintShare = 0.15;
    theme.outlineWidth = 2;
    theme.textContrast = 7;
    theme.states = stateLooks(QColor(0xBB, 0xBB, 0xBB), theme.track, theme.neutral);
    return theme;
}

Theme projected(const Theme& theme)
{
    Theme result = theme;
    result.textContrast = 7;
    if (theme.kind == Theme::Kind::HighContrast)
        return result;
    const bool isLight = theme.kind == Theme::Kind::Light;
    result.ground = result.card = isLight ? QColor(Qt::white) : QColor(Qt::black);
    result.text = isLight ? QColor(Qt::black) : QColor(Qt::white);
    result.mutedText = isLight ? QColor(0x3A, 0x40, 0x4A) : QColor(0xC4, 0xCA, 0xD6);
    result.accent = isLight ? QColor(0x0B, 0x46, 0x9C) : QColor(0x7F, 0xB4, 0xFF);
    result.onAccent = result.ground;
    result.danger = isLight ? QColor(0x9C, 0x0F, 0x1B) : QColor(0xFF, 0x8A, 0x80);
    result.neutral = isLight ? QColor(0x4A, 0x51, 0x5E) : QColor(0xB0, 0xB8, 0xC6);
    if (isLight) {
        result.track = QColor(0xDA, 0xE0, 0xEA);
        result.tintShare = 0.16;
    }
    for (const WorkState state : {WorkState::NotKnown, WorkState::Unseen})
        result.states[static_cast<std::size_t>(state)].fill = result.track;
    result.states[static_cast<std::size_t>(WorkState::Unseen)].ink = result.neutral;
    result.border = result.grid = isLight ? QColor(0xC4, 0xCC, 0xD8) : QColor(0x44, 0x4C, 0x59);
    return result;
}

bool isDark(const QPalette& palette)
{
    return luminance(palette.color(QPalette::Window)) <
           luminance(palette.color(QPalette::WindowText));
}

Theme themeFor(ThemeChoice choice, const QPalette& desktop)
{
    switch (choice) {
    case ThemeChoice::Light:
        return lightTheme();
    case ThemeChoice::Dark:
        return darkTheme();
    case ThemeChoice::HighContrast:
        return highContrastTheme();
    case ThemeChoice::FollowDesktop:
        break;
    }
    return isDark(desktop) ? darkTheme() : lightTheme();
}

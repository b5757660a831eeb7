#include "app/shell/commandset.h"

#include "app/shell/glyph.h"
#include "app/theme/theme.h"

#include <QActionGroup>
#include <QWidget>

#include <utility>

CommandSet::CommandSet(QWidget* window) : QObject(window)
{
    for (int i = 0; i < commandCount; ++i)
        createAction(static_cast<Command>(i), window);
    using enum Command;
    group({FollowDesktop, LightTheme, DarkTheme, HighContrastTheme});
    group({GoToLessons, GoToLab, GoToObserve, GoToStudy});
}

QAction* CommandSet::action(Command command) const
{
    return m_actions[static_cast<std::size_t>(command)];
}

void CommandSet::setTheme(const Theme& theme)
{
    constexpr std::array glyphs{std::pair{Command::Open, Glyph::Open},
                                std::pair{Command::Save, Glyph::Save},
                                std::pair{Command::ExportPicture, Glyph::Picture},
                                std::pair{Command::ShowTimes, Glyph::Times},
                                std::pair{Command::ReplayToStart, Glyph::ToStart},
                                std::pair{Command::StepBack, Glyph::StepBack},
                                std::pair{Command::StepForward, Glyph::StepForward},
                                std::pair{Command::LoopReplay, Glyph::Loop}};
    for (const auto& [command, glyph] : glyphs)
        action(command)->setIcon(glyphIcon(glyph, theme.text));
}

void CommandSet::setEnabled(Command command, bool isEnabled) const
{
    action(command)->setEnabled(isEnabled);
}

void CommandSet::createAction(Command command, QWidget* window)
{
    const CommandLook look = lookOf(command);
    auto* action = new QAction(look.text, this);
    if (!look.viewKey.isEmpty())  // shown only: the key is the timeline's own
        action->setText(look.text + u'\t' + look.viewKey);
    action->setShortcuts(keysOf(command));
    action->setCheckable(look.isCheckable);
    action->setIconVisibleInMenu(!look.isCheckable);  // else the icon hides the check
    if (!look.tip.isEmpty()) {
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(key.isEmpty() ? look.tip : QStringLiteral("%1 (%2)").arg(look.tip, key));
    }
    window->addAction(action);
    m_actions[static_cast<std::size_t>(command)] = action;
}

void CommandSet::group(std::initializer_list<Command> commands)
{
    auto* actions = new QActionGroup(this);
    for (const Command command : commands)
        actions->addAction(action(command));
}

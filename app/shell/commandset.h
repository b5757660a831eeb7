#pragma once

#include "app/shell/command.h"

#include <QAction>
#include <QObject>

#include <array>
#include <initializer_list>

class QWidget;
struct Theme;

/// One action for each command, with its keys, for a window and its menus and buttons.
class CommandSet : public QObject {
    Q_OBJECT

public:
    /// The actions' keys hold in `window`, which owns this object.
    explicit CommandSet(QWidget* window);

    [[nodiscard]] QAction* action(Command command) const;
    void setTheme(const Theme& theme);

    /// Calls `slot` of `receiver` whenever the user gives the command.
    template <typename Receiver, typename Slot>
    void on(Command command, const Receiver* receiver, Slot slot) const
    {
        connect(action(command), &QAction::triggered, receiver, slot);
    }

    void setEnabled(Command command, bool isEnabled) const;

private:
    void createAction(Command command, QWidget* window);
    void group(std::initializer_list<Command> commands);

    std::array<QAction*, commandCount> m_actions{};  ///< children of this object
};

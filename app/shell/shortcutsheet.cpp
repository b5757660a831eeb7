#include "app/shell/shortcutsheet.h"

#include "app/shell/command.h"
#include "app/shell/role.h"

#include <QDialogButtonBox>
#include <QFontInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace {

constexpr std::array timelineCommands{
    Command::SwitchRows,  Command::SwitchColours, Command::UndoZoom,         Command::Search,
    Command::SetBookmark, Command::NextBookmark,  Command::PreviousBookmark, Command::ShowTable};
constexpr std::array replayCommands{
    Command::PlayReplay,   Command::ReplayToStart, Command::StepForward, Command::StepBack,
    Command::SlowerReplay, Command::FasterReplay,  Command::LoopReplay};
constexpr std::array panelCommands{Command::HidePanel, Command::ShowAllPanels, Command::MovePanelUp,
                                   Command::MovePanelDown};

/// Keys that say themselves what they do, and second ones for the same on the number pad.
bool goesWithoutSaying(const QKeySequence& key)
{
    switch (key[0].key()) {
    case Qt::Key_Enter:
    case Qt::Key_MediaPlay:
    case Qt::Key_MediaTogglePlayPause:
    case Qt::Key_MediaNext:
    case Qt::Key_MediaPrevious:
        return true;
    default:
        return false;
    }
}

QString keysText(Command command)
{
    QStringList keys;
    for (const QKeySequence& key : keysOf(command)) {
        if (!goesWithoutSaying(key))
            keys << key.toString(QKeySequence::NativeText);
    }
    return keys.join(QStringLiteral("  "));
}

QString plain(Command command)
{
    return lookOf(command).text.remove(u'&').remove(u'…');
}

QLabel* heading(const QString& text)
{
    auto* label = new QLabel(text);
    setRole(label, Role::Caption);
    return label;
}

void add(QFormLayout* form, const QString& keys, const QString& what)
{
    auto* label = new QLabel(keys);
    setRole(label, Role::Strong);
    form->addRow(label, new QLabel(what));
}

/// Whether another list than the window's has it: the timeline's in words of its own.
bool isListedElsewhere(Command command)
{
    const auto has = [command](const auto& list) {
        return std::ranges::find(list, command) != list.end();
    };
    return has(timelineCommands) || has(replayCommands) || has(panelCommands);
}

QFormLayout* windowKeys()
{
    auto* form = new QFormLayout;
    form->addRow(heading(ShortcutSheet::tr("THE WINDOW")));
    add(form, ShortcutSheet::tr("Space"),
        ShortcutSheet::tr("Run all, or observe, outside of controls"));
    for (int i = 0; i < commandCount; ++i) {
        const auto command = static_cast<Command>(i);
        if (!keysOf(command).isEmpty() && !isListedElsewhere(command))
            add(form, keysText(command), plain(command));
    }
    return form;
}

QFormLayout* otherKeys()
{
    auto* form = new QFormLayout;
    form->addRow(heading(ShortcutSheet::tr("THE REPLAY")));
    for (const Command command : replayCommands)
        add(form, keysText(command), plain(command));
    form->addRow(heading(ShortcutSheet::tr("THE PANELS")));
    for (const Command command : panelCommands)
        add(form, keysText(command), plain(command));
    form->addRow(heading(ShortcutSheet::tr("ON A WALL")));
    add(form, ShortcutSheet::tr("Page Down  Page Up"),
        ShortcutSheet::tr("The next panels, those before"));
    add(form, ShortcutSheet::tr("B"), ShortcutSheet::tr("Blank the screen, until any key"));
    add(form, ShortcutSheet::tr("Esc"), ShortcutSheet::tr("Leave the projector"));
    return form;
}

QFormLayout* timelineKeys()
{
    auto* form = new QFormLayout;
    form->addRow(heading(ShortcutSheet::tr("THE TIMELINE")));
    const auto key = [form](const QString& keys, const QString& what) { add(form, keys, what); };
    key(keysText(Command::SwitchRows), ShortcutSheet::tr("Rows by task, by worker or by core"));
    key(keysText(Command::SwitchColours), ShortcutSheet::tr("Colours for tasks or for states"));
    key(keysText(Command::ShowTable), ShortcutSheet::tr("Show the timelines as tables"));
    key(ShortcutSheet::tr("Wheel,  + −,  W S"), ShortcutSheet::tr("Zoom"));
    key(ShortcutSheet::tr("Drag,  Shift+wheel,  A D"),
        ShortcutSheet::tr("Move along the time axis"));
    key(ShortcutSheet::tr("F,  double click"), ShortcutSheet::tr("Show all of the time axis"));
    key(ShortcutSheet::tr("Home  End"), ShortcutSheet::tr("Go to the beginning, to the end"));
    key(keysText(Command::UndoZoom), ShortcutSheet::tr("Back to the last zoom"));
    key(ShortcutSheet::tr("← →"), ShortcutSheet::tr("From event to event"));
    key(ShortcutSheet::tr("↑ ↓"), ShortcutSheet::tr("From row to row"));
    key(ShortcutSheet::tr("Enter"), ShortcutSheet::tr("Open or close a group of rows"));
    key(ShortcutSheet::tr("Tab"), ShortcutSheet::tr("From panel to panel"));
    key(ShortcutSheet::tr("Shift+drag,  Shift+← →"),
        ShortcutSheet::tr("Select a range, and see its totals"));
    key(ShortcutSheet::tr("Esc"), ShortcutSheet::tr("Drop the selection, then the cursor"));
    key(keysText(Command::Search), ShortcutSheet::tr("Find a task, worker, thread or process"));
    key(ShortcutSheet::tr("Return  Shift+Return"),
        ShortcutSheet::tr("Next and previous of what was found"));
    key(keysText(Command::SetBookmark), ShortcutSheet::tr("Set or edit a bookmark at the cursor"));
    key(keysText(Command::NextBookmark), ShortcutSheet::tr("Next bookmark"));
    key(keysText(Command::PreviousBookmark), ShortcutSheet::tr("Previous bookmark"));
    key(ShortcutSheet::tr("Del"), ShortcutSheet::tr("Remove the bookmark at the cursor"));
    key(ShortcutSheet::tr("Right click,  Menu"), ShortcutSheet::tr("What can be done there"));
    return form;
}

}  // namespace

ShortcutSheet::ShortcutSheet(QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard Shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    createSheet();
}

void ShortcutSheet::createSheet()
{
    createColumns();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->addWidget(m_scroll);
    column->addWidget(buttons);
    buttons->button(QDialogButtonBox::Close)->setFocus();
}

void ShortcutSheet::createColumns()
{
    auto* keys = new QWidget;
    m_columns = new QHBoxLayout(keys);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(36);
    for (QFormLayout* form : {windowKeys(), timelineKeys(), otherKeys()}) {
        form->setHorizontalSpacing(18);
        form->setVerticalSpacing(6);
        form->setLabelAlignment(Qt::AlignLeft);
        m_columns->addLayout(form);
    }
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(keys);
    keys->setAutoFillBackground(false);
    m_scroll->viewport()->setAutoFillBackground(false);
}

void ShortcutSheet::fitInto(QSize screen)
{
    const auto wanted = [this] {
        for (const QWidget* const each : findChildren<QWidget*>())
            each->ensurePolished();  // else the letters are not yet those of the style
        m_columns->invalidate();
        const QMargins around = layout()->contentsMargins();
        const int buttons = layout()->itemAt(1)->sizeHint().height() + layout()->spacing();
        return m_scroll->widget()->sizeHint() +
               QSize(around.left() + around.right(), around.top() + around.bottom() + buttons);
    };
    if (wanted().width() > screen.width() || wanted().height() > screen.height())
        closeUp();
    const QSize whole = wanted();
    const int bar = m_scroll->verticalScrollBar()->sizeHint().width();
    const QSize bars(whole.height() > screen.height() ? bar : 0,
                     whole.width() > screen.width() ? bar : 0);
    resize((whole + bars).boundedTo(screen));
}

void ShortcutSheet::closeUp()
{
    constexpr int between = 18;
    constexpr int besideKeys = 10;
    constexpr int betweenLines = 2;
    constexpr double smaller = 0.9;
    const int letters = static_cast<int>(smaller * QFontInfo(font()).pixelSize());
    m_scroll->widget()->setStyleSheet(QStringLiteral("* { font-size: %1px; }").arg(letters));
    m_columns->setSpacing(between);
    for (int i = 0; i < m_columns->count(); ++i) {
        auto* const form = static_cast<QFormLayout*>(m_columns->itemAt(i)->layout());
        form->setHorizontalSpacing(besideKeys);
        form->setVerticalSpacing(betweenLines);
    }
}

void ShortcutSheet::showEvent(QShowEvent* event)
{
    constexpr QSize frame(8, 40);  // that the desktop puts around it
    fitInto(screen()->availableSize() - frame);
    QDialog::showEvent(event);
}

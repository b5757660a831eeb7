#include "app/shell/shortcutsheet.h"

#include "app/shell/command.h"
#include "app/shell/role.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace {

QString keysText(Command command)
{
    return QKeySequence::listToString(keysOf(command), QKeySequence::NativeText)
        .replace(QStringLiteral("; "), QStringLiteral("  "));
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

QFormLayout* windowKeys()
{
    using enum Command;
    auto* form = new QFormLayout;
    form->addRow(heading(ShortcutSheet::tr("THE WINDOW")));
    add(form, ShortcutSheet::tr("Space"),
        ShortcutSheet::tr("Run all, or observe, outside of controls"));
    for (const Command command :
         {RunAll, RunPlan, Stop, Open, Save, SaveAs, ExportPicture, CopyPicture, Undo, Redo,
          GoToLab, GoToObserve, ShowCode, ShowPlace, ShowTimes, FullScreen, Shortcuts, Quit})
        add(form, keysText(command), plain(command));
    return form;
}

void addReplayKeys(QFormLayout* form)
{
    using enum Command;
    form->addRow(heading(ShortcutSheet::tr("THE REPLAY")));
    for (const Command command :
         {PlayReplay, ReplayToStart, StepForward, StepBack, SlowerReplay, FasterReplay, LoopReplay})
        add(form, keysOf(command).first().toString(QKeySequence::NativeText), plain(command));
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
    key(ShortcutSheet::tr("Drag,  ← →,  A D"), ShortcutSheet::tr("Move along the time axis"));
    key(ShortcutSheet::tr("F"), ShortcutSheet::tr("Show all of the time axis"));
    key(ShortcutSheet::tr("Home  End"), ShortcutSheet::tr("Go to the beginning, to the end"));
    key(ShortcutSheet::tr("Backspace"), ShortcutSheet::tr("Back to the last zoom"));
    key(ShortcutSheet::tr("Shift+drag"), ShortcutSheet::tr("Select a range, and see its totals"));
    key(ShortcutSheet::tr("Esc"), ShortcutSheet::tr("Drop the selection"));
    addReplayKeys(form);
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
    auto* columns = new QHBoxLayout;
    columns->setSpacing(36);
    for (QFormLayout* form : {windowKeys(), timelineKeys()}) {
        form->setHorizontalSpacing(18);
        form->setVerticalSpacing(6);
        form->setLabelAlignment(Qt::AlignLeft);
        columns->addLayout(form);
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->addLayout(columns);
    column->addStretch();
    column->addWidget(buttons);
}

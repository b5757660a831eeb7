#include "app/shell/topbar.h"

#include "app/shell/commandset.h"
#include "app/shell/glyph.h"
#include "app/shell/mainmenu.h"
#include "app/shell/role.h"
#include "app/shell/segmentedswitch.h"
#include "app/theme/theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPixmap>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QToolButton>

namespace {

constexpr int primaryWidth = 116;

}  // namespace

TopBar::TopBar(const CommandSet& commands, QWidget* parent) : QFrame(parent), m_commands(commands)
{
    setRole(this, Role::Bar);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(18, 8, 16, 8);
    row->setSpacing(8);
    createLogo(row);
    row->addStretch(1);
    createSwitches(row);
    row->addSpacing(4);
    createButtons(row);
    createThemeButton(row);
    createPrimary(row);
}

void TopBar::setTheme(const Theme& theme)
{
    m_onAccent = theme.onAccent;
    m_logo->setPixmap(glyphPixmap(Glyph::Logo, theme.accent, 22));
    m_theme->setIcon(glyphIcon(Glyph::Theme, theme.text));
    setPrimary(m_is);
}

void TopBar::setPrimary(Primary primary)
{
    m_is = primary;
    const bool runs = primary == Primary::Run;
    m_primary->setText(runs                       ? primaryText()
                       : primary == Primary::Stop ? tr("Stop")
                                                  : tr("Stopping…"));
    m_primary->setIcon(glyphIcon(runs ? Glyph::Run : Glyph::Stop, m_onAccent));
    m_primary->setToolTip(primaryTip());
    m_primary->setAccessibleDescription(m_primary->toolTip());
}

void TopBar::setPlace(WindowPlace place)
{
    m_place = place;
    setPrimary(m_is);
    updateSwitches();
    measureAgain();
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fitWords();
}

void TopBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() != QEvent::StyleChange && event->type() != QEvent::FontChange)
        return;
    // Later, since the children are told after their parent and remember how wide they were.
    QMetaObject::invokeMethod(this, &TopBar::measureAgain, Qt::QueuedConnection);
}

void TopBar::createLogo(QHBoxLayout* row)
{
    m_logo = new QLabel(this);
    m_name = new QLabel(tr("Coreogram"), this);
    m_name->setObjectName(QStringLiteral("logo"));
    row->addWidget(m_logo);
    row->addWidget(m_name);
    row->addSpacing(14);
    createPlace(row, Command::GoToLessons, QStringLiteral("placeLessons"));
    createPlace(row, Command::GoToLab, QStringLiteral("placeLab"));
    createPlace(row, Command::GoToObserve, QStringLiteral("placeObserve"));
    createPlace(row, Command::GoToStudy, QStringLiteral("placeStudy"));
}

void TopBar::createPlace(QHBoxLayout* row, Command command, const QString& name)
{
    QAction* action = m_commands.action(command);
    auto* place = new QPushButton(action->iconText(), this);
    place->setObjectName(name);
    setRole(place, Role::Pill);
    place->setCheckable(true);
    place->setToolTip(action->toolTip());
    place->setAccessibleDescription(place->toolTip());
    const auto follow = [place, action] { place->setChecked(action->isChecked()); };
    follow();
    connect(action, &QAction::toggled, place, follow);
    connect(place, &QPushButton::clicked, action, [action, follow] {
        action->trigger();
        follow();  // it was there already, and the click has let go of the button
    });
    row->addWidget(place);
}

void TopBar::createSwitches(QHBoxLayout* row)
{
    const QString rows = tr("Rows");
    addCaption(row, rows);
    m_rows = {addSwitch(row, rows, QStringLiteral("rows")),
              addSwitch(row, rows, QStringLiteral("observedRows"))};
    row->addSpacing(8);
    const QString colour = tr("Colour");
    addCaption(row, colour);
    m_colours = {addSwitch(row, colour, QStringLiteral("colours")),
                 addSwitch(row, colour, QStringLiteral("observedColours"))};
    row->addSpacing(8);
    fillSwitches();
    m_rows[1]->hide();
    m_colours[1]->hide();
    for (SegmentedSwitch* choices : m_rows)
        connect(choices, &SegmentedSwitch::choiceMade, this, &TopBar::rowsChosen);
    for (SegmentedSwitch* choices : m_colours)
        connect(choices, &SegmentedSwitch::choiceMade, this, &TopBar::coloursChosen);
}

void TopBar::fillSwitches()
{
    const QString byCore = tr("One row for each core of the machine (R).");
    m_rows[0]->addChoice(tr("Tasks"), tr("One row for each task (R)."));
    m_rows[0]->addChoice(tr("Workers"), tr("One row for each thread or process (R)."));
    m_rows[0]->addChoice(tr("Cores"), byCore);
    m_rows[1]->addChoice(tr("Threads"), tr("One row for each thread of the program (R)."));
    m_rows[1]->addChoice(tr("Cores"), byCore);
    const QString byState = tr("Colours stand for running, ready and waiting (C).");
    m_colours[0]->addChoice(tr("Task"), tr("Colours stand for tasks (C)."));
    m_colours[0]->addChoice(tr("State"), byState);
    m_colours[1]->addChoice(tr("Process"), tr("Colours stand for processes (C)."));
    m_colours[1]->addChoice(tr("State"), byState);
}

void TopBar::addCaption(QHBoxLayout* row, const QString& caption)
{
    auto* label = new QLabel(caption, this);
    setRole(label, Role::Muted);
    m_captions << label;
    row->addWidget(label);
}

SegmentedSwitch* TopBar::addSwitch(QHBoxLayout* row, const QString& caption, const QString& name)
{
    auto* choices = new SegmentedSwitch(this);
    choices->setObjectName(name);
    choices->setAccessibleName(caption);
    row->addWidget(choices);
    return choices;
}

void TopBar::setObserved(bool isObserved)
{
    if (isObserved == m_isObserved)
        return;
    m_isObserved = isObserved;
    updateSwitches();
    measureAgain();
}

/// They are for timelines, which a study does not show.
void TopBar::updateSwitches()
{
    const auto show = [this](const auto& switches, bool areWanted) {
        switches[0]->setVisible(areWanted && !m_isObserved);
        switches[1]->setVisible(areWanted && m_isObserved);
    };
    show(m_rows, hasTimelines() && m_hasRoomForRows);
    show(m_colours, hasTimelines() && m_hasRoomForColours);
}

void TopBar::createButtons(QHBoxLayout* row)
{
    for (const Command command :
         {Command::Open, Command::Save, Command::ExportPicture, Command::ShowTimes})
        row->addWidget(createButton(m_commands.action(command)));
    m_buttons[2]->setText(tr("Picture"));
}

QToolButton* TopBar::createButton(QAction* action)
{
    auto* button = new QToolButton(this);
    button->setText(action->iconText().remove(u'…'));
    button->setCheckable(action->isCheckable());
    button->setToolTip(action->toolTip());
    button->setAccessibleDescription(action->toolTip());
    button->setFocusPolicy(Qt::TabFocus);  // a click leaves the timeline its keys
    const auto follow = [button, action] {
        button->setIcon(action->icon());
        button->setEnabled(action->isEnabled());
        button->setChecked(action->isChecked());
    };
    follow();
    connect(action, &QAction::changed, button, follow);
    connect(button, &QToolButton::clicked, action, &QAction::trigger);
    m_buttons << button;
    return button;
}

void TopBar::createThemeButton(QHBoxLayout* row)
{
    m_theme = new QToolButton(this);
    m_theme->setPopupMode(QToolButton::InstantPopup);
    m_theme->setFocusPolicy(Qt::TabFocus);
    m_theme->setToolTip(tr("Light, dark or high contrast."));
    m_theme->setAccessibleName(tr("Theme"));
    auto* menu = new QMenu(m_theme);
    fillThemeMenu(menu, m_commands);
    m_theme->setMenu(menu);
    row->addWidget(m_theme);
}

void TopBar::createPrimary(QHBoxLayout* row)
{
    m_primary = new QPushButton(this);
    m_primary->setObjectName(QStringLiteral("primary"));
    setRole(m_primary, Role::Primary);
    m_primary->setMinimumWidth(primaryWidth);  // it stays where it is when its word changes
    connect(m_primary, &QPushButton::clicked, this, [this] {
        if (m_is == Primary::Run)
            Q_EMIT runAsked();
        else
            Q_EMIT stopAsked();
    });
    row->addSpacing(4);
    row->addWidget(m_primary);
}

QString TopBar::primaryText() const
{
    switch (m_place) {
    case WindowPlace::Lab:
        return tr("Run all");
    case WindowPlace::Observe:
        return tr("Observe");
    case WindowPlace::Study:
        return tr("Run study");
    case WindowPlace::Lessons:
        return tr("Run");
    }
    return {};
}

QString TopBar::primaryTip() const
{
    if (m_is != Primary::Run)
        return tr("Stops what runs; what was recorded is kept (Ctrl+.).");
    switch (m_place) {
    case WindowPlace::Lab:
        return tr("Runs the tasks once in each of the modes (Space or F5).");
    case WindowPlace::Observe:
        return tr("Runs the program and observes it (Space or F5).");
    case WindowPlace::Study:
        return tr("Runs the work with every number of workers (Space or F5).");
    case WindowPlace::Lessons:
        return tr("Runs the experiment of this step (Space or F5).");
    }
    return {};
}

void TopBar::setWords(bool areShown)
{
    for (QToolButton* button : m_buttons)
        button->setToolButtonStyle(areShown ? Qt::ToolButtonTextBesideIcon
                                            : Qt::ToolButtonIconOnly);
    for (QLabel* caption : m_captions)
        caption->setVisible(areShown && hasTimelines());
}

void TopBar::measureAgain()
{
    m_widthWithWords = 0;
    fitWords();
}

void TopBar::setButtons(bool areShown)
{
    for (QToolButton* button : m_buttons)
        button->setVisible(areShown);
    m_theme->setVisible(areShown);
}

/// How wide it must be. What goes where there is less room is in the menus too.
void TopBar::measure()
{
    const auto width = [this] { return layout()->sizeHint().width(); };
    m_hasRoomForColours = true;
    m_hasRoomForRows = true;
    updateSwitches();
    setButtons(true);
    m_name->show();
    setWords(true);
    m_widthWithWords = width();
    setWords(false);
    m_widthWithName = width();
    m_name->hide();
    m_widthWithButtons = width();
    setButtons(false);
    m_widthWithColours = width();
    m_hasRoomForColours = false;
    updateSwitches();
    m_widthWithRows = width();
}

void TopBar::fitWords()
{
    if (m_isFitting)
        return;  // a part that is shown may have all laid out
    const QScopedValueRollback fitting(m_isFitting, true);
    if (m_widthWithWords == 0)
        measure();
    const int room = width();
    setWords(room >= m_widthWithWords);
    m_name->setVisible(room >= m_widthWithName);
    setButtons(room >= m_widthWithButtons);
    m_hasRoomForColours = room >= m_widthWithColours;
    m_hasRoomForRows = room >= m_widthWithRows;
    updateSwitches();
    if (width() != room)
        QMetaObject::invokeMethod(this, &TopBar::fitWords, Qt::QueuedConnection);
}

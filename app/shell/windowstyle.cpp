#include "app/shell/windowstyle.h"

#include "app/theme/contrast.h"
#include "app/theme/theme.h"

#include <array>
#include <utility>

namespace {

// Names between @ stand for colours.
constexpr auto sheet = R"(
QMainWindow, #workspace { background: @ground; }
QMenuBar { background: @card; color: @text; padding: 1px 10px; border: none; }
QMenuBar::item { padding: 4px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: @hover; }
*[bar="true"] { background: @card; border-bottom: @line solid @border; }
#logo { font-size: 17px; font-weight: 700; }

QPushButton[segment="true"] { border-radius: 0; border-right-width: 0; padding: 6px 11px; }
QPushButton[segment="true"][place="first"] { border-top-left-radius: 7px;
    border-bottom-left-radius: 7px; }
QPushButton[segment="true"][place="last"] { border-top-right-radius: 7px;
    border-bottom-right-radius: 7px; border-right-width: @line; }
QPushButton[segment="true"]:checked { background: @chosen; color: @accent; font-weight: 600; }
QPushButton[segment="true"]:focus { border: 2px solid @accent; padding: 5px 10px; }

QLabel[strong="true"] { font-weight: 600; }
QLabel[small="true"] { color: @muted; font-size: 12px; }
#placeContent, #sideContent, #wallQuestion, #lessonWall, #stepPage, #studyView, #studyContent, #studyCharts { background: @card; }
#studySummary { font-size: 14px; }
#stepPage QLabel, #stepPage OptionButton, #stepPage QTextBrowser { font-size: 14px; }
#stepPage QLabel[caption="true"] { font-size: 11px; }
#stepPage QLabel[muted="true"] { font-size: 13px; }
#stepPage QTextBrowser { background: transparent; }
#placeFooter { background: @card; border-top: @line solid @border; }
#preset { text-align: left; border-radius: 8px; }
#preset:checked { background: @chosen; border: 2px solid @accent; }
#preset QLabel:disabled { color: @faint; }
#preset:focus { border: 2px solid @accent; }
#preset:checked:focus { border: 2px solid @text; }
QAbstractSpinBox { padding-right: 20px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border;
    width: 18px; border: none; margin: 1px 2px; border-radius: 4px; background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; image: url(:/shell/icons/up.svg); }
QAbstractSpinBox::down-button { subcontrol-position: bottom right;
    image: url(:/shell/icons/down.svg); }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: @chosen; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url(:/shell/icons/down.svg); width: 10px; height: 10px; }
QComboBox { combobox-popup: 0; }
QCheckBox::indicator { width: 13px; height: 13px; border: 1px solid @muted; border-radius: 3px;
    background: @card; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent;
    image: url(:/shell/icons/@check.svg); }
QCheckBox::indicator:disabled { border-color: @border; }
QCheckBox::indicator:checked:disabled { background: @border; border-color: @border; }
QCheckBox:focus { color: @accent; }
QCheckBox::indicator:focus { border: 2px solid @accent; }
QCheckBox::indicator:checked:focus { border-color: @text; }
QTableView { font-size: 12px; }
QHeaderView::section { padding: 3px 2px; font-size: 12px; }
QPushButton, QToolButton { outline: none; }
QLabel#problem, QLabel#pathProblem, QLabel#programProblem, QLabel#studyProblem { background: @warned; border-radius: 6px; padding: 7px 9px; }
#obstacle, #runQuestion { background: @chosen; border-radius: 6px; padding: 7px 9px; }
#recentCommands { background: transparent; border: 2px solid transparent; outline: none; }
#recentCommands::item { padding: 5px 6px; border-radius: 6px; color: @text; }
#recentCommands::item:hover { background: @hover; }
#recentCommands::item:selected { background: @chosen; }
#recentCommands:focus { border-color: @accent; border-radius: 8px; }
#recentCommands { activate-on-singleclick: 0; }
#replayBar { background: @card; border-top: @line solid @border; }
#replayBar QToolButton { padding: 6px; }
#instantRun { padding: 1px 6px; }
#instantRun:focus { padding: 0 5px; }
#replayPosition::groove:horizontal { height: 4px; border-radius: 2px; background: @border; }
#replayPosition::sub-page:horizontal { border-radius: 2px; background: @accent; }
#replayPosition::handle:horizontal { width: 14px; margin: -5px 0; border-radius: 7px;
    background: @accent; }
#replayPosition::handle:horizontal:focus { border: 2px solid @text; }
#replayPosition::sub-page:disabled, #replayPosition::handle:disabled { background: @faint; }
#pictureStrip { background: @card; }
#pictures { background: @card; border: 2px solid transparent; padding: 0 8px; outline: none;
    activate-on-singleclick: 0; }
#pictures:focus { border-color: @accent; }
#outputPane, #codePane { background: @card; }
#output { background: @card; color: @text; border: 2px solid transparent; padding-left: 10px; }
#code { border: 2px solid transparent; }
#output:focus, #code:focus { border-color: @accent; }
QToolButton:checked { background: @chosen; border-color: @accent; }
QToolButton:checked:focus { border-color: @text; }
QToolButton[autoRaise="true"] { border-color: transparent; padding: 2px; }
#foldPictures:checked { background: transparent; border-color: transparent; }
#foldPictures:focus { border-color: @accent; }
#lessons, #lessonOverview, #lessonPlan, #lessonProblems { background: @card;
    border: 2px solid transparent; border-radius: 8px; outline: none; }
#lessons:focus, #lessonOverview:focus, #lessonPlan:focus, #lessonProblems:focus {
    border-color: @accent; }
#lessonOverview::item { padding: 6px 4px; border: 1px solid transparent; color: @text; }
#lessonOverview::item:hover { background: @hover; }
#lessonOverview::item:selected { background: @chosen; color: @text; }
#lessonOverview::indicator { width: 13px; height: 13px; border: 1px solid @muted;
    border-radius: 3px; background: @card; }
#lessonOverview::indicator:checked { background: @accent; border-color: @accent;
    image: url(:/shell/icons/@check.svg); }
#lessons { activate-on-singleclick: 0; }
)";

using Named = std::pair<const char*, QColor>;

std::array<Named, 10> namedColours(const Theme& theme)
{
    return {Named{"@chosen", mixed(theme.card, theme.accent, 0.1)},
            Named{"@warned", mixed(theme.card, theme.danger, 0.1)},
            Named{"@hover", mixed(theme.card, theme.accent, 0.09)},
            Named{"@faint", mixed(theme.card, theme.mutedText, 0.75)},
            Named{"@accent", theme.accent},
            Named{"@border", theme.border},
            Named{"@ground", theme.ground},
            Named{"@muted", theme.mutedText},
            Named{"@card", theme.card},
            Named{"@text", theme.text}};
}

}  // namespace

QString windowStyleOf(const Theme& theme)
{
    QString text = QString::fromLatin1(sheet);
    const bool isWhite = theme.onAccent.lightness() > 127;
    text.replace(QLatin1String("@check"),
                 isWhite ? QStringLiteral("check-light") : QStringLiteral("check-dark"));
    text.replace(QLatin1String("@line"), QStringLiteral("%1px").arg(theme.outlineWidth));
    for (const auto& [name, colour] : namedColours(theme))
        text.replace(QLatin1String(name), colour.name());
    return text;
}

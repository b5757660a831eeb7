#include "app/theme/applytheme.h"
#include "app/theme/contrast.h"
#include "app/theme/theme.h"

#include <array>
#include <utility>

namespace {

// Names between @ stand for colours. Widgets that are not named keep Fusion's look in our palette.
constexpr auto sheet = R"(
QToolTip { background: @card; color: @text; border: 1px solid @border; padding: 5px 7px; }
*[card="true"] { background: @card; border: @line solid @border; border-radius: 9px; }
QLabel { background: transparent; }
QLabel[muted="true"] { color: @muted; }
QLabel[heading="true"] { font-size: 17px; font-weight: 700; }
QLabel[caption="true"] { color: @muted; font-size: 11px; font-weight: 600; }
QLabel[error="true"] { color: @danger; }

QPushButton, QToolButton { background: @card; color: @text; border: @line solid @border;
    border-radius: 7px; padding: 6px 13px; }
QPushButton:hover, QToolButton:hover { background: @hover; }
QPushButton:pressed, QToolButton:pressed, QPushButton:checked { background: @pressed; }
QPushButton:focus, QToolButton:focus { border: 2px solid @accent; padding: 5px 12px; }
QPushButton:disabled, QToolButton:disabled { color: @faint; }
QToolButton::menu-indicator { image: none; }
*[primary="true"] { background: @accent; color: @onAccent; border-color: @accent;
    font-weight: 600; }
*[primary="true"]:hover { background: @accentHover; }
*[primary="true"]:pressed { background: @accentPressed; }
*[primary="true"]:focus { border: 2px solid @text; }
*[primary="true"]:disabled { background: @pressed; color: @faint; border-color: @border; }
*[pill="true"] { background: transparent; color: @muted; border-color: transparent;
    font-weight: 600; }
*[pill="true"]:hover { background: @hover; }
*[pill="true"]:checked { background: @accent; color: @onAccent; }
*[pill="true"]:focus { border: 2px solid @focusOnPill; }

QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox { background: @card; color: @text;
    border: @line solid @field; border-radius: 6px; padding: 4px 7px;
    selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {
    border: 2px solid @accent; padding: 3px 6px; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled {
    color: @faint; }
QComboBox QAbstractItemView { background: @card; color: @text; border: 1px solid @border;
    selection-background-color: @accent; selection-color: @onAccent; outline: none; }

QTabWidget::pane { border: none; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @muted; border: 2px solid transparent;
    border-radius: 7px; padding: 5px 12px; margin-right: 4px; font-weight: 600; }
QTabBar::tab:hover { background: @hover; }
QTabBar::tab:selected { background: @accent; color: @onAccent; }
QTabBar::tab:focus { border-color: @focusOnPill; }

QHeaderView::section { background: @card; color: @muted; border: none;
    border-bottom: 1px solid @border; padding: 4px 6px; }
QTableView { background: @card; border: none; gridline-color: @grid; }
QTableView:focus { border: 2px solid @accent; }
QMenu { background: @card; color: @text; border: 1px solid @border; padding: 4px; }
QMenu::item { padding: 5px 22px 5px 12px; border-radius: 5px; }
QMenu::item:selected { background: @accent; color: @onAccent; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
QStatusBar { background: @card; color: @muted; border-top: 1px solid @border; }
QStatusBar::item { border: none; }
QProgressBar { background: @pressed; border: none; border-radius: 4px; max-height: 8px; }
QProgressBar::chunk { background: @accent; border-radius: 4px; }
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @field; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: @border; }
)";

using Named = std::pair<const char*, QColor>;

/// Longer names come before those that they begin with.
std::array<Named, 16> namedColours(const Theme& theme)
{
    return {Named{"@accentPressed", mixed(theme.accent, theme.text, 0.25)},
            Named{"@accentHover", mixed(theme.accent, theme.text, 0.12)},
            Named{"@focusOnPill", mixed(theme.text, theme.accent, 0.3)},
            Named{"@onAccent", theme.onAccent},
            Named{"@accent", theme.accent},
            Named{"@border", theme.border},
            Named{"@danger", theme.danger},
            Named{"@pressed", mixed(theme.card, theme.text, 0.1)},
            Named{"@field", mixed(theme.card, theme.mutedText, 0.75)},
            Named{"@faint", mixed(theme.card, theme.mutedText, 0.75)},
            Named{"@ground", theme.ground},
            Named{"@hover", mixed(theme.card, theme.accent, 0.09)},
            Named{"@muted", theme.mutedText},
            Named{"@card", theme.card},
            Named{"@grid", theme.grid},
            Named{"@text", theme.text}};
}

}  // namespace

QString styleSheetOf(const Theme& theme)
{
    QString text = QString::fromLatin1(sheet);
    text.replace(QLatin1String("@line"), QStringLiteral("%1px").arg(theme.outlineWidth));
    for (const auto& [name, colour] : namedColours(theme))
        text.replace(QLatin1String(name), colour.name());
    return text;
}

#include "app/code/codecolours.h"

#include "app/theme/theme.h"

CodeColours codeColoursOf(const Theme& theme)
{
    CodeColours colours;
    colours.text = theme.text;
    colours.comment = theme.mutedText;
    colours.keyword = theme.accent;
    colours.lineNumber = theme.mutedText;
    if (theme.kind == Theme::Kind::Light) {
        colours.string = QColor(0x9A, 0x3F, 0x00);
        colours.number = QColor(0x00, 0x6B, 0x50);
        colours.name = QColor(0x7B, 0x2D, 0x8E);
        colours.directive = QColor(0x7A, 0x55, 0x00);
    } else {
        colours.string = QColor(0xFF, 0xB2, 0x7A);
        colours.number = QColor(0x5F, 0xD6, 0xB0);
        colours.name = QColor(0xE9, 0xA8, 0xF0);
        colours.directive = QColor(0xE8, 0xC5, 0x6B);
    }
    return colours;
}

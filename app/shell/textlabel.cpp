#include "app/shell/textlabel.h"

#include <QLabel>

QLabel* textLabel(const QString& text, Role role)
{
    auto* label = new QLabel(text);
    setRole(label, role);
    label->setWordWrap(true);
    return label;
}

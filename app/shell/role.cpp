#include "app/shell/role.h"

#include <QWidget>

namespace {

const char* propertyOf(Role role)
{
    switch (role) {
    case Role::Card:
        return "card";
    case Role::Primary:
        return "primary";
    case Role::Pill:
        return "pill";
    case Role::Muted:
        return "muted";
    case Role::Heading:
        return "heading";
    case Role::Caption:
        return "caption";
    case Role::Error:
        return "error";
    case Role::Text:
        return "plain";
    case Role::Strong:
        return "strong";
    case Role::Small:
        return "small";
    case Role::Segment:
        return "segment";
    case Role::Bar:
        return "bar";
    }
    return "";
}

}  // namespace

void setRole(QWidget* widget, Role role)
{
    widget->setProperty(propertyOf(role), true);
}

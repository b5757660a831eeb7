#pragma once

#include "app/shell/role.h"

class QLabel;
class QString;

/// A label for text of that role, as wide as there is room.
[[nodiscard]] QLabel* textLabel(const QString& text, Role role);

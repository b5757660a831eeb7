#pragma once

class QAccessibleInterface;
class QObject;
class QString;

/// Makes what screen readers and other programs meet in the place of the widgets that Qt knows
/// nothing of: timelines are lists, and what else paints itself is a picture, if it has a name. To
/// be installed with QAccessible, once.
[[nodiscard]] QAccessibleInterface* widgetAccess(const QString& className, QObject* object);

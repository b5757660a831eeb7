#include "app/projector/projectorkeys.h"

#include <QKeyEvent>

ProjectorKey projectorKeyOf(const QKeyEvent& event)
{
    if (event.modifiers() & ~Qt::KeypadModifier)
        return ProjectorKey::None;
    switch (event.key()) {
    case Qt::Key_PageDown:
        return ProjectorKey::Next;
    case Qt::Key_PageUp:
        return ProjectorKey::Previous;
    case Qt::Key_B:
        return ProjectorKey::Blank;
    case Qt::Key_Escape:
        return ProjectorKey::Leave;
    default:
        return ProjectorKey::None;
    }
}

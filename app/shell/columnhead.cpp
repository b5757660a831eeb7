#include "app/shell/columnhead.h"

QVariant dataOf(const ColumnHead& head, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return head.title;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return head.meaning;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(head.alignment);
    default:
        return {};
    }
}

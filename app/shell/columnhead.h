#pragma once

#include <QString>
#include <QVariant>

/// What stands above a column of a table.
struct ColumnHead {
    QString title;
    QString meaning;  ///< for those who point at it, and for screen readers
    Qt::Alignment alignment = Qt::AlignVCenter | Qt::AlignLeft;
};

/// What a model tells of it for a role.
[[nodiscard]] QVariant dataOf(const ColumnHead& head, int role);

#pragma once

#include "app/access/rowtotals.h"
#include "app/table/tablesubject.h"
#include "app/timeline/timetext.h"

#include <QAbstractTableModel>

/// What each task, worker or core of a timeline did in total, as a table.
class TotalsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Start, Stop, Running, Ready, Blocked, ColumnCount };

    /// `subject` is borrowed.
    explicit TotalsModel(const TableSubject& subject, QObject* parent = nullptr);

    /// Another run, or other rows.
    void reset();
    /// Takes in what is new in the recording.
    void refresh();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] int rowsNow() const;
    [[nodiscard]] QString textAt(const QModelIndex& index) const;

    const TableSubject& m_subject;
    TimeFormat m_format;
    int m_rows = 0;
};

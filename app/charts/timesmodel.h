#pragma once

#include "app/charts/timesrows.h"

#include <QAbstractTableModel>

/// The times as a table: run, real, user, sys, speedup, efficiency.
class TimesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Run, Real, User, System, Speedup, Efficiency, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<TimesRow> rows);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString textOf(const TimesRow& row, int column) const;
    [[nodiscard]] QString spokenTextOf(const TimesRow& row, int column) const;

    std::vector<TimesRow> m_rows;
};

#pragma once

#include "core/analysis/study.h"

#include <QAbstractTableModel>

/// A study as a table, a row per kind and number of workers: the twin of its charts.
class StudyModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Kind, Workers, Time, TimeRange, Speedup, SpeedupRange, Efficiency, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setStudy(const Study& study);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString title(int column) const;
    [[nodiscard]] QString meaning(int column) const;

    std::vector<StudyPoint> m_points;
    EfficiencyPer m_per = EfficiencyPer::Core;
};

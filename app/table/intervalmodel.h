#pragma once

#include "app/table/intervalorder.h"
#include "app/table/intervalscope.h"
#include "app/table/tablesubject.h"
#include "app/timeline/timetext.h"

#include <QAbstractTableModel>

/// The intervals of a timeline as a table, in order of their start. It copies none of them, so that
/// millions cost nothing until they are looked at.
class IntervalModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// `subject` is borrowed.
    explicit IntervalModel(const TableSubject& subject, QObject* parent = nullptr);

    /// Another run, or other rows, of which only those in `scope` are wanted.
    void setScope(const IntervalScope& scope);
    [[nodiscard]] const IntervalScope& scope() const noexcept { return m_scope; }
    /// Takes in what is new in the recording.
    void refresh();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    /// By start only, either way.
    void sort(int column, Qt::SortOrder order) override;

    /// Nothing where the recording has become shorter meanwhile.
    [[nodiscard]] std::optional<IntervalRow> intervalAt(int row) const;
    /// The row of the interval that is like `wanted`, or of the first after it; -1 for none.
    [[nodiscard]] int rowOf(const IntervalRow& wanted) const;

private:
    [[nodiscard]] std::size_t positionOf(int row) const;
    void takeIn();

    const TableSubject& m_subject;
    IntervalScope m_scope;
    std::vector<std::uint32_t> m_tasks;
    IntervalOrder m_order;
    TimeFormat m_format;
    int m_rows = 0;
    bool m_isLatestFirst = false;
};

#pragma once

#include <QTableView>

/// A table of which whole rows are chosen, and copied as text.
class TableView : public QTableView {
    Q_OBJECT

public:
    explicit TableView(QAbstractItemModel* model, QWidget* parent = nullptr);

    /// Makes that row the current one, without a change where it is already; -1 for none.
    void setCurrentRow(int row);
    /// The one that keys go on from; -1 for none.
    [[nodiscard]] int currentRow() const;

Q_SIGNALS:
    /// The user has gone to that row, by keys or by the mouse.
    void rowChosen(int row);
    void copied(int rows);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void copy();

    bool m_isFollowing = false;  ///< the row is set by others
};

/// The rows of `model` from `first` to `last` and its header, separated by tabs and line breaks.
[[nodiscard]] QString tabbedText(const QAbstractItemModel& model,
                                 const std::vector<std::pair<int, int>>& rows);

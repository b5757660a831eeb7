#pragma once

#include <QTreeView>

class OverviewModel;

/// The lessons as rows that keys and the mouse tick and open.
class OverviewTable : public QTreeView {
    Q_OBJECT

public:
    /// `model` is borrowed and outlives the table.
    explicit OverviewTable(OverviewModel& model, QWidget* parent = nullptr);

    [[nodiscard]] int currentRow() const { return currentIndex().row(); }  ///< -1 for none
    void setCurrentRow(int row);

Q_SIGNALS:
    void rowReached();        ///< another row is the current one, or none
    void rowOpened(int row);  ///< by Return or a double click

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void keepPlace();

    OverviewModel& m_model;
    QString m_path;  ///< of the current lesson, while the model is rebuilt
};

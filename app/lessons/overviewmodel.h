#pragma once

#include "app/lessons/lessonshelf.h"

#include <QAbstractTableModel>
#include <QSet>

#include <vector>

class ProgressStore;
namespace lesson {
struct Equipment;
}

/// The lessons that can be read, as a table of which rows can be ticked.
class OverviewModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { LessonColumn, TimeColumn, MachineColumn, ProgressColumn, columns };

    /// All are borrowed and outlive the model.
    OverviewModel(const LessonShelf& shelf, ProgressStore& store,
                  const lesson::Equipment& equipment, QObject* parent = nullptr);

    /// What the machine has is another than before.
    void updateMachine();

    void toggle(int row);

    /// Null where there is no such row. Valid until the shelf changes.
    [[nodiscard]] const LessonShelf::Entry* entry(int row) const;
    [[nodiscard]] int rowOf(const QString& path) const;  ///< -1 if it is not there

    /// In the order of the rows. Valid until the shelf changes.
    [[nodiscard]] std::vector<const lesson::Lesson*> ticked() const;
    [[nodiscard]] std::vector<const lesson::Lesson*> all() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void tickedChanged();

private:
    struct Row {
        QString path;
        std::string name;
        QString title;
        QString minutes;
        QString lack;
        QString progress;
    };

    void rebuild();
    void showProgress(const QString& name);
    [[nodiscard]] Row rowFor(const LessonShelf::Entry& entry, const lesson::Lesson& lesson);
    [[nodiscard]] QString textIn(const Row& row, int column) const;

    const LessonShelf& m_shelf;
    ProgressStore& m_store;
    const lesson::Equipment& m_equipment;
    std::vector<Row> m_rows;
    QSet<QString> m_ticked;  ///< paths, also of lessons that are gone for a moment
};

#pragma once

#include <QListView>

/// A list of lessons that keys and the mouse choose from.
class LessonListView : public QListView {
    Q_OBJECT

public:
    explicit LessonListView(QWidget* parent = nullptr);

Q_SIGNALS:
    void rowChosen(const QModelIndex& index);   ///< by Return or a click
    void rowReached(const QModelIndex& index);  ///< it is the current one; invalid for none

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
};

#pragma once

#include "app/lessons/lessonshelf.h"

#include <QAbstractListModel>

#include <vector>

class ProgressStore;

/// The lessons that a search finds, below headings, as rows of a list.
class LessonListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum class Kind { Heading, Lesson, Unreadable };
    enum class Mark { None, Begun, Finished };
    enum Role {
        KindRole = Qt::UserRole,
        MarkRole,
        PathRole,
        NumberRole,   ///< its place in the curriculum; empty for those without
        DetailsRole,  ///< the line below the title
    };

    /// Both are borrowed and outlive the model.
    LessonListModel(const LessonShelf& shelf, ProgressStore& store, QObject* parent = nullptr);

    /// Shows the lessons that have all words of `text` in their texts.
    void setFilter(const QString& text);

    /// Empty if the file is not shown.
    [[nodiscard]] QModelIndex indexOf(const QString& path) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        Kind kind = Kind::Heading;
        Mark mark = Mark::None;
        QString title;
        QString details{};
        QString number{};
        QString path{};
        std::string name{};
    };

    void rebuild();
    void addHeading(const QString& title);
    void add(const LessonShelf::Entry& entry);
    void addLesson(const LessonShelf::Entry& entry, const lesson::Lesson& lesson);
    void showProgress(const QString& name);

    const LessonShelf& m_shelf;
    ProgressStore& m_store;
    QStringList m_words;
    std::vector<Row> m_rows;
};

#include "app/lessons/lessonlistmodel.h"

#include "app/lessons/lessonwords.h"
#include "app/lessons/progressstore.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

bool hasWords(const LessonShelf::Entry& entry, const QStringList& words)
{
    if (words.isEmpty())
        return true;
    QString text = QFileInfo(entry.path).fileName();
    if (const auto& lesson = entry.read.lesson) {
        for (const std::string& part : {lesson->name, lesson->title, lesson->misconception})
            text += u'\n' + textOf(part);
        for (const std::string& outcome : lesson->outcomes)
            text += u'\n' + textOf(outcome);
    }
    return std::ranges::all_of(
        words, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

LessonListModel::Mark markOf(const LessonProgress& progress)
{
    if (progress.isFinished())
        return LessonListModel::Mark::Finished;
    return progress.isBegun() ? LessonListModel::Mark::Begun : LessonListModel::Mark::None;
}

QString detailsOf(const lesson::Lesson& lesson, const LessonProgress& progress)
{
    const QString minutes = minutesText(lesson.minutes);
    return progress.isBegun() ? minutes + u" · "_s + stateText(progress, lesson) : minutes;
}

/// "3, Waiting together, 12 min"
QString spoken(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

/// In plain text: what comes from a file is never taken for HTML.
QString toolTip(const QString& title, const QString& path)
{
    return u"<p>%1</p><p>%2</p>"_s.arg(title.toHtmlEscaped(), path.toHtmlEscaped());
}

}  // namespace

LessonListModel::LessonListModel(const LessonShelf& shelf, ProgressStore& store, QObject* parent)
    : QAbstractListModel(parent),
      m_shelf(shelf),
      m_store(store)
{
    connect(&shelf, &LessonShelf::changed, this, &LessonListModel::rebuild);
    connect(&store, &ProgressStore::changed, this, &LessonListModel::showProgress);
    rebuild();
}

void LessonListModel::setFilter(const QString& text)
{
    m_words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    rebuild();
}

QModelIndex LessonListModel::indexOf(const QString& path) const
{
    const auto row = std::ranges::find_if(
        m_rows, [&](const Row& r) { return r.kind != Kind::Heading && r.path == path; });
    return row == m_rows.end() ? QModelIndex() : index(static_cast<int>(row - m_rows.begin()));
}

int LessonListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant LessonListModel::data(const QModelIndex& index, int role) const
{
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::ToolTipRole:
        return row.kind == Kind::Heading ? QVariant() : toolTip(row.title, row.path);
    case Qt::AccessibleTextRole:
        return spoken({row.number, row.title, row.details});
    case KindRole:
        return static_cast<int>(row.kind);
    case MarkRole:
        return static_cast<int>(row.mark);
    case PathRole:
        return row.path;
    case NumberRole:
        return row.number;
    case DetailsRole:
        return row.details;
    default:
        return {};
    }
}

Qt::ItemFlags LessonListModel::flags(const QModelIndex& index) const
{
    if (index.isValid() && m_rows[static_cast<std::size_t>(index.row())].kind == Kind::Heading)
        return Qt::NoItemFlags;
    return QAbstractListModel::flags(index);
}

void LessonListModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    for (const LessonShelf::Entry& entry : m_shelf.entries()) {
        if (hasWords(entry, m_words))
            add(entry);
    }
    endResetModel();
}

void LessonListModel::addHeading(const QString& title)
{
    const auto isSame = [&](const Row& row) {
        return row.kind == Kind::Heading && row.title == title;
    };
    if (std::ranges::none_of(m_rows, isSame))
        m_rows.push_back({.kind = Kind::Heading, .title = title});
}

void LessonListModel::add(const LessonShelf::Entry& entry)
{
    if (entry.read.lesson) {
        if (entry.origin != LessonShelf::Origin::Shipped)
            addHeading(entry.origin == LessonShelf::Origin::Own ? tr("Own lessons")
                                                                : tr("Added lessons"));
        addLesson(entry, *entry.read.lesson);
        return;
    }
    addHeading(tr("Files that cannot be read"));
    const lesson::Problem& first = entry.read.problems.front();
    m_rows.push_back(
        {.kind = Kind::Unreadable,
         .title = QFileInfo(entry.path).fileName(),
         .details =
             tr("Line %1: found %2").arg(QLocale().toString(first.place.line), lineOf(first.found)),
         .path = entry.path});
}

void LessonListModel::addLesson(const LessonShelf::Entry& entry, const lesson::Lesson& lesson)
{
    const LessonProgress progress = m_store.progressOf(lesson);
    m_rows.push_back({.kind = Kind::Lesson,
                      .mark = markOf(progress),
                      .title = lineOf(lesson.title),
                      .details = detailsOf(lesson, progress),
                      .number = numberOf(lesson),
                      .path = entry.path,
                      .name = lesson.name});
}

void LessonListModel::showProgress(const QString& name)
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        Row& row = m_rows[i];
        if (row.kind != Kind::Lesson || row.name != name.toStdString())
            continue;
        const LessonShelf::Entry* const entry = m_shelf.find(row.path);
        if (!entry || !entry->read.lesson)
            continue;
        const LessonProgress progress = m_store.progressOf(*entry->read.lesson);
        row.mark = markOf(progress);
        row.details = detailsOf(*entry->read.lesson, progress);
        const QModelIndex changed = index(static_cast<int>(i));
        Q_EMIT dataChanged(changed, changed);
    }
}

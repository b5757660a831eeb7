#include "app/lessons/lessonlist.h"

#include "app/lessons/lessonlistmodel.h"
#include "app/lessons/lessonlistview.h"
#include "app/lessons/lessonwords.h"
#include "app/lessons/problemview.h"
#include "app/shell/textlabel.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

LessonList::LessonList(LessonShelf& shelf, ProgressStore& store, QWidget* parent)
    : QWidget(parent),
      m_shelf(shelf),
      m_openFolder(&QDesktopServices::openUrl),
      m_model(new LessonListModel(shelf, store, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 16, 12, 12);
    column->setSpacing(8);
    createSearch(column);
    createList(column);
    createButtons(column);
    setFocusProxy(m_search);
    connect(m_model, &QAbstractItemModel::modelReset, this, &LessonList::showOrSayNothing);
    showOrSayNothing();
}

void LessonList::setCurrent(const QString& path)
{
    const QModelIndex index = m_model->indexOf(path);
    if (!index.isValid())
        return;
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}

/// The arrow keys go from the search to what it found.
bool LessonList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress ||
        static_cast<QKeyEvent*>(event)->key() != Qt::Key_Down || m_model->rowCount() == 0)
        return QWidget::eventFilter(watched, event);
    m_view->setFocus(Qt::TabFocusReason);
    if (!m_view->currentIndex().isValid())
        QCoreApplication::sendEvent(m_view, event);
    return true;
}

void LessonList::createSearch(QVBoxLayout* column)
{
    column->addWidget(textLabel(tr("Lessons"), Role::Heading));
    m_search = new QLineEdit;
    m_search->setObjectName(u"lessonSearch"_s);
    m_search->setPlaceholderText(tr("Search lessons"));
    m_search->setAccessibleName(tr("Search lessons"));
    m_search->setAccessibleDescription(
        tr("Shows the lessons that have these words in their title, in what they teach or in the "
           "wrong idea that they meet."));
    m_search->setToolTip(m_search->accessibleDescription());
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    column->addWidget(m_search);
    connect(m_search, &QLineEdit::textChanged, m_model, &LessonListModel::setFilter);
    connect(m_search, &QLineEdit::returnPressed, this, &LessonList::chooseFound);
}

void LessonList::createList(QVBoxLayout* column)
{
    m_view = new LessonListView;
    m_view->setModel(m_model);
    column->addWidget(m_view, 1);
    m_nothing = textLabel({}, Role::Muted);
    m_nothing->setObjectName(u"noLessons"_s);
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    column->addWidget(m_nothing);
    m_problems = new ProblemView;
    column->addWidget(m_problems);
    connect(m_view, &LessonListView::rowChosen, this, &LessonList::choose);
    connect(m_view, &LessonListView::rowReached, this, &LessonList::showCurrent);
}

void LessonList::createButtons(QVBoxLayout* column)
{
    auto* add = new QPushButton(tr("Add a lesson…"));
    add->setObjectName(u"addLesson"_s);
    add->setToolTip(tr("Adds a file to the list. You can drop it on the window as well."));
    connect(add, &QPushButton::clicked, this, &LessonList::askForFile);
    auto* open = new QPushButton(tr("Open folder of own lessons"));
    open->setObjectName(u"openOwnLessons"_s);
    open->setToolTip(tr("Every lesson in this folder is in the list."));
    connect(open, &QPushButton::clicked, this, &LessonList::openOwnFolder);
    for (QPushButton* button : {add, open}) {
        button->setAccessibleDescription(button->toolTip());
        column->addWidget(button);
    }
}

void LessonList::choose(const QModelIndex& index)
{
    const QString path = index.data(LessonListModel::PathRole).toString();
    const LessonShelf::Entry* const entry = m_shelf.find(path);
    if (entry && entry->read.lesson)
        Q_EMIT chosen(path);
}

/// The only lesson that was found, or the first; where nothing was searched for, the current one.
void LessonList::chooseFound()
{
    if (m_search->text().isEmpty() && m_view->currentIndex().isValid())
        return choose(m_view->currentIndex());
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row);
        if (!m_model->flags(index).testFlag(Qt::ItemIsSelectable))
            continue;
        m_view->setCurrentIndex(index);
        choose(index);
        return;
    }
}

void LessonList::showCurrent(const QModelIndex& index)
{
    const QString path = index.data(LessonListModel::PathRole).toString();
    if (index.isValid())
        m_current = path;
    m_problems->showProblems(index.isValid() ? m_shelf.find(path) : nullptr);
}

void LessonList::showOrSayNothing()
{
    const bool isEmpty = m_model->rowCount() == 0;
    const QString searched = lineOf(m_search->text().toStdString());
    QStringList words = m_shelf.problems();
    if (isEmpty && !searched.isEmpty() && !m_shelf.entries().empty())
        words = QStringList(tr("No lesson has “%1” in it.").arg(searched));
    else if (isEmpty)
        words << tr("Add a lesson, or put one into the folder of own lessons.");
    m_nothing->setText(words.join(u"\n\n"_s));
    m_nothing->setVisible(!words.isEmpty());
    static_cast<QVBoxLayout*>(layout())->setStretchFactor(m_nothing, isEmpty ? 1 : 0);
    m_view->setVisible(!isEmpty);
    showCurrent({});
    setCurrent(m_current);
}

void LessonList::askForFile()
{
    auto* dialog = new QFileDialog(this, tr("Add a Lesson"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Lessons (*.md)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &LessonList::add);
    dialog->show();
}

void LessonList::add(const QStringList& paths)
{
    for (const QString& path : paths) {
        const auto added = m_shelf.add(path);
        if (!added)
            Q_EMIT failed(textOf(added.error().message));
        else if (const LessonShelf::Entry* const entry = m_shelf.find(path))
            setCurrent(entry->path);
    }
}

void LessonList::openOwnFolder()
{
    const auto folder = m_shelf.makeOwnFolder();
    if (!folder)
        Q_EMIT failed(textOf(folder.error().message));
    else if (!m_openFolder(QUrl::fromLocalFile(*folder)))
        Q_EMIT failed(tr("Your own lessons go into the folder “%1”. No program was found that "
                         "shows it.")
                          .arg(*folder));
}

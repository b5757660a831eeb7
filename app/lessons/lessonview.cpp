#include "app/lessons/lessonview.h"

#include "app/lessons/lessoncourse.h"
#include "app/shell/textlabel.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

LessonView::LessonView(const StepPage::Parts& parts, QWidget* parent)
    : PlacePane(parent),
      m_parts(parts)
{
    setObjectName(QStringLiteral("lessonView"));
    createHead();
    createMenu();
    content()->addStretch(1);
    createFoot();
    connectCourse();
}

void LessonView::back()
{
    const std::size_t page = m_parts.course.page();
    if (page > 0)
        m_parts.course.goTo(page - 1);
    else
        Q_EMIT listAsked();
}

void LessonView::next()
{
    const std::size_t page = m_parts.course.page();
    if (page + 1 < m_parts.course.pages().size())
        m_parts.course.goTo(page + 1);
    else
        Q_EMIT listAsked();
}

void LessonView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_PageDown)
        next();
    else if (event->key() == Qt::Key_PageUp)
        back();
    else
        PlacePane::keyPressEvent(event);
}

void LessonView::createHead()
{
    m_where = textLabel({}, Role::Muted);
    m_where->setObjectName(QStringLiteral("where"));
    m_where->setTextFormat(Qt::PlainText);
    m_more = new QToolButton;
    m_more->setObjectName(QStringLiteral("lessonMore"));
    m_more->setText(QStringLiteral("⋯"));
    m_more->setAccessibleName(tr("More about this lesson"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_title = textLabel({}, Role::Heading);
    m_title->setObjectName(QStringLiteral("stepTitle"));
    m_title->setTextFormat(Qt::PlainText);
    auto* row = new QHBoxLayout;
    row->addWidget(m_where, 1);
    row->addWidget(m_more);
    content()->addLayout(row);
    content()->addWidget(m_title);
}

void LessonView::createMenu()
{
    auto* menu = new QMenu(m_more);
    LessonCourse* const course = &m_parts.course;
    auto* lock = menu->addAction(tr("&Ask before every run"));
    lock->setCheckable(true);
    lock->setChecked(course->isLocking());
    lock->setToolTip(tr("Runs wait until a prediction is made."));
    connect(lock, &QAction::toggled, course, &LessonCourse::setLocking);
    connect(course, &LessonCourse::lockingChanged, lock,
            [lock, course] { lock->setChecked(course->isLocking()); });
    connect(menu->addAction(tr("&Start this lesson again")), &QAction::triggered, course,
            &LessonCourse::startAgain);
    connect(menu->addAction(tr("All &lessons")), &QAction::triggered, this, &LessonView::listAsked);
    m_more->setMenu(menu);
}

void LessonView::createFoot()
{
    m_back = new QPushButton(tr("← Back"));
    m_back->setObjectName(QStringLiteral("back"));
    m_next = new QPushButton(tr("Next →"));
    m_next->setObjectName(QStringLiteral("next"));
    setRole(m_next, Role::Primary);
    connect(m_back, &QPushButton::clicked, this, &LessonView::back);
    connect(m_next, &QPushButton::clicked, this, &LessonView::next);
    auto* row = new QHBoxLayout;
    row->addWidget(m_back);
    row->addStretch(1);
    row->addWidget(m_next);
    footer()->addLayout(row);
}

void LessonView::connectCourse()
{
    const LessonCourse* course = &m_parts.course;
    connect(course, &LessonCourse::opened, this, &LessonView::showPage);
    connect(course, &LessonCourse::reloaded, this, &LessonView::showPage);
    connect(course, &LessonCourse::pageChanged, this, &LessonView::showPage);
    connect(course, &LessonCourse::closed, this, &LessonView::showPage);
    connect(course, &LessonCourse::answered, this, &LessonView::refresh);
    connect(course, &LessonCourse::measured, this, &LessonView::refresh);
    connect(course, &LessonCourse::lockingChanged, this, &LessonView::refresh);
    connect(course, &LessonCourse::runningChanged, this, &LessonView::refresh);
    connect(course, &LessonCourse::equipmentChanged, this, &LessonView::refresh);
}

void LessonView::showPage()
{
    const bool hadFocus = m_page && m_page->isAncestorOf(focusWidget());
    delete m_page;
    m_page = nullptr;
    if (!m_parts.course.isOpen())
        return;
    m_page = new StepPage(m_parts);
    content()->insertWidget(content()->count() - 1, m_page);
    updateHead();
    if (auto* const scroll = findChild<QScrollArea*>())
        scroll->verticalScrollBar()->setValue(0);
    if (hadFocus)
        m_next->setFocus();
}

void LessonView::refresh()
{
    if (m_page)
        m_page->refresh();
}

void LessonView::updateHead()
{
    const LessonCourse& course = m_parts.course;
    m_where->setText(course.whereText());
    m_title->setText(QString::fromStdString(course.pages()[course.page()].title));
    m_back->setText(course.page() == 0 ? tr("← All lessons") : tr("← Back"));
    m_next->setText(course.page() + 1 == course.pages().size() ? tr("Finish") : tr("Next →"));
}

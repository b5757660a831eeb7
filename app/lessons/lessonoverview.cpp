#include "app/lessons/lessonoverview.h"

#include "app/lessons/lessonplan.h"
#include "app/lessons/newsline.h"
#include "app/lessons/overviewdesk.h"
#include "app/lessons/overviewmodel.h"
#include "app/lessons/overviewtable.h"
#include "app/lessons/pagedialog.h"
#include "app/lessons/planview.h"
#include "app/lessons/progressstore.h"
#include "app/shell/textlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

LessonOverview::LessonOverview(LessonShelf& shelf, ProgressStore& store,
                               lesson::Equipment equipment, QWidget* parent)
    : QWidget(parent),
      m_store(store),
      m_equipment(std::move(equipment)),
      m_model(new OverviewModel(shelf, store, m_equipment, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 12);
    column->setSpacing(8);
    createHeading(column);
    createTable(column);
    createButtons(column);
    connectParts();
    showAll();
}

LessonOverview::~LessonOverview() = default;

void LessonOverview::setEquipment(const lesson::Equipment& equipment)
{
    m_equipment = equipment;
    m_model->updateMachine();
}

void LessonOverview::setCurrent(const QString& path)
{
    if (const int row = m_model->rowOf(path); row >= 0)
        m_table->setCurrentRow(row);
}

void LessonOverview::savePlan(const QString& path)
{
    m_desk->savePlan(planned(), m_equipment, m_answers->isChecked(), path);
}

void LessonOverview::saveReport(const QString& path)
{
    m_desk->saveReport(reported(), m_equipment, path);
}

/// The answers are hidden again the next time: nobody shows them to a class by mistake.
void LessonOverview::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        m_answers->setChecked(false);
}

void LessonOverview::createHeading(QVBoxLayout* column)
{
    column->addWidget(textLabel(tr("Lessons for a class"), Role::Heading));
    m_sums = textLabel({}, Role::Muted);
    m_sums->setObjectName(u"lessonSums"_s);
    column->addWidget(m_sums);
}

void LessonOverview::createTable(QVBoxLayout* column)
{
    m_table = new OverviewTable(*m_model);
    m_plan = new PlanView;
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_plan);
    column->addWidget(splitter, 1);
}

void LessonOverview::createButtons(QVBoxLayout* column)
{
    auto* news = new NewsLine;
    column->addWidget(news);
    m_desk = new OverviewDesk(m_store, *news, this);
    m_answers = new QCheckBox(tr("Show answers"));
    m_answers->setObjectName(u"showAnswers"_s);
    m_answers->setToolTip(tr("Shows the questions with the right answers, here and in the plan. It "
                             "is off again the next time."));
    m_save = new QPushButton(tr("Save plan…"));
    m_save->setObjectName(u"savePlan"_s);
    m_save->setToolTip(tr("Saves what the ticked lessons teach, as PDF or HTML, to be printed."));
    m_report = new QPushButton(tr("Report…"));
    m_report->setObjectName(u"report"_s);
    m_report->setToolTip(tr("Saves what was answered and measured on this computer, with its "
                            "timelines, as PDF or HTML."));
    m_reset = new QPushButton(tr("Reset progress"));
    m_reset->setObjectName(u"resetProgress"_s);
    m_reset->setToolTip(tr("The chosen lesson begins anew. What was kept can be put back."));
    auto* row = new QHBoxLayout;
    row->addWidget(m_answers);
    row->addStretch();
    for (QPushButton* button : {m_reset, m_report, m_save})
        row->addWidget(button);
    for (QAbstractButton* button :
         std::initializer_list<QAbstractButton*>{m_answers, m_reset, m_report, m_save})
        button->setAccessibleDescription(button->toolTip());
    column->addLayout(row);
}

void LessonOverview::connectParts()
{
    connect(m_model, &OverviewModel::tickedChanged, this, &LessonOverview::showAll);
    connect(&m_store, &ProgressStore::changed, this, &LessonOverview::updateReset);
    connect(m_table, &OverviewTable::rowReached, this, &LessonOverview::showAll);
    connect(m_table, &OverviewTable::rowOpened, this, [this](int row) {
        if (const LessonShelf::Entry* const entry = m_model->entry(row))
            Q_EMIT chosen(entry->path);
    });
    connect(m_answers, &QCheckBox::toggled, this, &LessonOverview::showPlan);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        if (const lesson::Lesson* const lesson = current())
            m_desk->reset(*lesson);
    });
    connect(m_report, &QPushButton::clicked, this, [this] {
        if (m_desk->canReport(reported()))
            askForPage(this, tr("Save the Report"), tr("Report.pdf"),
                       [this](const QString& path) { saveReport(path); });
    });
    connect(m_save, &QPushButton::clicked, this, [this] {
        askForPage(this, tr("Save the Plan"), tr("Lessons.pdf"),
                   [this](const QString& path) { savePlan(path); });
    });
}

void LessonOverview::showAll()
{
    showSums();
    showPlan();
    updateReset();
}

void LessonOverview::showPlan()
{
    auto lessons = m_model->ticked();
    if (lessons.empty() && current())
        lessons = {current()};
    if (!lessons.empty())
        m_plan->showPlans(lessons, m_equipment, m_answers->isChecked());
    else
        m_plan->showNone(m_model->rowCount() == 0 ? tr("There is no lesson that can be read.")
                                                  : tr("Go to a lesson to see what it teaches."));
}

void LessonOverview::showSums()
{
    const auto ticked = m_model->ticked();
    const QString all = QLocale().toString(m_model->rowCount());
    m_sums->setText(
        ticked.empty()
            ? tr("%1 lessons, %2 together. Tick those that you want in a plan or a report; without "
                 "a tick it has all.")
                  .arg(all, totalTime(m_model->all()))
            : tr("%1 of %2 lessons are ticked, %3 together.")
                  .arg(QLocale().toString(qulonglong(ticked.size())), all, totalTime(ticked)));
    m_save->setEnabled(m_model->rowCount() > 0);
}

void LessonOverview::updateReset()
{
    const lesson::Lesson* const lesson = current();
    const LessonProgress progress = lesson ? m_store.progressOf(*lesson) : LessonProgress();
    m_reset->setEnabled(progress.isBegun() || !progress.recordings.empty());
}

const lesson::Lesson* LessonOverview::current() const
{
    const LessonShelf::Entry* const entry = m_model->entry(m_table->currentRow());
    return entry && entry->read.lesson ? &*entry->read.lesson : nullptr;
}

std::vector<const lesson::Lesson*> LessonOverview::planned() const
{
    auto lessons = m_model->ticked();
    return lessons.empty() ? m_model->all() : lessons;
}

std::vector<const lesson::Lesson*> LessonOverview::reported() const
{
    auto lessons = m_model->ticked();
    if (!lessons.empty())
        return lessons;
    lessons = m_model->all();
    std::erase_if(lessons, [&](const lesson::Lesson* lesson) {
        return !m_store.progressOf(*lesson).isBegun();
    });
    return lessons;
}

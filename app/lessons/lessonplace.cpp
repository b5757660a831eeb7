#include "app/lessons/lessonplace.h"

#include "app/lessons/lessonlist.h"
#include "app/lessons/lessonoverview.h"
#include "app/lessons/lessonview.h"
#include "app/lessons/nextlesson.h"

#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace {

const QString lockKey = QStringLiteral("lessons/asksBeforeRuns");

}  // namespace

LessonPlace::LessonPlace(LessonSetup setup, QSettings& memory, QWidget* parent)
    : QStackedWidget(parent),
      m_setup(std::move(setup)),
      m_memory(memory),
      m_store(m_setup.progress),
      m_python(memory),
      m_course(m_store)
{
    setObjectName(QStringLiteral("lessonPlace"));
    m_course.setLocking(memory.value(lockKey, true).toBool());
    m_view = new LessonView(pageParts());
    addWidget(m_view);
    takeEquipment();
    connect(m_view, &LessonView::listAsked, this, &LessonPlace::showList);
    connect(&m_python, &InterpreterChoice::changed, this, &LessonPlace::takeEquipment);
    connect(&m_python, &InterpreterChoice::refused, this, &LessonPlace::failed);
    connect(&m_course, &LessonCourse::failed, this, &LessonPlace::failed);
    connect(&m_course, &LessonCourse::lockingChanged, this,
            [this] { m_memory.setValue(lockKey, m_course.isLocking()); });
    connect(&m_store, &ProgressStore::warned, this, &LessonPlace::failed);
}

LessonPlace::~LessonPlace()
{
    // They borrow the shelf and the store, which go before the children.
    delete m_list;
    delete m_overview;
}

LessonShelf& LessonPlace::shelf()
{
    if (!m_shelf) {
        m_shelf = std::make_unique<LessonShelf>(m_setup.folders, m_memory);
        connect(m_shelf.get(), &LessonShelf::changed, this, &LessonPlace::followFiles);
    }
    return *m_shelf;
}

LessonOverview* LessonPlace::overview()
{
    if (!m_overview) {
        m_overview = new LessonOverview(shelf(), m_store, m_setup.equipment);
        connect(m_overview, &LessonOverview::chosen, this, &LessonPlace::open);
        m_overview->setCurrent(lessonToGoOnWith(*m_shelf, m_store));
    }
    return m_overview;
}

void LessonPlace::openNamed(const QString& name)
{
    const auto* const entry = shelf().named(name.toStdString());
    if (entry)
        return open(QString(entry->path));
    showList();
    Q_EMIT failed(tr("There is no lesson “%1”.").arg(name));
}

void LessonPlace::openFile(const QString& path)
{
    if (auto added = shelf().add(path); !added)
        return Q_EMIT failed(QString::fromStdString(added.error().message));
    open(path);
}

void LessonPlace::run()
{
    if (const auto* const experiment = nextExperiment())
        Q_EMIT m_actions.runAsked(QString::fromStdString(experiment->name));
}

bool LessonPlace::canRun() const
{
    return obstacle().isEmpty();
}

QString LessonPlace::obstacle() const
{
    if (!m_course.isOpen())
        return tr("Open a lesson first.");
    const auto* const experiment = nextExperiment();
    if (!experiment)
        return tr("There is nothing to run on this page.");
    return m_course.lockText(*experiment);
}

QString LessonPlace::askedProgram() const
{
    const auto* const experiment = nextExperiment();
    const auto* const program =
        experiment ? std::get_if<lesson::ObservedProgram>(&experiment->how) : nullptr;
    const bool isAsked = program && m_course.isAllowed(experiment->name) &&
                         !m_course.isMeasured(experiment->name) && m_course.running().empty();
    return isAsked ? QFileInfo(QString::fromStdString(program->file)).fileName() : QString();
}

void LessonPlace::showList()
{
    ensureList();
    if (m_course.isOpen()) {
        const QString file = m_course.file();
        m_course.close();
        offer(lessonToGoOnWith(shelf(), m_store, file));
    }
    setCurrentWidget(m_list);
    m_list->setFocus();
}

void LessonPlace::back()
{
    if (m_course.isOpen())
        m_view->back();
}

void LessonPlace::next()
{
    if (m_course.isOpen())
        m_view->next();
}

void LessonPlace::showEvent(QShowEvent* event)
{
    ensureList();
    if (!m_course.isOpen())
        setCurrentWidget(m_list);
    QStackedWidget::showEvent(event);
}

void LessonPlace::open(const QString& path)
{
    ensureList();
    const auto* const entry = shelf().find(path);
    if (!entry || !entry->read.lesson) {
        m_list->setCurrent(path);
        setCurrentWidget(m_list);
        return;
    }
    m_course.open(entry->read);
    setCurrentWidget(m_view);
    m_view->setFocus();
}

void LessonPlace::ensureList()
{
    if (m_list)
        return;
    m_list = new LessonList(shelf(), m_store);
    insertWidget(0, m_list);
    connect(m_list, &LessonList::chosen, this, &LessonPlace::open);
    connect(m_list, &LessonList::failed, this, &LessonPlace::failed);
    offer(lessonToGoOnWith(shelf(), m_store));
}

void LessonPlace::offer(const QString& path)
{
    m_list->setCurrent(path);
    if (m_overview)
        m_overview->setCurrent(path);
}

void LessonPlace::takeEquipment()
{
    const auto& interpreter = m_python.interpreter();
    m_setup.equipment.hasPython = interpreter.has_value();
    m_setup.equipment.hasInterpreterLock = !interpreter || interpreter->hasLock;
    m_course.setEquipment(m_setup.equipment);
    if (m_overview)
        m_overview->setEquipment(m_setup.equipment);
}

void LessonPlace::followFiles()
{
    if (!m_course.isOpen())
        return;
    const auto* const entry = m_shelf->find(m_course.file());
    if (!entry)
        return;  // it goes on as it was read
    if (entry->read.lesson)
        m_course.reload(entry->read);
    else if (!entry->read.problems.empty())
        Q_EMIT failed(
            QString::fromStdString(textOf(entry->read.problems.front(), entry->read.file)));
}

const lesson::Experiment* LessonPlace::nextExperiment() const
{
    if (!m_course.isOpen())
        return nullptr;
    const auto experiments = m_course.experiments();
    const auto canRunHere = [this](const lesson::Experiment* each) {
        return m_course.lackOf(*each).isEmpty();
    };
    const auto fresh = std::ranges::find_if(experiments, [&](const lesson::Experiment* each) {
        return canRunHere(each) && !m_course.isMeasured(each->name);
    });
    if (fresh != experiments.end())
        return *fresh;
    // All were run: the one after the last, so that each has its turn.
    const auto last = std::ranges::find(experiments, m_course.lastRun(), &lesson::Experiment::name);
    const auto after =
        last == experiments.end() ? last : std::find_if(last + 1, experiments.end(), canRunHere);
    const auto any =
        after != experiments.end() ? after : std::ranges::find_if(experiments, canRunHere);
    return any == experiments.end() ? nullptr : *any;
}

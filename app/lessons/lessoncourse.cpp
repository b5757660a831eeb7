#include "app/lessons/lessoncourse.h"

#include "app/lessons/answergrading.h"
#include "app/lessons/coursepages.h"
#include "app/lessons/figurewords.h"
#include "app/lessons/progressstore.h"
#include "core/lesson/judging.h"
#include "core/storage/recordingfile.h"

#include <QFileInfo>

#include <algorithm>

namespace {

constexpr std::chrono::milliseconds pauseBeforeKeeping{300};

}  // namespace

LessonCourse::LessonCourse(ProgressStore& store, QObject* parent) : QObject(parent), m_store(store)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(pauseBeforeKeeping);
    connect(&m_soon, &QTimer::timeout, this, &LessonCourse::keep);
}

LessonCourse::~LessonCourse()
{
    keepWhatIsLeft();
}

void LessonCourse::setEquipment(const lesson::Equipment& equipment)
{
    m_equipment = equipment;
    m_judged.clear();
    Q_EMIT equipmentChanged();
}

void LessonCourse::setLocking(bool isLocking)
{
    m_isLocking = isLocking;
    Q_EMIT lockingChanged();
}

void LessonCourse::setForClass(bool isForClass)
{
    m_isForClass = isForClass;
    Q_EMIT lockingChanged();
}

void LessonCourse::open(const lesson::ReadLesson& read)
{
    keepWhatIsLeft();
    take(read);
    m_allowed.clear();
    m_lastRun.clear();
    m_progress = m_store.progressOf(*m_lesson);
    const auto step = static_cast<std::size_t>(std::max(0, m_progress.step));
    m_page = m_progress.isBegun() ? std::min(step + introductions(), m_pages.size() - 1) : 0;
    if (m_progress.isFinished())
        m_page = 0;
    readRecordings();
    Q_EMIT opened();
}

void LessonCourse::reload(const lesson::ReadLesson& read)
{
    take(read);
    m_allowed.clear();  // the program may be another one now
    m_page = std::min(m_page, m_pages.size() - 1);
    Q_EMIT reloaded();
}

void LessonCourse::close()
{
    keepWhatIsLeft();
    m_pages.clear();
    m_lesson.reset();
    m_measured.clear();
    m_judged.clear();
    m_progress = {};
    m_file.clear();
    m_page = 0;
    Q_EMIT closed();
}

void LessonCourse::startAgain()
{
    keepWhatIsLeft();
    if (auto done = m_store.reset(m_lesson->name); !done)
        return Q_EMIT failed(QString::fromStdString(done.error().message));
    m_progress = {};
    m_measured.clear();
    m_judged.clear();
    m_page = 0;
    Q_EMIT opened();
}

const lesson::Experiment* LessonCourse::experimentNamed(const QString& name) const
{
    return isOpen() ? lesson::experimentNamed(*m_lesson, name.toStdString()) : nullptr;
}

QString LessonCourse::folder() const
{
    return QFileInfo(m_file).absolutePath();
}

void LessonCourse::goTo(std::size_t page)
{
    m_page = std::min(page, m_pages.size() - 1);
    m_progress.step = static_cast<int>(m_page - std::min(m_page, introductions()));
    if (m_page + 1 == m_pages.size() && !m_progress.isFinished())
        m_progress.finished = QDateTime::currentDateTime();
    m_soon.start();
    Q_EMIT pageChanged();
}

const Answer& LessonCourse::answerTo(const std::string& question) const
{
    static const Answer none;
    const auto found = m_progress.answers.find(question);
    return found == m_progress.answers.end() ? none : found->second;
}

void LessonCourse::setAnswer(const std::string& question, const Answer& answer)
{
    if (answerTo(question) == answer)
        return;
    m_progress.answers[question] = answer;
    keep();
    Q_EMIT answered(QString::fromStdString(question));
}

bool LessonCourse::isMade(const lesson::Prediction& prediction) const
{
    const Answer& answer = answerTo(prediction.name);
    if (std::ranges::any_of(answer.votes, [](int votes) { return votes > 0; }))
        return true;  // the class has voted
    return answer.isGiven() && (answer.confidence || !prediction.asksConfidence || m_isForClass);
}

const lesson::Prediction* LessonCourse::lockOn(const lesson::Experiment& experiment) const
{
    if (!m_isLocking || isMeasured(experiment.name))
        return nullptr;
    const auto locks = lesson::locksOf(*m_lesson, experiment);
    const auto open = std::ranges::find_if(
        locks, [this](const lesson::Prediction* each) { return !isMade(*each); });
    return open == locks.end() ? nullptr : *open;
}

QString LessonCourse::lockText(const lesson::Experiment& experiment) const
{
    const lesson::Prediction* const lock = lockOn(experiment);
    if (!lock)
        return {};
    const bool isAnswered = answerTo(lock->name).isGiven();
    const QString text = isAnswered ? tr("Say how sure you are: “%1”") : tr("Predict first: “%1”");
    return text.arg(QString::fromStdString(lock->question));
}

QString LessonCourse::lackOf(const lesson::Experiment& experiment) const
{
    const bool isProgram = std::holds_alternative<lesson::ObservedProgram>(experiment.how);
    if (!isProgram && lesson::plannedRuns(experiment, m_equipment.machine).empty())
        return tr("it has too few cores.");
    const std::string own = lesson::lackOf(lesson::needsOf(experiment), m_equipment);
    return QString::fromStdString(own.empty() ? lesson::lackOf(m_lesson->needs, m_equipment) : own);
}

void LessonCourse::takeMeasured(const std::string& experiment, const Comparison& runs)
{
    m_measured[experiment] = runs;
    forgetJudged(experiment);
    noteResults();
    keep();
    Q_EMIT measured(QString::fromStdString(experiment));
}

bool LessonCourse::isMeasured(const std::string& experiment) const
{
    return m_measured.contains(experiment);
}

void LessonCourse::setRunning(const std::string& experiment)
{
    m_running = experiment;
    if (!experiment.empty())
        m_lastRun = experiment;
    Q_EMIT runningChanged();
}

QString LessonCourse::recordingOf(const std::string& experiment) const
{
    return m_store.recordingOf(m_lesson->name, experiment);
}

void LessonCourse::ask(const std::string& experiment)
{
    m_allowed.insert(experiment);
    Q_EMIT runningChanged();
}

std::vector<const lesson::Experiment*> LessonCourse::askedIn(const lesson::Block& block) const
{
    auto asked = lesson::experimentsOf(*m_lesson, block);
    if (!asked.empty() || !std::holds_alternative<lesson::Observation>(block))
        return asked;
    return declaredUntil(m_pages, m_page);  // what was seen was seen of something
}

bool LessonCourse::isKnown(const lesson::Block& block) const
{
    return std::ranges::all_of(askedIn(block), [this](const lesson::Experiment* each) {
        return isMeasured(each->name) || !lackOf(*each).isEmpty();
    });
}

Known LessonCourse::known() const
{
    return {*m_lesson, m_progress, m_measured, m_equipment,
            [this](const lesson::Check& check) { return judged(check).outcome; }};
}

const lesson::Judged& LessonCourse::judged(const lesson::Check& check) const
{
    const auto [judged, isNew] = m_judged.try_emplace(check.name);
    if (isNew)
        judged->second =
            inWords(lesson::examine(check, *m_lesson, m_measured, m_equipment), check, *m_lesson);
    return judged->second;
}

QString LessonCourse::whereText() const
{
    return ::whereText(*m_lesson, m_page);
}

QString LessonCourse::question() const
{
    return questionOn(m_pages[m_page]);
}

std::vector<const lesson::Experiment*> LessonCourse::experiments() const
{
    const lesson::Page& page = m_pages[m_page];
    auto found = lesson::experimentsOn(*m_lesson, page);
    if (!found.empty() || hasBlock<lesson::Prediction>(page))
        return found;
    found = declaredUntil(m_pages, m_page);
    // Who only reads is not asked to predict here; who looks back is told what is missing.
    if (!hasBlock<lesson::Observation>(page))
        std::erase_if(found, [this](const auto* each) { return lockOn(*each) != nullptr; });
    return found;
}

void LessonCourse::take(const lesson::ReadLesson& read)
{
    m_pages.clear();
    m_judged.clear();
    m_lesson = std::make_unique<const lesson::Lesson>(*read.lesson);
    m_pages = lesson::pagesOf(*m_lesson);
    m_file = QFileInfo(QString::fromStdString(read.file)).absoluteFilePath();
}

std::size_t LessonCourse::introductions() const
{
    return m_pages.size() - m_lesson->steps.size();
}

void LessonCourse::readRecordings()
{
    m_measured.clear();
    m_judged.clear();
    for (const auto& [experiment, file] : m_progress.recordings) {
        auto opened = readRecording(file);
        if (opened)
            m_measured[experiment] = std::move(opened->comparison);
        else
            Q_EMIT failed(QString::fromStdString(opened.error().message));
    }
}

void LessonCourse::noteResults()
{
    lesson::forEach<lesson::Check>(*m_lesson, [this](const lesson::Check& check) {
        if (isKnown(check))
            m_progress.results[check.name] = judged(check);
    });
}

void LessonCourse::forgetJudged(const std::string& experiment)
{
    lesson::forEach<lesson::Check>(*m_lesson, [&](const lesson::Check& check) {
        const auto asked = lesson::experimentsOf(*m_lesson, lesson::Block(check));
        if (std::ranges::find(asked, experiment, &lesson::Experiment::name) != asked.end())
            m_judged.erase(check.name);
    });
}

void LessonCourse::keepWhatIsLeft()
{
    if (m_soon.isActive())
        keep();
}

void LessonCourse::keep()
{
    m_soon.stop();
    if (auto kept = m_store.keep(*m_lesson, m_progress); !kept)
        Q_EMIT failed(QString::fromStdString(kept.error().message));
    else if (!m_progress.isBegun())
        m_progress.begun = QDateTime::currentDateTime();
}

#pragma once

#include "app/lessons/lessonprogress.h"
#include "core/lesson/flow.h"
#include "core/lesson/lessonreader.h"
#include "core/lesson/measurement.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>
#include <set>

class ProgressStore;
struct Known;

/// The lesson that somebody takes: where one is, what was answered, what was measured, and what is
/// therefore known. What changes is kept at once.
class LessonCourse : public QObject {
    Q_OBJECT

public:
    /// `store` is borrowed and outlives the course.
    explicit LessonCourse(ProgressStore& store, QObject* parent = nullptr);
    ~LessonCourse() override;

    /// What this machine has; claims are judged by it.
    void setEquipment(const lesson::Equipment& equipment);
    [[nodiscard]] const lesson::Equipment& equipment() const noexcept { return m_equipment; }
    /// Whether runs wait for predictions, as lessons say (the default), or never.
    void setLocking(bool isLocking);
    [[nodiscard]] bool isLocking() const noexcept { return m_isLocking; }

    /// A class answers: nobody says how sure they are.
    void setForClass(bool isForClass);

    /// Goes on with the lesson where it was left. Requires one that could be read.
    void open(const lesson::ReadLesson& read);
    /// The same lesson has been edited: page, answers and measurements stay as far as they fit.
    void reload(const lesson::ReadLesson& read);
    void close();
    /// Forgets what was answered and measured. It can be put back from the overview.
    void startAgain();

    [[nodiscard]] bool isOpen() const noexcept { return m_lesson != nullptr; }
    /// What follows requires a lesson that is open.
    [[nodiscard]] const lesson::Lesson& lesson() const noexcept { return *m_lesson; }
    /// Null if there is none, or no lesson.
    [[nodiscard]] const lesson::Experiment* experimentNamed(const QString& name) const;
    [[nodiscard]] const QString& file() const noexcept { return m_file; }
    /// Where the files are that the lesson names.
    [[nodiscard]] QString folder() const;

    [[nodiscard]] const std::vector<lesson::Page>& pages() const noexcept { return m_pages; }
    [[nodiscard]] std::size_t page() const noexcept { return m_page; }
    void goTo(std::size_t page);

    [[nodiscard]] const Answer& answerTo(const std::string& question) const;
    void setAnswer(const std::string& question, const Answer& answer);
    /// Whether it is given, with how sure one is where that is asked.
    [[nodiscard]] bool isMade(const lesson::Prediction& prediction) const;
    /// The first prediction that is to be made before the experiment is run; null if none is.
    [[nodiscard]] const lesson::Prediction* lockOn(const lesson::Experiment& experiment) const;
    /// What is to be done about it, for the learner; empty if nothing is.
    [[nodiscard]] QString lockText(const lesson::Experiment& experiment) const;

    /// Why this machine cannot run the experiment, to follow "cannot run it: "; empty if it can.
    [[nodiscard]] QString lackOf(const lesson::Experiment& experiment) const;

    /// All runs of an experiment, with every repeat.
    void takeMeasured(const std::string& experiment, const Comparison& runs);
    [[nodiscard]] bool isMeasured(const std::string& experiment) const;
    /// The experiment whose runs go on; empty for none.
    void setRunning(const std::string& experiment);
    [[nodiscard]] const std::string& running() const noexcept { return m_running; }
    /// The experiment that was run last since the lesson is open; empty for none.
    [[nodiscard]] const std::string& lastRun() const noexcept { return m_lastRun; }
    [[nodiscard]] const lesson::Measurements& measurements() const noexcept { return m_measured; }
    /// Where the runs of an experiment are kept.
    [[nodiscard]] QString recordingOf(const std::string& experiment) const;
    /// A program of the lesson's own is only run once the user has seen it and says so: `ask` shows
    /// that this was asked, and the next time it is allowed.
    void ask(const std::string& experiment);
    [[nodiscard]] bool isAllowed(const std::string& experiment) const
    {
        return m_allowed.contains(experiment);
    }
    /// By which answers are graded. Refers to what this object holds.
    [[nodiscard]] Known known() const;
    /// Whether everything that the block asks about was measured, and so may be told.
    [[nodiscard]] bool isKnown(const lesson::Block& block) const;
    /// What became of a claim, in the words of figurewords.h. Judged once, and again only after
    /// another run of what it speaks of: this looks at every recording. The reference is good until
    /// then.
    [[nodiscard]] const lesson::Judged& judged(const lesson::Check& check) const;

    /// What the page asks; its title where it asks nothing.
    [[nodiscard]] QString question() const;

    /// "Waiting together · 3 of 8"
    [[nodiscard]] QString whereText() const;

    /// The experiments that a block asks about; all so far where it asks what was seen of nothing
    /// in particular.
    [[nodiscard]] std::vector<const lesson::Experiment*> askedIn(const lesson::Block& block) const;

    /// The experiments that can be run from the page: those that it is about; where it is about
    /// none, all so far that no prediction locks.
    [[nodiscard]] std::vector<const lesson::Experiment*> experiments() const;

Q_SIGNALS:
    void opened();
    void reloaded();
    void closed();
    void pageChanged();
    void equipmentChanged();
    void answered(const QString& question);
    void measured(const QString& experiment);
    void lockingChanged();
    void runningChanged();
    void failed(const QString& message);

private:
    void take(const lesson::ReadLesson& read);
    void readRecordings();
    /// How many pages come before the first step.
    [[nodiscard]] std::size_t introductions() const;
    void noteResults();
    /// Forgets what became of the claims that speak of this experiment.
    void forgetJudged(const std::string& experiment);
    void keep();
    void keepWhatIsLeft();

    ProgressStore& m_store;
    lesson::Equipment m_equipment;
    std::unique_ptr<const lesson::Lesson> m_lesson;
    std::vector<lesson::Page> m_pages;  ///< they point into the lesson
    QString m_file;
    std::size_t m_page = 0;
    LessonProgress m_progress;
    lesson::Measurements m_measured;
    mutable std::map<std::string, lesson::Judged> m_judged;  ///< by the claim's name
    std::string m_running;
    std::string m_lastRun;
    std::set<std::string> m_allowed;
    QTimer m_soon;  ///< until the page is kept: it need not be at once, and disks are slow
    bool m_isLocking = true;
    bool m_isForClass = false;
};

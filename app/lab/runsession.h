#pragma once

#include "app/lab/earlierruns.h"
#include "app/lab/runoutcome.h"
#include "app/lab/streamspool.h"
#include "core/model/comparisonbuilder.h"
#include "core/storage/streamreader.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

/// Which start of a session something belongs to; what comes from an older one is dropped.
enum class Generation : quint32 {};

/// Runs coreogram-run as a child process and builds the comparison from its stream as it arrives.
/// Each start() ends in one `finished`, unless the run is abandoned.
/// GUI thread only. Destroying it leaves no process behind.
class RunSession : public QObject {
    Q_OBJECT

public:
    /// What is recorded is kept in `earlier`, besides being shown.
    explicit RunSession(QString runner, EarlierRuns earlier = EarlierRuns({}),
                        QObject* parent = nullptr);
    ~RunSession() override;

    /// Ends a run that still goes on. What was recorded before is dropped once the new runner has
    /// `started`, and kept where it cannot be.
    void start(const RunnerCall& call);

    /// Asks the runner to stop; kills it and its workers if it does not within half a second.
    void stop();

    /// Ends a run that goes on at once, and takes nothing more from it. No `finished` follows.
    void abandon();

    [[nodiscard]] bool isRunning() const noexcept { return m_runner != nullptr; }
    [[nodiscard]] bool isStopping() const noexcept { return m_isStopping; }
    [[nodiscard]] qint64 runnerPid() const;
    [[nodiscard]] QString runner() const { return m_runnerPath; }
    [[nodiscard]] const EarlierRuns& earlier() const noexcept { return m_earlier; }

    /// What was recorded so far of the runs that are shown; the object stays the same, its content
    /// until the next `started`.
    [[nodiscard]] const Comparison& comparison() const;

    /// The same of all runs, those that only count too.
    [[nodiscard]] const Comparison& measured() const;

    /// Saves the stream as it arrived, byte for byte, with `bookmarks` in it. The error says why it
    /// could not be.
    [[nodiscard]] Result<void> save(const QString& path,
                                    const std::vector<Bookmark>& bookmarks = {}) const;

Q_SIGNALS:
    void
    dropping();  ///< what was recorded before, for a new run: it can be saved for the last time
    void started();
    void eventsBegan();  ///< the first events of the stream have arrived
    void changed();      ///< the comparison has grown; about 33 times a second while a run goes on
    void programWrote(const QByteArray& bytes);  ///< the one that is observed
    void failed(const QString& message);         ///< something went wrong, in words for the user
    void finished(RunOutcome outcome);

private:
    void launch(const RunnerCall& call);
    void begin(Generation generation, const RunnerCall& call);
    void take(Generation generation, const QByteArray& bytes);
    void passOn(Generation generation, const QByteArray& bytes);
    void readFrames();
    [[nodiscard]] Result<void> add(const Frame& frame);
    void noteEvents(const Frame& frame);
    void breakOff(qint64 lastGood, const Error& error);
    void end(Generation generation, const RunnerEnd& how);
    [[nodiscard]] RunReport reportOn(const RunnerEnd& how) const;
    void announceChange();
    void announceLateChange();

    const QString m_runnerPath;
    const EarlierRuns m_earlier;
    Generation m_generation{};
    RunnerProcess* m_runner = nullptr;  ///< a child of ours; null while nothing runs
    StreamReader m_reader;
    ComparisonBuilder m_builder;                 ///< of what is shown
    std::optional<ComparisonBuilder> m_counted;  ///< of all, where not all is shown
    int m_shownRuns = 0;                         ///< as in the call
    std::unique_ptr<StreamSpool> m_spool;
    QTimer m_pause;  ///< between two changes
    bool m_hasUnannounced = false;
    bool m_hasEvents = false;
    bool m_isBroken = false;
    bool m_isStopping = false;
};

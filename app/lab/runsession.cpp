#include "app/lab/runsession.h"

#include <QFileInfo>

#include <chrono>

namespace {

/// Shorter than the runner's own between what it tells, so that each of it is shown.
constexpr std::chrono::milliseconds pauseBetweenChanges{25};

}  // namespace

RunSession::RunSession(QString runner, EarlierRuns earlier, QObject* parent)
    : QObject(parent),
      m_runnerPath(std::move(runner)),
      m_earlier(std::move(earlier)),
      m_spool(std::make_unique<StreamSpool>())
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseBetweenChanges);
    connect(&m_pause, &QTimer::timeout, this, &RunSession::announceLateChange);
}

RunSession::~RunSession()
{
    delete m_runner;
}

void RunSession::start(const RunnerCall& call)
{
    abandon();
    launch(call);
}

void RunSession::stop()
{
    if (!m_runner)
        return;
    m_isStopping = true;
    m_runner->stop();
}

void RunSession::abandon()
{
    m_generation = static_cast<Generation>(static_cast<quint32>(m_generation) + 1);
    if (!m_runner)
        return;
    m_runner->kill();
    m_runner->deleteLater();
    m_runner = nullptr;
    m_isStopping = false;
}

qint64 RunSession::runnerPid() const
{
    return m_runner ? m_runner->pid() : 0;
}

const Comparison& RunSession::comparison() const
{
    return m_builder.comparison();
}

const Comparison& RunSession::measured() const
{
    return m_counted ? m_counted->comparison() : m_builder.comparison();
}

Result<void> RunSession::save(const QString& path, const std::vector<Bookmark>& bookmarks) const
{
    return m_spool->save(path, bookmarks);
}

void RunSession::launch(const RunnerCall& call)
{
    const Generation generation = m_generation;
    m_runner = new RunnerProcess(this);
    connect(m_runner, &RunnerProcess::started, this, [=, this] { begin(generation, call); });
    connect(m_runner, &RunnerProcess::wrote, this,
            [=, this](const QByteArray& bytes) { take(generation, bytes); });
    connect(m_runner, &RunnerProcess::ended, this,
            [=, this](const RunnerEnd& how) { end(generation, how); });
    if (call.speaker == RunnerCall::Speaker::Program)
        connect(m_runner, &RunnerProcess::complained, this,
                [=, this](const QByteArray& bytes) { passOn(generation, bytes); });
    m_runner->start(m_runnerPath, call);
}

void RunSession::begin(Generation generation, const RunnerCall& call)
{
    if (generation != m_generation)
        return;
    Q_EMIT dropping();
    m_reader = StreamReader();
    m_builder = ComparisonBuilder();
    m_builder.setNames(call.names);
    m_shownRuns = call.shownRuns;
    m_counted.reset();
    if (m_shownRuns > 0)
        m_counted.emplace();
    m_spool = std::make_unique<StreamSpool>(m_earlier.next());
    m_pause.stop();
    m_hasUnannounced = false;
    m_hasEvents = false;
    m_isBroken = false;
    Q_EMIT started();
}

void RunSession::take(Generation generation, const QByteArray& bytes)
{
    if (generation != m_generation || m_isBroken)
        return;
    const auto kept = m_spool->append(bytes);
    m_reader.feed(bytes);
    readFrames();
    announceChange();
    if (!kept)
        Q_EMIT failed(QString::fromStdString(kept.error().message));
}

void RunSession::passOn(Generation generation, const QByteArray& bytes)
{
    if (generation == m_generation)
        Q_EMIT programWrote(bytes);
}

void RunSession::readFrames()
{
    while (!m_isBroken) {
        const qint64 before = m_reader.offset();
        const auto frame = m_reader.next();
        if (!frame)
            return breakOff(before, frame.error());
        if (!*frame)
            return;
        if (const auto added = add(**frame); !added)
            return breakOff(before, {"at byte " + std::to_string(m_reader.frameOffset()) + ": " +
                                     added.error().message});
        noteEvents(**frame);
    }
}

Result<void> RunSession::add(const Frame& frame)
{
    if (m_counted) {
        if (auto counted = m_counted->add(frame); !counted)
            return counted;
        if (const auto run = runOf(frame); run && static_cast<int>(number(*run)) >= m_shownRuns)
            return {};
    }
    return m_builder.add(frame);
}

void RunSession::noteEvents(const Frame& frame)
{
    const auto* batch = std::get_if<EventBatch>(&frame);
    if (m_hasEvents || !batch || batch->events.empty())
        return;
    m_hasEvents = true;
    m_pause.stop();  // the first picture does not wait
    Q_EMIT eventsBegan();
}

void RunSession::breakOff(qint64 lastGood, const Error& error)
{
    m_isBroken = true;
    m_runner->kill();
    const auto cut = m_spool->cutAt(lastGood);
    Q_EMIT failed(
        tr("What %1 sends cannot be read, so the run was ended: %2. What it recorded "
           "before is kept.")
            .arg(QFileInfo(m_runnerPath).fileName(), QString::fromStdString(error.message)));
    if (!cut)
        Q_EMIT failed(QString::fromStdString(cut.error().message));
}

void RunSession::end(Generation generation, const RunnerEnd& how)
{
    if (generation != m_generation)
        return;
    const RunReport report = reportOn(how);
    const bool hasStarted = how.how != RunnerEnd::How::NotStarted;
    m_runner->deleteLater();
    m_runner = nullptr;
    m_pause.stop();
    m_hasUnannounced = false;
    m_isStopping = false;
    if (hasStarted)
        Q_EMIT changed();
    if (!report.message.isEmpty())
        Q_EMIT failed(report.message);
    Q_EMIT finished(report.outcome);
}

RunReport RunSession::reportOn(const RunnerEnd& how) const
{
    const auto stream = m_isBroken              ? StreamState::Broken
                        : measured().isComplete ? StreamState::Whole
                                                : StreamState::CutOff;
    RunEnding ending{.end = how,
                     .runner = m_runnerPath,
                     .complaints = m_runner->complaints(),
                     .stream = stream,
                     .failures = failuresOf(measured()),
                     .areFailuresMeasured = m_shownRuns > 0,
                     .wasAskedToStop = m_isStopping,
                     .observed = {}};
    const auto& runs = measured().runs;
    if (!runs.empty() && runs.back().start.isObserved())
        ending.observed = runs.back().summary;
    return reportOf(ending);
}

void RunSession::announceChange()
{
    if (m_pause.isActive()) {
        m_hasUnannounced = true;
        return;
    }
    m_hasUnannounced = false;
    m_pause.start();
    Q_EMIT changed();
}

void RunSession::announceLateChange()
{
    if (m_hasUnannounced)
        announceChange();
}

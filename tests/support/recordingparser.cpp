#include "tests/support/recordingparser.h"

#include "tests/support/timetext.h"

#include <algorithm>

namespace {

std::optional<WaitReason> reasonNamed(std::string_view name)
{
    for (int i = 0; i < waitReasonCount; ++i) {
        if (nameOf(static_cast<WaitReason>(i)) == name)
            return static_cast<WaitReason>(i);
    }
    return std::nullopt;
}

Nanoseconds timeFrom(std::string_view text)
{
    return testOrigin + lengthFrom(text);
}

TimeRange rangeFrom(const std::string& text)
{
    const auto ends = split(text, "-");
    if (ends.size() != 2)
        badTestText("no interval such as 0-10", text);
    return {timeFrom(ends[0]), timeFrom(ends[1])};
}

std::int16_t coreFrom(const std::string& when)
{
    const auto at = when.find('@');
    return at == std::string::npos ? std::int16_t{-1}
                                   : static_cast<std::int16_t>(std::stoi(when.substr(at + 1)));
}

Outcome outcomeNamed(const std::string& name)
{
    for (const auto outcome : {Outcome::Done, Outcome::Failed, Outcome::Cancelled}) {
        if (nameOf(outcome) == name)
            return outcome;
    }
    badTestText("no outcome", name);
}

}  // namespace

void parseWork(std::string_view text, TaskId& task, PartId& part)
{
    const auto numbers = split(text, "T.");
    if (text.empty() || text.front() != 'T' || numbers.empty() || numbers.size() > 2)
        badTestText("no task such as T1 or T1.0", text);
    task = static_cast<TaskId>(std::stoul(numbers[0]));
    part = static_cast<PartId>(numbers.size() == 2 ? std::stoul(numbers[1]) : 0);
}

HeldLock heldLockNamed(std::string_view text)
{
    const auto numbers = split(text, "T");
    if (numbers.size() != 2)
        badTestText("no lock and holder such as 3T2", text);
    return {static_cast<std::uint16_t>(std::stoul(numbers[0])),
            static_cast<TaskId>(std::stoul(numbers[1]))};
}

RecordingParser::RecordingParser()
{
    m_recording.start.origin = testOrigin;
    m_recording.knownUntil = testOrigin;
    m_recording.summary.end = RunEnd::Done;
}

void RecordingParser::parseLine(const std::string& line)
{
    const auto words = split(line, " ");
    if (words.empty())
        return;
    if (words[0].front() == 'W')
        return parseWorker(line);
    if (words[0].front() == 'S')
        return parseSuspensions(line);
    if (words[0].front() != 'T')
        return parseOption(words[0], words.size() == 2 ? words[1] : std::string());
    std::ranges::for_each(words, [this](const std::string& word) { parseTask(word); });
}

void RecordingParser::parseTask(const std::string& entry)
{
    const auto open = entry.find('[');
    const auto close = entry.find(']');
    if (open == std::string::npos || close == std::string::npos)
        badTestText("no task such as T1[0-10]", entry);
    TaskId id{};
    PartId none{};
    parseWork(entry.substr(0, open), id, none);
    Task& found = task(id);
    const std::string when = entry.substr(open + 1, close - open - 1);
    const auto ends = split(when, "-");
    if (!ends.empty())
        found.start = timeFrom(ends[0]);
    if (ends.size() == 2) {
        found.stop = timeFrom(ends[1]);
        const std::string outcome = entry.substr(close + 1);
        found.outcome = outcome.empty() ? Outcome::Done : outcomeNamed(outcome);
    }
}

void RecordingParser::parseOption(const std::string& name, const std::string& value)
{
    if (name == "observed")
        m_recording.start.command = {"program"};
    else if (name == "known")
        m_recording.knownUntil = timeFrom(value);
    else if (const auto kind = workerKindNamed(value); name == "with" && kind)
        m_recording.start.plan.with = *kind;
    else if (name == "lost")
        m_recording.summary.lostRecords = std::stoull(value);
    else if (const auto evidence = evidenceNamed(value); name == "evidence" && evidence)
        m_recording.start.evidence = *evidence;
    else
        badTestText("no such line", name);
}

void RecordingParser::parseWorker(const std::string& line)
{
    const auto words = split(line, " :");
    Worker worker;
    worker.id = static_cast<WorkerId>(m_recording.workers.size() + 1);
    if (words[0] != "W" + std::to_string(number(worker.id)))
        badTestText("not the next worker", words[0]);
    m_work = {};
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (words[i] == "-")
            m_work = {}, m_endsPart = true;
        else if (words[i].front() == 'T')
            parseWork(words[i], m_work.task, m_work.part);
        else if (i + 1 < words.size())
            parseInterval(worker, words[i], words[i + 1]), ++i;
        else
            badTestText("an interval is missing", line);
    }
    m_recording.workers.push_back(std::move(worker));
}

/// "S: T1 io 5-20 ready 20-": the last has not ended.
void RecordingParser::parseSuspensions(const std::string& line)
{
    const auto words = split(line, " :");
    Work work;
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (words[i].front() == 'T') {
            parseWork(words[i], work.task, work.part);
            continue;
        }
        const auto reason = reasonNamed(words[i]);
        if (!reason || i + 1 == words.size())
            badTestText("no suspension such as io 5-20", line);
        const auto ends = split(words[++i], "-");
        Suspension suspension{timeFrom(ends[0]), {}, work.part, *reason};
        if (ends.size() == 2)
            suspension.end = timeFrom(ends[1]);
        task(work.task).suspensions.push_back(suspension);
    }
}

void RecordingParser::parseInterval(Worker& worker, const std::string& what,
                                    const std::string& when)
{
    const TimeRange range = rangeFrom(when.substr(0, when.find_first_of("@#")));
    const auto held = when.find('#');
    const auto reason = reasonNamed(what);
    if (reason)
        worker.waits.push_back(
            {range.start, range.end, m_work.task, m_work.part, *reason,
             held == std::string::npos ? HeldLock{} : heldLockNamed(when.substr(held + 1))});
    else if (what == "unseen")
        worker.unseen.push_back(range);
    else if (what == "run")
        worker.slices.push_back({range.start, range.end, m_work.task, m_work.part, coreFrom(when)});
    else
        badTestText("neither run nor a wait", what);
    if (!worker.stop)
        worker.start = range.start;
    worker.stop = range.end;
    if (m_work.task != TaskId::None)
        growPart(worker, range);
}

void RecordingParser::growPart(Worker& worker, TimeRange range)
{
    const bool goesOn = !m_endsPart && !worker.parts.empty() &&
                        worker.parts.back().task == m_work.task &&
                        worker.parts.back().part == m_work.part;
    if (!goesOn)
        worker.parts.push_back({range.start, range.end, m_work.task, m_work.part});
    worker.parts.back().end = range.end;
    m_endsPart = false;
    auto& workers = task(m_work.task).workers;
    if (std::ranges::find(workers, worker.id) == workers.end())
        workers.push_back(worker.id);
}

Task& RecordingParser::task(TaskId id)
{
    auto& tasks = m_recording.tasks;
    while (tasks.size() < number(id)) {
        tasks.emplace_back();
        tasks.back().id = static_cast<TaskId>(tasks.size());
    }
    return tasks[number(id) - 1];
}

Recording RecordingParser::finish()
{
    std::vector<bool> isGiven;
    for (const Task& known : m_recording.tasks)
        isGiven.push_back(known.start.has_value());
    for (const Worker& worker : m_recording.workers) {
        m_recording.knownUntil = std::max(m_recording.knownUntil, *worker.stop);
        for (const PartRun& part : worker.parts) {
            Task& of = task(part.task);
            if (isGiven[number(part.task) - 1])
                continue;
            of.start = std::min(of.start.value_or(part.start), part.start);
            of.stop = std::max(of.stop.value_or(part.end), part.end);
            of.outcome = Outcome::Done;
        }
    }
    for (const Task& known : m_recording.tasks)
        m_recording.knownUntil = std::max(m_recording.knownUntil, known.stop.value_or(testOrigin));
    m_recording.start.experiment.tasks = static_cast<int>(m_recording.tasks.size());
    return std::move(m_recording);
}

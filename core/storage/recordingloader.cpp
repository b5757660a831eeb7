#include "core/storage/recordingloader.h"

namespace {

std::string atByte(qint64 offset)
{
    return "at byte " + std::to_string(offset);
}

std::string countOf(std::size_t number, const std::string& word)
{
    return std::to_string(number) + " " + word + (number == 1 ? "" : "s");
}

}  // namespace

bool RecordingLoader::take(const QByteArray& bytes)
{
    m_reader.feed(bytes);
    while (m_problem.empty()) {
        const auto frame = m_reader.next();
        if (!frame) {
            m_problem = frame.error().message;
        } else if (!*frame) {
            return true;
        } else if (auto ok = m_builder.add(**frame); !ok) {
            m_problem = atByte(m_reader.frameOffset()) + ": " + ok.error().message;
        } else {
            m_hasBeginning = true;
        }
    }
    return false;
}

Result<OpenedRecording> RecordingLoader::finish(const std::string& reason)
{
    const std::string wrong = problem(reason);
    if (!m_hasBeginning)
        return failure(wrong);
    OpenedRecording opened;
    if (!wrong.empty())
        opened.warning = wrong + ". " + whatWasRead();
    opened.comparison = m_builder.take();
    return opened;
}

std::string RecordingLoader::problem(const std::string& reason) const
{
    const qint64 end = m_reader.offset() + m_reader.pending();
    if (!m_problem.empty())
        return m_problem;
    if (!reason.empty())
        return atByte(end) + ": could not be read on: " + reason;
    if (end == 0)
        return "the file is empty; expected a recording of Coreogram";
    if (m_reader.pending() > 0)
        return "the file is cut off " + atByte(end) + ", within the frame that begins " +
               atByte(m_reader.offset());
    if (!m_builder.comparison().isComplete)
        return "the recording is not finished: the file ends " + atByte(end) +
               ", where more frames should follow";
    return {};
}

std::string RecordingLoader::whatWasRead() const
{
    const Comparison& read = m_builder.comparison();
    if (read.runs.empty())
        return "No run was read";
    const Recording& last = read.runs.back();
    const std::size_t whole = read.runs.size() - (last.hasEnded() ? 0 : 1);
    std::string text = countOf(whole, "whole run") + (whole == 1 ? " was" : " were") + " read";
    if (!last.hasEnded())
        text +=
            ", and run " + std::to_string(read.runs.size()) + " up to " +
            std::to_string((last.knownUntil - last.start.origin) / std::chrono::milliseconds(1)) +
            " ms";
    return text + (read.isComplete ? "; nothing is missing" : "; what follows is missing");
}

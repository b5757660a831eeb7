#include "core/imageserver/pacedreply.h"

#include "core/observe/clock.h"

#include <algorithm>

namespace {

constexpr Nanoseconds slice = std::chrono::milliseconds(5);

std::chrono::milliseconds atLeast(Nanoseconds time)
{
    return std::chrono::ceil<std::chrono::milliseconds>(std::max(time, Nanoseconds{}));
}

}  // namespace

PacedReply::PacedReply(Answer&& answer, const QByteArray& body, Nanoseconds delay,
                       double bytesPerSecond)
    : QObject(answer.connection()),
      m_answer(std::move(answer)),
      m_body(body),
      m_bytesPerSecond(bytesPerSecond)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setSingleShot(true);
    m_timer.callOnTimeout(this, &PacedReply::proceed);
    m_timer.start(atLeast(delay));
}

void PacedReply::proceed()
{
    if (!m_answer.isWanted())
        return;
    if (m_begun == Nanoseconds{}) {
        m_answer.begin(m_body.size());
        m_begun = now();
    }
    sendWhatIsDue();
    if (m_sent == m_body.size()) {
        m_answer.end();
        deleteLater();
        return;
    }
    const Nanoseconds done = m_begun + timeFor(m_body.size());
    m_timer.start(atLeast(std::min(slice, done - now())));
}

void PacedReply::sendWhatIsDue()
{
    const double seconds = std::chrono::duration<double>(now() - m_begun).count();
    const double due = std::min(seconds * m_bytesPerSecond, static_cast<double>(m_body.size()));
    const auto size = static_cast<qsizetype>(due) - m_sent;
    m_answer.write(m_body.constData() + m_sent, size);
    m_sent += size;
}

/// The time that so many bytes take.
Nanoseconds PacedReply::timeFor(qsizetype bytes) const
{
    const std::chrono::duration<double> seconds(static_cast<double>(bytes) / m_bytesPerSecond);
    return std::chrono::ceil<Nanoseconds>(seconds);
}

#include "app/replay/replayspeed.h"

#include "app/replay/replaywords.h"

#include <QLocale>

namespace {

constexpr Nanoseconds longestToWatch = std::chrono::seconds(15);

}  // namespace

std::size_t suggestedSpeed(Nanoseconds length) noexcept
{
    std::size_t speed = 0;
    while (speed + 1 < replayDivisors.size() && length > longestToWatch / replayDivisors[speed])
        ++speed;
    return speed;
}

QString speedText(std::size_t speed)
{
    const int divisor = replayDivisors[speed];
    return divisor == 1
               ? ReplayWords::tr("full speed")
               : ReplayWords::tr("1/%1 speed", "of a replay").arg(QLocale().toString(divisor));
}

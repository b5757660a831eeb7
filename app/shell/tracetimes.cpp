#include "app/shell/tracetimes.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <cstdio>
#include <utility>

namespace {

constexpr auto variable = "COREOGRAM_TRACE_TIMES";

}  // namespace

TraceTimes::TraceTimes(Nanoseconds start, QWidget* window, QWidget* timeline)
    : QObject(window),
      m_start(start),
      m_window(window),
      m_timeline(timeline)
{
    if (!qEnvironmentVariableIsSet(variable))
        return;
    const Nanoseconds given(qEnvironmentVariable(variable).toLongLong());
    if (given > Nanoseconds(1))
        m_start = given;
    QCoreApplication::instance()->installEventFilter(this);
}

void TraceTimes::noteFirstEvents()
{
    m_firstEvents = now();
    m_waitsForPicture = true;
}

bool TraceTimes::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Paint)
        return false;
    const auto* widget = qobject_cast<QWidget*>(watched);
    // What is painted is seen once the event loop is reached again.
    if (watched == m_window && std::exchange(m_waitsForWindow, false))
        QTimer::singleShot(0, this, [this] { report("window shown", m_start); });
    if (m_waitsForPicture && m_timeline->isAncestorOf(widget)) {
        m_waitsForPicture = false;
        QTimer::singleShot(0, this, [this] { report("first events drawn", m_firstEvents); });
    }
    return false;
}

Nanoseconds TraceTimes::now()
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

void TraceTimes::report(const char* what, Nanoseconds since)
{
    const Nanoseconds time = now();
    std::fprintf(stderr, "coreogram: %s after %.1f ms, at %lld ns\n", what,
                 toMilliseconds(time - since), static_cast<long long>(time.count()));
}

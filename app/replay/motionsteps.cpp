#include "app/replay/motionsteps.h"

#include <chrono>

namespace {

constexpr std::chrono::seconds betweenSteps{1};

}  // namespace

MotionSteps::MotionSteps(QObject* parent) : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(betweenSteps);
    connect(&m_pause, &QTimer::timeout, this, &MotionSteps::step);
}

void MotionSteps::note(Motion motion)
{
    if (motion == Motion::Smooth) {
        forget();
        Q_EMIT due();
        return;
    }
    m_isWaiting = true;
    if (!m_pause.isActive())
        step();
}

void MotionSteps::forget()
{
    m_isWaiting = false;
    m_pause.stop();
}

void MotionSteps::step()
{
    if (!m_isWaiting)
        return;
    m_isWaiting = false;
    m_pause.start();
    Q_EMIT due();
}

#include "app/replay/motionkeeper.h"

#include <QAction>
#include <QSettings>
#include <QStandardPaths>

namespace {

const QString key = QStringLiteral("reducedMotion");

QVariant valueIn(const QString& file, const char* name)
{
    return QSettings(file, QSettings::IniFormat).value(QLatin1String(name));
}

/// GTK writes true and false or 1 and 0.
bool isOff(const QVariant& animations)
{
    return animations.isValid() && !animations.toBool();
}

}  // namespace

MotionKeeper::MotionKeeper(QAction* choice, QSettings& memory, QObject* parent)
    : QObject(parent),
      m_choice(choice),
      m_memory(memory)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    const bool byDesktop = motionOfDesktop(folder) == Motion::Reduced;
    m_choice->setChecked(m_memory.value(key, byDesktop).toBool());
    connect(m_choice, &QAction::triggered, this, &MotionKeeper::choose);
}

Motion MotionKeeper::motion() const
{
    return m_choice->isChecked() ? Motion::Reduced : Motion::Smooth;
}

void MotionKeeper::choose(bool isReduced)
{
    m_memory.setValue(key, isReduced);
    Q_EMIT motionChanged(motion());
}

Motion motionOfDesktop(const QString& folder)
{
    for (const QString& gtk : {QStringLiteral("gtk-4.0"), QStringLiteral("gtk-3.0")}) {
        const QString file = QStringLiteral("%1/%2/settings.ini").arg(folder, gtk);
        if (isOff(valueIn(file, "Settings/gtk-enable-animations")))
            return Motion::Reduced;
    }
    const QVariant factor =
        valueIn(folder + QStringLiteral("/kdeglobals"), "KDE/AnimationDurationFactor");
    return factor.isValid() && factor.toDouble() == 0 ? Motion::Reduced : Motion::Smooth;
}

#include "app/shell/themekeeper.h"

#include "app/theme/applytheme.h"

#include <QApplication>
#include <QSettings>

namespace {

const QString key = QStringLiteral("theme");

ThemeChoice recalled(const QSettings& memory)
{
    const int value = memory.value(key).toInt();
    const bool isOne = value >= 0 && value <= static_cast<int>(ThemeChoice::HighContrast);
    return isOne ? static_cast<ThemeChoice>(value) : ThemeChoice::FollowDesktop;
}

}  // namespace

ThemeKeeper::ThemeKeeper(QSettings& memory, const QPalette& desktop, QObject* parent)
    : QObject(parent),
      m_memory(memory),
      m_desktop(desktop),
      m_choice(recalled(memory))
{
    apply();
}

void ThemeKeeper::choose(ThemeChoice choice)
{
    m_choice = choice;
    m_memory.setValue(key, static_cast<int>(choice));
    apply();
    Q_EMIT themeChanged(m_theme);
}

void ThemeKeeper::apply()
{
    m_theme = themeFor(m_choice, m_desktop);
    applyTheme(*static_cast<QApplication*>(QCoreApplication::instance()), m_theme);
}

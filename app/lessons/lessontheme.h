#pragma once

#include "app/theme/theme.h"

#include <QObject>

/// The colours for what lessons paint themselves, which a style sheet does not reach.
class LessonTheme : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void set(const Theme& theme)
    {
        m_theme = theme;
        Q_EMIT changed();
    }
    [[nodiscard]] const Theme& theme() const noexcept { return m_theme; }

Q_SIGNALS:
    void changed();

private:
    Theme m_theme = lightTheme();
};

#include "app/theme/applytheme.h"

#include "app/theme/contrast.h"
#include "app/theme/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>

QPalette paletteOf(const Theme& theme)
{
    QPalette palette(theme.card, theme.ground);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.card);
    palette.setColor(QPalette::AlternateBase, mixed(theme.card, theme.ground, 0.6));
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.mutedText);
    palette.setColor(QPalette::Button, theme.card);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.danger);
    palette.setColor(QPalette::ToolTipBase, theme.card);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.onAccent);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, mixed(theme.card, theme.mutedText, 0.65));
    return palette;
}

QFont preferredFont(const QFont& fallback)
{
    const QString inter = QStringLiteral("Inter");
    if (!QFontDatabase::hasFamily(inter))
        return fallback;
    QFont font = fallback;
    font.setFamilies({inter});
    return font;
}

void applyTheme(QApplication& app, const Theme& theme)
{
    if (app.style()->name().compare(QLatin1String("fusion"), Qt::CaseInsensitive) != 0)
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(paletteOf(theme));
    QApplication::setFont(preferredFont(QApplication::font()));
    app.setStyleSheet(styleSheetOf(theme));
}

#include "app/shell/messagestrip.h"

#include "app/shell/glyph.h"
#include "app/theme/contrast.h"
#include "app/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QPixmap>
#include <QToolButton>

namespace {

constexpr int linesKept = 6;

Glyph glyphOf(MessageStrip::Level level)
{
    switch (level) {
    case MessageStrip::Level::Information:
        return Glyph::Information;
    case MessageStrip::Level::Warning:
        return Glyph::Warning;
    case MessageStrip::Level::Error:
        break;
    }
    return Glyph::Error;
}

/// The last lines of a long text, so that it cannot push the timeline out of the window.
QString shortened(const QString& text)
{
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    return lines.mid(qMax(qsizetype(0), lines.size() - linesKept)).join(u'\n');
}

}  // namespace

MessageStrip::MessageStrip(QWidget* parent)
    : QFrame(parent),
      m_icon(new QLabel(this)),
      m_text(new QLabel(this)),
      m_copy(new QToolButton(this)),
      m_dismiss(new QToolButton(this))
{
    setObjectName(QStringLiteral("messageStrip"));
    setAccessibleName(tr("Message"));
    createLayout();
    connect(m_dismiss, &QToolButton::clicked, this, &MessageStrip::dismiss);
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_toCopy); });
    hide();
}

void MessageStrip::setTheme(const Theme& theme)
{
    m_ink = theme.text;
    m_accent = theme.accent;
    m_danger = theme.danger;
    m_ground = theme.card;
    updateLook();
}

void MessageStrip::showMessage(Level level, const QString& text)
{
    const bool keepsError = isVisible() && m_level == Level::Error && m_text->text() != text;
    m_text->setText(shortened(keepsError ? m_text->text() + u'\n' + text : text));
    m_level = keepsError ? Level::Error : level;
    m_copy->hide();
    updateLook();
    setAccessibleDescription(m_text->text());
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageStrip::dismiss()
{
    if (m_dismiss->hasFocus() && parentWidget())
        parentWidget()->setFocus();
    hide();
}

void MessageStrip::offerCopy(const QString& name, const QString& text)
{
    m_copy->setText(name);
    m_toCopy = text;
    m_copy->setToolTip(tr("Copies: %1").arg(text));
    m_copy->setAccessibleDescription(m_copy->toolTip());
    m_copy->show();
}

QString MessageStrip::text() const
{
    return m_text->text();
}

void MessageStrip::createLayout()
{
    m_icon->setAlignment(Qt::AlignTop);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    m_copy->setObjectName(QStringLiteral("copyMessage"));
    m_copy->setFocusPolicy(Qt::StrongFocus);
    m_copy->hide();
    m_dismiss->setObjectName(QStringLiteral("dismiss"));
    m_dismiss->setAutoRaise(true);
    m_dismiss->setToolTip(tr("Dismiss this message"));
    m_dismiss->setAccessibleName(tr("Dismiss"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(20, 8, 12, 8);
    row->setSpacing(10);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(m_copy, 0, Qt::AlignTop);
    row->addWidget(m_dismiss, 0, Qt::AlignTop);
}

void MessageStrip::updateLook()
{
    constexpr double tint = 0.12;
    const QColor ink = m_level == Level::Information ? m_accent : m_danger;
    m_icon->setPixmap(glyphPixmap(glyphOf(m_level), ink, 16));
    m_dismiss->setIcon(glyphIcon(Glyph::Dismiss, m_ink));
    setStyleSheet(QStringLiteral("#messageStrip { background: %1; border-bottom: 1px solid %2; }")
                      .arg(mixed(m_ground, ink, tint).name(), ink.name()));
}

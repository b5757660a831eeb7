#include "app/timeline/searchbar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

SearchBar::SearchBar(QWidget* parent) : QFrame(parent)
{
    hide();
    createParts();
}

void SearchBar::createParts()
{
    setAutoFillBackground(true);
    m_line = new QLineEdit(this);
    m_line->setPlaceholderText(tr("Task, worker, thread or process: name or number"));
    m_line->setAccessibleName(tr("Search the timelines"));
    m_line->setClearButtonEnabled(true);
    m_place = new QLabel(this);
    m_place->setAccessibleName(tr("Matches"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 4);
    row->addWidget(m_line, 1);
    row->addWidget(m_place);
    const auto button = [&](const QString& text, const QString& tip, auto signal) {
        auto* made = new QToolButton(this);
        made->setAutoRaise(true);
        made->setText(text);
        made->setToolTip(tip);
        made->setAccessibleName(tip);
        row->addWidget(made);
        connect(made, &QToolButton::clicked, this, signal);
    };
    button(QStringLiteral("↑"), tr("Previous match (Shift+Return)"), &SearchBar::previousAsked);
    button(QStringLiteral("↓"), tr("Next match (Return)"), &SearchBar::nextAsked);
    button(QStringLiteral("✕"), tr("Close the search (Esc)"), &SearchBar::close);
    connect(m_line, &QLineEdit::textChanged, this, &SearchBar::textChanged);
}

void SearchBar::open()
{
    const bool wasHidden = isHidden();
    show();
    m_line->selectAll();
    m_line->setFocus(Qt::ShortcutFocusReason);
    if (wasHidden)
        Q_EMIT opened();
}

void SearchBar::close()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT closed();
}

void SearchBar::setLetters(int letters)
{
    const QString sheet =
        letters > 0 ? QStringLiteral("* { font-size: %1px; }").arg(letters) : QString();
    if (sheet != styleSheet())
        setStyleSheet(sheet);
}

QString SearchBar::text() const
{
    return m_line->text();
}

void SearchBar::setPlace(std::size_t place, std::size_t count)
{
    const QLocale locale;
    if (count > 0)
        m_place->setText(tr("%1 of %2")
                             .arg(locale.toString(static_cast<qulonglong>(place + 1)),
                                  locale.toString(static_cast<qulonglong>(count))));
    else
        m_place->setText(text().trimmed().isEmpty() ? QString() : tr("None found"));
}

void SearchBar::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & Qt::ShiftModifier)
            Q_EMIT previousAsked();
        else
            Q_EMIT nextAsked();
        return;
    case Qt::Key_Escape:
        return close();
    default:
        event->accept();  // nothing that is typed here moves the timelines
    }
}

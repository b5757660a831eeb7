#include "app/lessons/newsline.h"

#include "app/shell/textlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <utility>

NewsLine::NewsLine(QWidget* parent)
    : QWidget(parent),
      m_text(textLabel({}, Role::Text)),
      m_problem(textLabel({}, Role::Error)),
      m_bar(new QProgressBar),
      m_button(new QPushButton)
{
    setObjectName(QStringLiteral("lessonNews"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    for (QLabel* label : {m_text, m_problem}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        row->addWidget(label, 1);
    }
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(140);
    row->addWidget(m_bar);
    row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (const auto act = std::exchange(m_act, nullptr))
            act();
    });
    clear();
}

void NewsLine::say(Tone tone, const QString& text)
{
    m_text->setText(tone == Tone::News ? text : QString());
    m_problem->setText(tone == Tone::Problem ? text : QString());
    m_text->setVisible(tone == Tone::News);
    m_problem->setVisible(tone == Tone::Problem);
    m_bar->hide();
    m_button->hide();
    m_act = nullptr;
    setVisible(!text.isEmpty());
}

void NewsLine::offer(const QString& text, const QString& button, std::function<void()> act)
{
    say(Tone::News, text);
    m_button->setText(button);
    m_button->show();
    m_act = [this, act = std::move(act)] {
        clear();
        act();
    };
}

void NewsLine::showProgress(const QString& text, int done, int all, std::function<void()> stop)
{
    say(Tone::News, text);
    m_bar->setAccessibleName(text);
    m_bar->setRange(0, all);
    m_bar->setValue(done);
    m_bar->show();
    m_button->setText(tr("Stop"));
    m_button->show();
    m_act = std::move(stop);
}

void NewsLine::clear()
{
    say(Tone::News, {});
}

QString NewsLine::text() const
{
    return m_problem->text().isEmpty() ? m_text->text() : m_problem->text();
}

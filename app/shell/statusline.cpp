#include "app/shell/statusline.h"

#include "app/shell/statustext.h"

#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace {

constexpr int progressSteps = 1000;
constexpr int progressWidth = 140;

}  // namespace

StatusLine::StatusLine(QWidget* parent) : QStatusBar(parent)
{
    setSizeGripEnabled(false);
    setContentsMargins(14, 2, 14, 2);
    createParts();
    hideProgress();
}

void StatusLine::showHover(const QString& text)
{
    m_hover = text;
    updateText();
}

void StatusLine::showNews(const QString& text)
{
    m_news = text;
    updateText();
}

void StatusLine::showProgress(const Comparison& comparison, int expectedRuns)
{
    const RunProgress progress = progressOf(comparison, expectedRuns);
    m_progress->setRange(0, progress.share ? progressSteps : 0);
    m_progress->setValue(static_cast<int>(progress.share.value_or(0) * progressSteps));
    m_progress->show();
    m_stop->hide();  // a run has a button of its own
    showNews(progress.text);
}

void StatusLine::showBusy(const QString& text)
{
    m_progress->setRange(0, 0);
    m_progress->show();
    m_stop->show();
    showNews(text);
}

void StatusLine::hideProgress()
{
    m_progress->hide();
    m_stop->hide();
}

void StatusLine::showEvidence(const Comparison* comparison)
{
    QStringList texts;
    if (comparison)
        texts << evidenceText(*comparison) << observerText(*comparison);
    texts.removeAll(QString());
    m_evidence->setText(texts.join(QStringLiteral("  ·  ")));
    const QString note = comparison ? evidenceNote(*comparison) : QString();
    m_why->setToolTip(note);
    m_why->setAccessibleDescription(note);
    m_why->setVisible(!note.isEmpty());
}

void StatusLine::createParts()
{
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("statusText"));
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_progress = new QProgressBar(this);
    m_progress->setFixedWidth(progressWidth);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the run"));
    m_stop = new QToolButton(this);
    m_stop->setObjectName(QStringLiteral("stopWork"));
    m_stop->setText(tr("Stop"));
    m_stop->setAutoRaise(true);
    m_stop->setFocusPolicy(Qt::StrongFocus);
    connect(m_stop, &QToolButton::clicked, this, &StatusLine::stopAsked);
    addWidget(m_progress);
    addWidget(m_stop);
    addWidget(m_text, 1);
    createEvidence();
}

void StatusLine::createEvidence()
{
    m_evidence = new QLabel(this);
    m_evidence->setObjectName(QStringLiteral("evidence"));
    m_evidence->setToolTip(tr("How Coreogram knows when a worker ran, and what knowing it cost."));
    m_why = new QToolButton(this);
    m_why->setObjectName(QStringLiteral("whyNotExact"));
    m_why->setText(tr("Why not exact?"));
    m_why->setAutoRaise(true);
    m_why->setFocusPolicy(Qt::StrongFocus);
    m_why->hide();
    connect(m_why, &QToolButton::clicked, this, [this] { Q_EMIT noteAsked(m_why->toolTip()); });
    addPermanentWidget(m_evidence);
    addPermanentWidget(m_why);
}

void StatusLine::updateText()
{
    m_text->setText(m_hover.isEmpty() ? m_news : m_hover);
}

#include "app/windownews.h"

#include "app/lab/runsession.h"
#include "app/shell/messagestrip.h"
#include "app/shell/statusline.h"
#include "app/shell/statustext.h"

WindowNews::WindowNews(StatusLine& status, MessageStrip& messages, const RunSession& session,
                       QObject* parent)
    : QObject(parent),
      m_status(status),
      m_messages(messages),
      m_session(session)
{}

void WindowNews::showOpening(const QString& path)
{
    m_status.showBusy(tr("Opening %1…").arg(path));
}

void WindowNews::showWriting(const QString& path)
{
    m_status.showBusy(tr("Writing %1…").arg(path));
}

void WindowNews::showOpened(const QString& path, const QString& warning)
{
    m_status.showNews(tr("Opened %1.").arg(path));
    m_messages.dismiss();
    if (!warning.isEmpty())
        m_messages.showMessage(MessageStrip::Level::Warning, warning);
}

void WindowNews::showDone(const QString& news)
{
    if (!m_session.isRunning())
        m_status.hideProgress();
    m_status.showNews(news);
    drop(m_failure);
}

void WindowNews::showFailure(const QString& message)
{
    const bool hasOther = m_messages.isVisible() && m_messages.text() != m_failure;
    showError(message);
    m_failure = hasOther ? QString() : m_messages.text();
}

void WindowNews::showError(const QString& message)
{
    if (!m_session.isRunning()) {
        m_status.hideProgress();
        m_status.showNews({});
    }
    m_messages.showMessage(MessageStrip::Level::Error, message);
}

void WindowNews::showHint(const QString& hint)
{
    m_hint = hint;
    m_messages.showMessage(MessageStrip::Level::Information, hint);
}

void WindowNews::dropHint()
{
    drop(m_hint);
}

void WindowNews::drop(QString& told)
{
    if (!told.isEmpty() && m_messages.text() == told)
        m_messages.dismiss();
    told.clear();
}

void WindowNews::showNote(const QString& note)
{
    m_messages.dismiss();  // an error that was shown would be kept above it
    m_messages.showMessage(MessageStrip::Level::Information, tr("Not exact: %1.").arg(note));
    const QString command = commandIn(note);
    if (command.isEmpty())
        m_messages.offerCopy(tr("Copy"), note);
    else
        m_messages.offerCopy(tr("Copy the command"), command);
}

void WindowNews::showAddress(const QString& message, const QString& address)
{
    m_messages.dismiss();  // an error that was shown would be kept above it
    m_messages.showMessage(MessageStrip::Level::Warning, message);
    m_messages.offerCopy(tr("Copy the address"), address);
    m_failure = m_messages.text();
}

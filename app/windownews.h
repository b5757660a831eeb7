#pragma once

#include <QObject>

class MessageStrip;
class RunSession;
class StatusLine;

/// Tells the user what came of a command: in the status line what went well, above the timelines
/// what did not.
class WindowNews : public QObject {
    Q_OBJECT

public:
    /// All are borrowed and outlive this object.
    WindowNews(StatusLine& status, MessageStrip& messages, const RunSession& session,
               QObject* parent = nullptr);

    void showOpening(const QString& path);
    void showWriting(const QString& path);
    void showOpened(const QString& path, const QString& warning);
    /// What went wrong before with a file is told no longer.
    void showDone(const QString& news);
    void showError(const QString& message);
    /// What went wrong with a file, until something goes well with one.
    void showFailure(const QString& message);
    /// What to do first; good until `dropHint`.
    void showHint(const QString& hint);
    void dropHint();
    /// Why the evidence is not exact, with the command that would help, if there is one.
    void showNote(const QString& note);
    /// A message about an address, which can be copied, for as long as it is of use.
    void showAddress(const QString& message, const QString& address);

private:
    /// Tells it no longer, if it still is told.
    void drop(QString& told);

    StatusLine& m_status;
    MessageStrip& m_messages;
    const RunSession& m_session;
    QString m_hint;
    QString m_failure;  ///< what the strip says where it is about files alone
};

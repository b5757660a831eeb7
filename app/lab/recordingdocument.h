#pragma once

#include "core/model/recording.h"
#include "core/model/result.h"

#include <QObject>
#include <QString>

#include <vector>

class RunSession;

/// What the window shows: the recording that a session makes, or one from a file.
class RecordingDocument : public QObject {
    Q_OBJECT

public:
    enum class State { Empty, Unsaved, Saved };

    /// `session` is borrowed and outlives the document.
    explicit RecordingDocument(const RunSession& session, QObject* parent = nullptr);

    /// Shows what the session records from now on.
    void followSession();

    /// Shows what was read from the file at `path`.
    void showFile(const QString& path, Comparison comparison);

    /// Shows nothing.
    void clear();

    /// Puts `bookmarks` in the recording, which is unsaved then. Requires at most
    /// limits::maxBookmarks of them.
    void setBookmarks(std::vector<Bookmark> bookmarks);

    /// Of what is shown, in the order in which they were set.
    [[nodiscard]] const std::vector<Bookmark>& bookmarks() const noexcept { return m_bookmarks; }

    /// Copies the recording's bytes and bookmarks to `path`, which is then where it is saved. The
    /// error says why it could not be; what was there before is untouched then.
    [[nodiscard]] Result<void> saveTo(const QString& path);

    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] QString path() const
    {
        return m_path;
    }  ///< where it was saved last; may be empty

    /// Puts a copy of the recording into the earlier runs if it has bookmarks that nobody saved.
    /// It does so itself before another recording is shown.
    void keepBookmarks();

    /// Null while the document is empty. The same object until `replaced`.
    [[nodiscard]] const Comparison* comparison() const;

Q_SIGNALS:
    void replaced();  ///< by another recording
    void saved();
    void marked();                               ///< the bookmarks have changed
    void lostBookmarks(const QString& message);  ///< could not be kept, and why

private:
    enum class Source { Nothing, Session, File };

    [[nodiscard]] Result<void> copyTo(const QString& path) const;

    const RunSession& m_session;
    Comparison m_opened;
    std::vector<Bookmark> m_bookmarks;
    Source m_source = Source::Nothing;
    State m_state = State::Empty;
    bool m_hasNewBookmarks = false;
    QString m_path;
};

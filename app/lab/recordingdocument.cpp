#include "app/lab/recordingdocument.h"

#include "app/lab/runsession.h"
#include "core/storage/recordingfile.h"

#include <QFileInfo>

#include <utility>

RecordingDocument::RecordingDocument(const RunSession& session, QObject* parent)
    : QObject(parent),
      m_session(session)
{
    connect(&session, &RunSession::dropping, this, &RecordingDocument::keepBookmarks);
}

void RecordingDocument::followSession()
{
    keepBookmarks();
    m_source = Source::Session;
    m_state = State::Unsaved;
    m_path.clear();
    m_bookmarks.clear();
    Q_EMIT replaced();
    m_opened = {};
}

void RecordingDocument::showFile(const QString& path, Comparison comparison)
{
    keepBookmarks();
    const Comparison before = std::exchange(m_opened, std::move(comparison));
    m_bookmarks = m_opened.bookmarks;
    m_source = Source::File;
    m_state = State::Saved;
    m_path = QFileInfo(path).absoluteFilePath();
    Q_EMIT replaced();
}

void RecordingDocument::clear()
{
    keepBookmarks();
    const Comparison before = std::exchange(m_opened, {});
    m_bookmarks.clear();
    m_source = Source::Nothing;
    m_state = State::Empty;
    m_path.clear();
    Q_EMIT replaced();
}

void RecordingDocument::setBookmarks(std::vector<Bookmark> bookmarks)
{
    if (m_source == Source::Nothing || bookmarks == m_bookmarks)
        return;
    m_bookmarks = std::move(bookmarks);
    m_hasNewBookmarks = true;
    m_state = State::Unsaved;
    Q_EMIT marked();
}

Result<void> RecordingDocument::saveTo(const QString& path)
{
    if (m_state == State::Saved && QFileInfo(m_path) == QFileInfo(path))
        return {};
    if (auto ok = copyTo(path); !ok)
        return ok;
    m_hasNewBookmarks = false;
    m_state = State::Saved;
    m_path = QFileInfo(path).absoluteFilePath();
    Q_EMIT saved();
    return {};
}

Result<void> RecordingDocument::copyTo(const QString& path) const
{
    return m_source == Source::File ? saveRecording(m_path, path, m_bookmarks)
                                    : m_session.save(path, m_bookmarks);
}

void RecordingDocument::keepBookmarks()
{
    if (!std::exchange(m_hasNewBookmarks, false))
        return;
    const QString path = m_session.earlier().next();
    if (path.isEmpty())
        return;  // nothing is kept at all
    if (const auto ok = copyTo(path); !ok)
        Q_EMIT lostBookmarks(QString::fromStdString(ok.error().message));
}

const Comparison* RecordingDocument::comparison() const
{
    switch (m_source) {
    case Source::Session:
        return &m_session.comparison();
    case Source::File:
        return &m_opened;
    case Source::Nothing:
        break;
    }
    return nullptr;
}

#pragma once

#include "core/model/result.h"

#include <QObject>
#include <QString>
#include <QThread>

#include <memory>

/// Writes pages as HTML or PDF on a thread of its own, one at a time.
class PageJob : public QObject {
    Q_OBJECT

public:
    explicit PageJob(QObject* parent = nullptr);

    /// Waits for a file that is being written.
    ~PageJob() override;

    /// Ends in `written` or `failed`, after any that was asked for before. `path` ends in .html or
    /// .pdf.
    void write(const QString& html, const QString& title, const QString& path);

Q_SIGNALS:
    void written(const QString& path);
    void failed(const QString& message);

private:
    void deliver(const QString& path, const Result<void>& result);

    std::unique_ptr<QThread> m_thread;  ///< not a jthread: a QTextDocument needs Qt's own kind
};
